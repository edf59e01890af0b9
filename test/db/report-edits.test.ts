import { expect, test } from 'vitest'
import type { EditChange } from '#app/report/edits/edit.ts'
import { listEditEvents, listReportEdits, saveReportEdits } from '#db/report-edits.ts'
import { memoryDatabase, NOW, OPEN_ROUND, seedRound } from './fixtures.ts'

const roundId = OPEN_ROUND.id
const change = (value: string | null, target = 'p:title'): EditChange => ({
  target: 'p:title',
  kind: 'text',
  act: 'changed',
  edit: value === null ? null : { target, kind: 'text', base: 'Generated', value },
  before: 'before',
  after: value ?? 'Generated',
})

async function withRound() {
  const db = await memoryDatabase()
  await seedRound(db)
  const save = (...changes: EditChange[]) =>
    saveReportEdits(db, { roundId, by: 'Anna Berg', at: NOW, changes })
  return { db, save }
}

test('an edit is kept with the text it was made for, replaced, moved, and taken away', async () => {
  const { db, save } = await withRound()
  await save(change('One'))
  expect(await listReportEdits(db, roundId)).toEqual([
    { target: 'p:title', kind: 'text', base: 'Generated', value: 'One' },
  ])
  await save(change('Two'))
  expect(await listReportEdits(db, roundId)).toMatchObject([{ value: 'Two' }])
  await save(change('Two', 'p:title~2'))
  expect(await listReportEdits(db, roundId)).toMatchObject([{ target: 'p:title~2' }])
  await save({ ...change(null), target: 'p:title~2' })
  expect(await listReportEdits(db, roundId)).toEqual([])
  expect(await listReportEdits(db, 'another round')).toEqual([])
})

test('the trail keeps every step, the newest first, also of what was taken away', async () => {
  const { db, save } = await withRound()
  await save(change('One'))
  await save(change(null))
  expect(await listEditEvents(db, roundId)).toEqual([
    {
      at: NOW,
      by: 'Anna Berg',
      target: 'p:title',
      kind: 'text',
      act: 'changed',
      before: 'before',
      after: 'Generated',
    },
    {
      at: NOW,
      by: 'Anna Berg',
      target: 'p:title',
      kind: 'text',
      act: 'changed',
      before: 'before',
      after: 'One',
    },
  ])
})

test('no change, no entry', async () => {
  const { db, save } = await withRound()
  await save()
  expect(await listEditEvents(db, roundId)).toEqual([])
})
