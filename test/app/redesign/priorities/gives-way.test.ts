import { expect, test } from 'vitest'
import type { PlanChange, PlanEntry } from '#app/redesign/plan/plan.ts'
import { givesWay } from '#app/redesign/priorities/gives-way.ts'

function standing(added: readonly string[]) {
  const content = { outcome: 'Keep customers', owner: 'Ada', tradeOff: 'The office move', argument: '' }
  const priorities = added.map(
    (_, index): PlanEntry<'priority'> => ({
      id: `p${index}`,
      kind: 'priority',
      content,
      revision: 1,
      changedOn: '2026-05-01',
      changedBy: 'Ada',
    }),
  )
  const changes = added.map(
    (changedOn, index): PlanChange => ({
      entryId: `p${index}`,
      kind: 'priority',
      act: 'added',
      before: null,
      after: content,
      changedOn,
      changedBy: 'Ada',
    }),
  )
  return { priorities, changes, limit: 3, today: '2026-05-08' }
}

test('while a list is being written nothing has to give way', () => {
  expect(givesWay(standing([]))).toBeNull()
  expect(givesWay(standing(['2026-05-02', '2026-05-08']))).toBeNull()
})

test('at the limit one has to', () => {
  expect(givesWay(standing(['2026-05-08', '2026-05-08', '2026-05-08']))).toEqual({
    because: 'enough',
    words: '3 priorities stand already, and the limit is 3.',
  })
})

test('a week after the first one the cycle runs, however often its words were mended since', () => {
  expect(givesWay(standing(['2026-05-01', '2026-05-08']))).toEqual({
    because: 'running',
    words: 'The cycle runs: these priorities stand since 1 May 2026.',
  })
})
