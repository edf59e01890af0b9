import { expect, test } from 'vitest'
import { changePlan, removeFromPlan } from '#app/redesign/plan/change-plan.server.ts'
import { putInPlan } from '#app/redesign/plan/put-in-plan.server.ts'
import { insertEngagement } from '#db/engagements.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import { ENGAGEMENT, memoryDatabase, seedEngagement } from '#test/db/fixtures.ts'

const CHANGER = { engagementId: ENGAGEMENT.id, by: 'Anna Berg', on: '2026-04-02' }
const ID = '4f6f9a52-6f1c-4f5e-9c2d-0d3d0f9b1c11'
const content = {
  wording: 'Cut the list to three',
  owner: 'Chief executive',
  due: '2026-04-10',
  ruleId: 'priority-overload',
  roundId: 'r1',
  note: '',
  state: 'open' as const,
}

async function database() {
  const db = await memoryDatabase()
  await seedEngagement(db)
  return db
}

test('the same decision sent three times stands in the plan once', async () => {
  const db = await database()
  for (const _ of [1, 2, 3])
    expect(await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 0, content })).toMatchObject({
      kind: 'saved',
      entry: { id: ID, revision: 1 },
    })
  expect((await loadPlan(db, ENGAGEMENT.id)).decision).toHaveLength(1)
  expect(await listPlanChanges(db, ENGAGEMENT.id)).toHaveLength(1)
})

test('a change is told by its revision, and what somebody else wrote meanwhile stays', async () => {
  const db = await database()
  await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 0, content })
  const changed = { ...content, owner: 'Chief operating officer' }
  expect(await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 1, content: changed })).toMatchObject({
    kind: 'saved',
    entry: { revision: 2 },
  })
  await changePlan(db, CHANGER, {
    id: ID,
    kind: 'decision',
    revision: 2,
    content: { ...changed, owner: 'Ravi' },
  })
  expect(await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 2, content })).toMatchObject({
    kind: 'changed-meanwhile',
    entry: { revision: 3, content: { owner: 'Ravi' } },
  })
})

test('what was taken out does not come back, and an id of another plan reaches nothing', async () => {
  const db = await database()
  await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 0, content })
  await insertEngagement(db, { ...ENGAGEMENT, id: 'e-2' })
  const elsewhere = { ...CHANGER, engagementId: 'e-2' }
  expect(await putInPlan(db, elsewhere, 'decision', { id: ID, revision: 0, content })).toEqual({
    kind: 'gone',
  })
  await removeFromPlan(db, CHANGER, { id: ID, kind: 'decision' })
  expect(await putInPlan(db, CHANGER, 'decision', { id: ID, revision: 0, content })).toEqual({ kind: 'gone' })
  expect((await loadPlan(db, ENGAGEMENT.id)).decision).toEqual([])
})
