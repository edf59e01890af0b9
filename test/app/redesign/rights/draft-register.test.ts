import { expect, test } from 'vitest'
import { draftRegister } from '#app/redesign/rights/draft-register.ts'
import { rightSchema } from '#app/redesign/rights/right.ts'
import { saidWords, stepWords } from '#app/redesign/rights/right-words.ts'
import { detailOf, emptyScores, people, scoresWith } from '#test/helpers/scores.ts'

const FOUR = ['d-conflict', 'd-dependency', 'd-missed', 'd-new-initiative']

test('the four situations stand there before anybody was asked', () => {
  const drafts = draftRegister(null, [])
  expect(drafts.map(({ itemId }) => itemId)).toEqual(FOUR)
  expect(drafts.every(({ right, state }) => right.owner === '' && state === null)).toBe(true)
  expect(draftRegister(emptyScores(), [])).toEqual(drafts)
})

test('each line of the draft is a right as the plan keeps it, with a path and time limits', () => {
  for (const { right } of draftRegister(scoresWith(), ['Chief executive'])) {
    expect(rightSchema.parse(right)).toEqual(right)
    expect(right.escalation.every(({ withinDays }) => withinDays > 0)).toBe(true)
  }
})

test('an agreed owner is proposed, a contested one is left open, and both say what was counted', () => {
  const scores = scoresWith((draft) => {
    const detail = detailOf(draft, 'd-conflict', 'senior', 'owner')
    detail.state = 'contested'
    detail.modalRole = null
  })
  const [conflict, dependency] = draftRegister(scores, [])
  expect(conflict).toMatchObject({ state: 'contested', right: { owner: '' } })
  expect(dependency).toMatchObject({ state: 'agreed', right: { owner: 'Chief operating officer' } })
  expect(dependency && saidWords(dependency)).toBe(
    'Agreed. Named most often: Chief operating officer, five of nine',
  )
})

test('the general question about conflicts stands in where the situation itself was not asked', () => {
  const scores = scoresWith((draft) => {
    draft.items = draft.items.filter(({ itemId }) => itemId !== 'd-conflict')
  })
  expect(draftRegister(scores, [])[0]).toMatchObject({ itemId: 'd-conflict', state: 'agreed' })
})

test('the other matters follow where they were asked', () => {
  const others = draftRegister(scoresWith(), []).slice(4)
  expect(others.map(({ itemId }) => itemId)).toEqual(['owns-outcome', 'escalates-blocked', 'closes-loop'])
})

test('the path leads to the head of the company by the client’s own title', () => {
  expect(draftRegister(null, ['Managing director'])[0]?.right.escalation[0]?.to).toBe('Managing director')
})

test('nothing is taken higher to whoever did not decide it', () => {
  const scores = scoresWith((draft) => {
    const detail = detailOf(draft, 'd-conflict', 'senior', 'owner')
    detail.state = 'agreed'
    detail.modalRole = { label: 'Managing director', people: people(6, 9) }
  })
  const [conflict] = draftRegister(scores, ['Managing director'])
  expect(conflict?.right).toMatchObject({
    owner: 'Managing director',
    escalation: [{ to: 'The whole senior team', withinDays: 7 }],
  })
})

test('a step says to whom and how long', () => {
  expect([0, 1, 5].map((withinDays) => stepWords({ to: 'Chair', withinDays }))).toEqual([
    'Chair, the same day',
    'Chair, within 1 day',
    'Chair, within 5 days',
  ])
})
