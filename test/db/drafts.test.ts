import { expect, test } from 'vitest'
import { type DraftChange, listDrafts, saveDrafts } from '#db/drafts.ts'
import { setRoundClosed } from '#db/rounds.ts'
import { submitParticipation } from '#db/submissions.ts'
import { memoryDatabase, OPEN_ROUND, PLACE, seedRound, textAnswer } from './fixtures.ts'

function change(itemId: string, text: string, baseRevision: number): DraftChange {
  return { itemId, answer: textAnswer(text), baseRevision }
}

async function openRound(privacyMode: 'confidential' | 'unlinked' = 'confidential') {
  const statements: string[] = []
  const db = await memoryDatabase({ onStatement: (sql) => statements.push(sql) })
  await seedRound(db, { ...OPEN_ROUND, privacyMode })
  const save = (...changes: DraftChange[]) => saveDrafts(db, { participationId: PLACE, changes })
  statements.length = 0
  return { db, save, statements }
}

test('each save of an item raises its revision by one', async () => {
  const { db, save } = await openRound()
  expect(await save(change('a', 'first', 0), change('b', 'first', 0))).toEqual({
    saved: [
      { itemId: 'a', revision: 1 },
      { itemId: 'b', revision: 1 },
    ],
    conflicts: [],
    refused: false,
  })
  expect((await save(change('a', 'second', 1))).saved).toEqual([{ itemId: 'a', revision: 2 }])
  expect(await listDrafts(db, PLACE)).toEqual([
    { itemId: 'a', answer: textAnswer('second'), revision: 2 },
    { itemId: 'b', answer: textAnswer('first'), revision: 1 },
  ])
})

test('a save from a page that is out of date overwrites nothing and gives back what is stored', async () => {
  const { db, save } = await openRound()
  await save(change('a', 'from the desk', 0), change('b', 'from the desk', 0))
  const result = await save(
    change('a', 'from the phone', 0),
    change('b', 'newer', 1),
    change('c', 'only here', 0),
  )
  expect(result).toEqual({
    saved: [
      { itemId: 'b', revision: 2 },
      { itemId: 'c', revision: 1 },
    ],
    conflicts: [{ itemId: 'a', answer: textAnswer('from the desk'), revision: 1, hidden: false }],
    refused: false,
  })
  expect((await listDrafts(db, PLACE))[0]).toEqual({
    itemId: 'a',
    answer: textAnswer('from the desk'),
    revision: 1,
  })
})

test('a page from the future of a restored backup does not overwrite either', async () => {
  const { save } = await openRound()
  await save(change('a', 'stored', 0))
  expect(await save(change('a', 'other', 7))).toEqual({
    saved: [],
    conflicts: [{ itemId: 'a', answer: textAnswer('stored'), revision: 1, hidden: false }],
    refused: false,
  })
})

test('two saves at the same moment: one wins, the other is shown the winner', async () => {
  const { db, save } = await openRound()
  const results = await Promise.all([save(change('a', 'left', 0)), save(change('a', 'right', 0))])
  const [winner] = await listDrafts(db, PLACE)
  expect(results.flatMap(({ saved }) => saved)).toEqual([{ itemId: 'a', revision: 1 }])
  expect(results.flatMap(({ conflicts }) => conflicts)).toEqual([{ ...winner, hidden: false }])
})

test('a whole section is one statement; one more is spent only where something stood in the way', async () => {
  const { save, statements } = await openRound()
  const items = Array.from({ length: 12 }, (_, index) => `item-${index}`)
  await save(...items.map((item) => change(item, 'x', 0)))
  expect(statements.map((sql) => sql.trim().slice(0, 17))).toEqual([
    'begin immediate',
    'insert into draft',
    'commit',
  ])
  statements.length = 0
  await save(...items.map((item) => change(item, 'y', 0)))
  expect(statements).toHaveLength(4)
})

test('saving nothing asks the database nothing', async () => {
  const { save, statements } = await openRound()
  expect(await save()).toEqual({ saved: [], conflicts: [], refused: false })
  expect(statements).toEqual([])
})

test('one lead’s drafts are not another’s', async () => {
  const { db, save } = await openRound()
  await save(change('a', 'of Zoe', 0))
  expect(await listDrafts(db, 'p-l-max')).toEqual([])
})

test('nothing is saved once the round is closed, nor for somebody who has no place in it', async () => {
  const { db, save } = await openRound()
  await save(change('a', 'in time', 0))
  await setRoundClosed(db, { id: OPEN_ROUND.id, closedOn: '2026-03-15' })
  const refused = { saved: [], conflicts: [], refused: true }
  expect(await save(change('a', 'too late', 1), change('b', 'too late', 0))).toEqual(refused)
  expect(await saveDrafts(db, { participationId: 'nobody', changes: [change('a', 'x', 0)] })).toEqual(refused)
  expect(await listDrafts(db, PLACE)).toEqual([{ itemId: 'a', answer: textAnswer('in time'), revision: 1 }])
})

test('after handing in, a linked lead may go on; an unlinked one may not leave drafts behind', async () => {
  for (const privacyMode of ['confidential', 'unlinked'] as const) {
    const { db, save } = await openRound(privacyMode)
    await submitParticipation(db, {
      participationId: PLACE,
      submissionId: 's-1',
      level: 'department',
      answers: {},
      linked: privacyMode === 'confidential',
      unlinkedTexts: [],
    })
    const { refused } = await save(change('a', 'a second thought', 0))
    expect([privacyMode, refused]).toEqual([privacyMode, privacyMode === 'unlinked'])
    expect(await listDrafts(db, PLACE)).toHaveLength(refused ? 0 : 1)
  }
})
