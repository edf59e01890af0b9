import { expect, test } from 'vitest'
import type { PlanChanger } from '#app/redesign/plan/change-plan.server.ts'
import { addPriority } from '#app/redesign/priorities/add-priority.server.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import type { Db } from '#db/schema.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const ANNA: PlanChanger = { engagementId: 'e-1', by: 'Anna Berg', on: '2026-03-02' }
const PRIORITY = { owner: 'Chief executive', tradeOff: 'The office move', argument: '' }

async function withPriorities(...outcomes: string[]): Promise<Db> {
  const db = await memoryDatabase()
  await seedRound(db)
  for (const outcome of outcomes) await add(db, outcome)
  return db
}

const add = (db: Db, outcome: string, { inPlaceOf = '', argument = '', on = ANNA.on } = {}) =>
  addPriority(db, { ...ANNA, on }, { priority: { ...PRIORITY, outcome, argument }, inPlaceOf, limit: 3 })

const outcomesOf = async (db: Db) =>
  (await loadPlan(db, 'e-1')).priority.map(({ content }) => content.outcome)

test('up to the limit priorities are simply added, and an argument that was not needed is not kept', async () => {
  const db = await withPriorities('One', 'Two')
  await add(db, 'Three', { argument: 'Just because' })
  const { priority } = await loadPlan(db, 'e-1')
  expect(priority.map(({ content }) => [content.outcome, content.argument])).toEqual([
    ['One', ''],
    ['Two', ''],
    ['Three', ''],
  ])
})

test('one more is refused until one gives way or somebody says why none does', async () => {
  const db = await withPriorities('One', 'Two', 'Three')
  expect(await add(db, 'Four')).toMatchObject({
    ok: false,
    errors: { inPlaceOf: expect.stringMatching(/limit is 3/) },
  })
  expect(await outcomesOf(db)).toEqual(['One', 'Two', 'Three'])
  expect(await add(db, 'Four', { argument: 'The bank asks for it' })).toMatchObject({
    ok: true,
    entry: { content: { argument: 'The bank asks for it' } },
  })
})

test('the one that gives way goes to the not-now list with its owner and the reason', async () => {
  const db = await withPriorities('One', 'Two', 'Three')
  const [first] = (await loadPlan(db, 'e-1')).priority
  expect(await add(db, 'Four', { inPlaceOf: first?.id })).toMatchObject({
    ok: true,
    gaveWay: { id: first?.id },
  })
  expect(await outcomesOf(db)).toEqual(['Two', 'Three', 'Four'])
  expect((await loadPlan(db, 'e-1'))['not-now'].map(({ content }) => content)).toEqual([
    {
      work: 'One',
      sponsor: 'Chief executive',
      reason: 'Gave way to “Four”',
      until: '',
      state: 'agreed',
    },
  ])
  const acts = (await listPlanChanges(db, 'e-1')).slice(0, 3).map(({ kind, act }) => `${kind} ${act}`)
  expect(acts).toEqual(['priority added', 'not-now added', 'priority removed'])
})

test('where the new one cannot be written, the old one stays', async () => {
  const db = await withPriorities('One', 'Two', 'Three')
  const [first] = (await loadPlan(db, 'e-1')).priority
  await expect(add(db, 'x'.repeat(300), { inPlaceOf: first?.id })).rejects.toThrow()
  expect(await outcomesOf(db)).toEqual(['One', 'Two', 'Three'])
  expect((await loadPlan(db, 'e-1'))['not-now']).toEqual([])
})

test('one that somebody else took away meanwhile cannot give way', async () => {
  const db = await withPriorities('One', 'Two', 'Three')
  expect(await add(db, 'Four', { inPlaceOf: 'gone' })).toMatchObject({ ok: false })
  expect(await outcomesOf(db)).toHaveLength(3)
})

test('in a running cycle the question comes below the limit as well', async () => {
  const db = await withPriorities('One')
  expect(await add(db, 'Two', { on: '2026-03-09' })).toMatchObject({ ok: false })
  expect(await add(db, 'Two', { on: '2026-03-08' })).toMatchObject({ ok: true })
})
