import { expect, test } from 'vitest'
import type { Change } from '#app/themes/coding/change.ts'
import { findStepToRedo, findStepToUndo, insertCodingStep, setStepUndone } from '#db/coding-steps.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const ITEM = { roundId: OPEN_ROUND.id, itemId: 'stops' }
const CHANGE: Change = { themes: [], lines: [], apart: { added: [['a', 'b']], removed: [] }, proposal: null }

async function withSteps(...words: string[]) {
  const db = await memoryDatabase()
  await seedRound(db)
  for (const word of words)
    await insertCodingStep(db, { ...ITEM, words: word, coder: 'Ada', takenOn: '2026-03-12', change: CHANGE })
  return db
}

test('the last step of an item is the one to undo, with all that it altered', async () => {
  const db = await withSteps('first', 'second')
  expect(await findStepToUndo(db, ITEM)).toEqual({ number: 2, words: 'second', change: CHANGE })
  expect(await findStepToUndo(db, { ...ITEM, itemId: 'goals' })).toBeNull()
  expect(await findStepToRedo(db, ITEM)).toBeNull()
})

test('undone steps can be done again in their order, until another step is taken', async () => {
  const db = await withSteps('first', 'second')
  for (const number of [2, 1]) await setStepUndone(db, { ...ITEM, number, undone: true })
  expect(await findStepToUndo(db, ITEM)).toBeNull()
  expect((await findStepToRedo(db, ITEM))?.words).toBe('first')
  await setStepUndone(db, { ...ITEM, number: 1, undone: false })
  await insertCodingStep(db, { ...ITEM, words: 'other', coder: 'Ada', takenOn: '2026-03-12', change: CHANGE })
  expect(await findStepToRedo(db, ITEM)).toBeNull()
  expect(await findStepToUndo(db, ITEM)).toMatchObject({ number: 2, words: 'other' })
})
