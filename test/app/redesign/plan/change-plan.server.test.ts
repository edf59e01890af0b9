import { expect, test } from 'vitest'
import type { Decision } from '#app/redesign/commitments/decision.ts'
import {
  addToPlan,
  changePlan,
  type PlanChanger,
  removeFromPlan,
} from '#app/redesign/plan/change-plan.server.ts'
import { isPlanEmpty } from '#app/redesign/plan/plan.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const DECISION: Decision = {
  wording: 'One owner for each priority',
  owner: 'Chief executive',
  due: '2026-04-01',
  ruleId: '',
  roundId: '',
  note: '',
  state: 'open',
}
const ANNA: PlanChanger = { engagementId: 'e-1', by: 'Anna Berg', on: '2026-03-02' }
const BORIS: PlanChanger = { engagementId: 'e-1', by: 'Boris Cole', on: '2026-03-03' }

async function planned() {
  const db = await memoryDatabase()
  await seedRound(db)
  return { db, entry: await addToPlan(db, ANNA, 'decision', DECISION) }
}

test('what is added stands at the end of its list', async () => {
  const { db, entry } = await planned()
  const second = await addToPlan(db, ANNA, 'decision', { ...DECISION, wording: 'A second one' })
  const { decision } = await loadPlan(db, 'e-1')
  expect(decision.map(({ id }) => id)).toEqual([entry.id, second.id])
  expect(decision[0]).toEqual(entry)
})

test('a change that was made meanwhile is shown, not written over', async () => {
  const { db, entry } = await planned()
  const change = { id: entry.id, kind: 'decision', revision: 1 } as const
  await changePlan(db, BORIS, { ...change, content: { ...DECISION, owner: 'Finance' } })
  const late = await changePlan(db, ANNA, { ...change, content: { ...DECISION, owner: 'Sales' } })
  expect(late).toMatchObject({ kind: 'changed-meanwhile', entry: { revision: 2, changedBy: 'Boris Cole' } })
  expect((await loadPlan(db, 'e-1')).decision[0]?.content.owner).toBe('Finance')
})

test('what was taken out stays in the history, with who did it', async () => {
  const { db, entry } = await planned()
  expect(await removeFromPlan(db, BORIS, { id: entry.id, kind: 'decision' })).toBe(true)
  expect(await removeFromPlan(db, BORIS, { id: entry.id, kind: 'decision' })).toBe(false)
  expect(isPlanEmpty(await loadPlan(db, 'e-1'))).toBe(true)
  expect(await listPlanChanges(db, 'e-1')).toMatchObject([
    { act: 'removed', before: DECISION, after: null, changedBy: 'Boris Cole' },
    { act: 'added', before: null, after: DECISION, changedBy: 'Anna Berg' },
  ])
})

test('a plan of another engagement is out of reach', async () => {
  const { db, entry } = await planned()
  const elsewhere = { ...ANNA, engagementId: 'e-other' }
  const change = { id: entry.id, kind: 'decision', revision: 1, content: DECISION } as const
  expect(await changePlan(db, elsewhere, change)).toEqual({ kind: 'gone' })
  expect(await removeFromPlan(db, elsewhere, { id: entry.id, kind: 'decision' })).toBe(false)
})

test('a content that is not of the shape of its kind is a fault', async () => {
  const { db } = await planned()
  expect(() => addToPlan(db, ANNA, 'decision', { ...DECISION, due: 'soon' })).toThrow()
})
