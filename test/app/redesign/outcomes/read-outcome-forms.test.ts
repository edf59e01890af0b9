import { expect, test } from 'vitest'
import { readKeyResultForm, readObjective } from '#app/redesign/outcomes/read-outcome-forms.ts'
import { planOf } from '#app/redesign/plan/plan.ts'

const PLAN = planOf([
  {
    id: 'o-1',
    kind: 'objective',
    content: { outcome: 'Orders go through at once', owner: 'Sales', priorityId: '' },
    revision: 1,
    changedOn: '2026-03-02',
    changedBy: 'Anna Berg',
  },
])

const RESULT = {
  objectiveId: 'o-1',
  wording: 'Orders without a query from 62 % to 85 % by June',
  argument: '',
  baseline: '62 %',
  target: '85 %',
  current: '',
  due: '2026-06-30',
  owner: 'Sales',
  state: 'open',
  dependencies: 'Data: a daily extract\nLegal',
}

const read = (change: Partial<typeof RESULT>) => readKeyResultForm({ ...RESULT, ...change }, PLAN, null)

test('a result is taken as it is, with what it needs from others', () => {
  expect(read({})).toEqual({
    ok: true,
    content: {
      ...RESULT,
      dependencies: [
        { team: 'Data', needs: 'a daily extract', acknowledgedBy: '', acknowledgedOn: '' },
        { team: 'Legal', needs: '', acknowledgedBy: '', acknowledgedOn: '' },
      ],
    },
  })
})

test('work is sent back with the reason, and stays if the team says why', () => {
  const work = 'Launch three campaigns'
  expect(read({ wording: work })).toMatchObject({
    ok: false,
    errors: { wording: expect.stringContaining('campaigns'), argument: expect.any(String) },
  })
  expect(read({ wording: work, argument: 'The licence asks for it.' })).toMatchObject({ ok: true })
})

test('day-to-day work is refused whatever is argued', () => {
  const refused = read({ wording: 'Maintain uptime', argument: 'It matters.' })
  expect(refused).toMatchObject({ ok: false, errors: { wording: expect.stringContaining('day-to-day') } })
  expect(readObjective({ outcome: 'Keep the lights on', owner: '', priorityId: '' }, PLAN).ok).toBe(false)
})

test('an objective that is not in the plan is no place for a result', () => {
  expect(read({ objectiveId: 'o-else' })).toMatchObject({
    ok: false,
    errors: { objectiveId: expect.any(String) },
  })
})

test('a yes of another team lasts as long as the words that it was given to', () => {
  const agreed = {
    team: 'Data',
    needs: 'a daily extract',
    acknowledgedBy: 'Dana',
    acknowledgedOn: '2026-03-02',
  }
  const before = { ...RESULT, state: 'open' as const, dependencies: [agreed] }
  const same = readKeyResultForm(RESULT, PLAN, before)
  const other = readKeyResultForm({ ...RESULT, dependencies: 'Data: an hourly extract' }, PLAN, before)
  expect(same.ok && same.content.dependencies[0]).toEqual(agreed)
  expect(other.ok && other.content.dependencies[0]?.acknowledgedBy).toBe('')
})
