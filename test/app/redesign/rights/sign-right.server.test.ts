import { expect, test } from 'vitest'
import { addToPlan, changePlan, type PlanChanger } from '#app/redesign/plan/change-plan.server.ts'
import type { Right } from '#app/redesign/rights/right.ts'
import { signRight } from '#app/redesign/rights/sign-right.server.ts'
import { fallenSignatures } from '#app/redesign/rights/signature.ts'
import { listPlanChanges, loadPlan } from '#db/plan-entries.ts'
import { memoryDatabase, seedRound } from '../../../db/fixtures.ts'

const ANNA: PlanChanger = { engagementId: 'e-1', by: 'Anna Berg', on: '2026-03-02' }
const BORIS: PlanChanger = { engagementId: 'e-1', by: 'Boris Cole', on: '2026-03-09' }
const RIGHT: Right = {
  situation: 'Priorities collide',
  owner: 'Chief operating officer',
  response: 'Decides within the cycle',
  cycle: 'Weekly',
  escalation: [{ to: 'Chief executive', withinDays: 7 }],
  itemId: 'd-conflict',
  signedBy: '',
  signedOn: '',
}

async function registered(right: Partial<Right> = {}) {
  const db = await memoryDatabase()
  await seedRound(db)
  const { id } = await addToPlan(db, ANNA, 'right', { ...RIGHT, ...right })
  const sign = (signedBy: string, { signedOn = '2026-03-02', revision = 1, by = ANNA } = {}) =>
    signRight(db, by, {
      id,
      revision,
      signature: { signedBy, signedOn },
      roles: ['Chief operating officer'],
    })
  return { db, id, sign }
}

test('a person signs by name and day', async () => {
  const { db, sign } = await registered()
  expect(await sign(' Max Ode ')).toEqual({ ok: true })
  const [entry] = (await loadPlan(db, 'e-1')).right
  expect(entry?.content).toEqual({ ...RIGHT, signedBy: 'Max Ode', signedOn: '2026-03-02' })
})

test('a role, nobody, a day to come and no day at all do not sign', async () => {
  const { sign } = await registered()
  const errorsOf = async (...signing: Parameters<typeof sign>) => {
    const signed = await sign(...signing)
    return signed.ok ? [] : Object.keys(signed.errors)
  }
  expect(await errorsOf('chief operating officer')).toEqual(['signedBy'])
  expect(await errorsOf('')).toEqual(['signedBy'])
  expect(await errorsOf('Max Ode', { signedOn: '2026-03-03' })).toEqual(['signedOn'])
  expect(await errorsOf('Max Ode', { signedOn: '' })).toEqual(['signedOn'])
})

test('what is not complete cannot be signed, and says what it lacks', async () => {
  const { sign } = await registered({ owner: '', escalation: [] })
  expect(await sign('Max Ode')).toMatchObject({
    ok: false,
    errors: { form: expect.stringMatching(/a decision owner and where it goes/) },
  })
})

test('nobody signs what they have not read', async () => {
  const { db, id, sign } = await registered()
  await changePlan(db, BORIS, { id, kind: 'right', revision: 1, content: { ...RIGHT, cycle: 'Monthly' } })
  expect(await sign('Max Ode')).toMatchObject({ ok: false, status: 409 })
})

test('the history tells whose signature a change took away, until it is signed again', async () => {
  const { db, id, sign } = await registered()
  await sign('Max Ode')
  expect(fallenSignatures(await listPlanChanges(db, 'e-1'))).toEqual({})
  await changePlan(db, BORIS, { id, kind: 'right', revision: 2, content: { ...RIGHT, cycle: 'Monthly' } })
  await changePlan(db, BORIS, { id, kind: 'right', revision: 3, content: { ...RIGHT, cycle: 'Yearly' } })
  expect(fallenSignatures(await listPlanChanges(db, 'e-1'))).toEqual({
    [id]: { signedBy: 'Max Ode', signedOn: '2026-03-02', changedOn: '2026-03-09', changedBy: 'Boris Cole' },
  })
  await sign('Max Ode', { revision: 4, by: BORIS })
  expect(fallenSignatures(await listPlanChanges(db, 'e-1'))).toEqual({})
})
