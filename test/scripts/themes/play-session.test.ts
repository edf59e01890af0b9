import { expect, test } from 'vitest'
import { takeProposal } from '#app/themes/coding/take-proposal.ts'
import { executivesSessions, sessionWords } from '#scripts/themes/executives-session.ts'
import { countActions, playSession } from '#scripts/themes/play-session.ts'
import { coding, group, proposal } from '#test/app/themes/coding/fixtures.ts'

let made = 0
const newId = () => `t-${++made}`
const alone = (...texts: string[]) => coding(Object.fromEntries(texts.map((text) => [text, [text]])))
const labelled = (texts: string) => new Map(texts.split(' ').map((text) => [text, text.charAt(0)]))

test('a proposal that is right costs one yes', () => {
  const start = takeProposal(
    alone('a1', 'a2', 'b1', 'b2', 'c1'),
    proposal([group(['a1', 'a2']), group(['b1', 'b2']), group(['c1'])]),
    newId,
  )
  const session = playSession(start, labelled('a1 a2 b1 b2 c1'))
  expect(session).toMatchObject({ lines: 5, themes: 3, joinsFromScratch: 2 })
  expect(session.actions['rest confirmed at once']).toBe(1)
  expect(countActions(session)).toBe(1)
})

test('every mistake costs an action: a line in the wrong place, an odd one, a join that is offered, near, or neither', () => {
  const start = takeProposal(
    alone('a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'c1', 'd1'),
    proposal(
      [group(['a1', 'a2', 'b1', 'c1']), group(['a3']), group(['a4']), group(['a5']), group(['b2', 'd1'])],
      {
        suggestions: [
          { lineIds: [['a3'], ['a1', 'a2']], confidence: 0.4, why: '', samePerson: false },
          { lineIds: [['a3'], ['d1']], confidence: 0.3, why: '', samePerson: false },
        ],
        nearest: [{ lineId: 'a4', groups: [{ lineIds: ['a3'], similarity: 0.1 }] }],
      },
    ),
    newId,
  )
  const session = playSession(start, labelled('a1 a2 a3 a4 a5 b1 b2 c1 d1'))
  expect(session.actions).toEqual({
    'lines moved': 1,
    'lines taken out': 2,
    'suggested joins': 1,
    'joins with a nearest': 1,
    'joins by hand': 1,
    'rest confirmed at once': 1,
  })
})

test('without any proposal every join is made by hand', () => {
  const start = takeProposal(
    alone('a1', 'a2', 'a3', 'b1'),
    proposal(['a1', 'a2', 'a3', 'b1'].map((id) => group([id]))),
    newId,
  )
  const session = playSession(start, labelled('a1 a2 a3 b1'))
  expect(session.actions['joins by hand']).toBe(session.joinsFromScratch)
})

test('a file of labelled questions is played question by question', async () => {
  const line = (id: string) => ({ id, person: `p-${id}`, text: id, theme: id.charAt(0) })
  const questions = [
    { id: 'first', text: '', lines: [line('a1'), line('a2')] },
    { id: 'second', text: '', lines: [line('b1'), line('c1')] },
  ]
  const together = {
    id: 'test/1',
    propose: async ({ lines }: { lines: readonly { id: string }[] }) =>
      proposal([group(lines.map(({ id }) => id))]),
  }
  const sessions = await executivesSessions(questions, together)
  expect(sessions.map(({ session }) => countActions(session))).toEqual([1, 2])
  expect(sessionWords(sessions)).toContain('share 3.00 of the joins from scratch')
})
