import { expect, test } from 'vitest'
import { type PlanEntry, planOf } from '#app/redesign/plan/plan.ts'
import { draftCountermeasures } from '#app/redesign/rollout/draft-countermeasures.ts'
import { draftCriteria } from '#app/redesign/rollout/draft-criteria.ts'
import { draftStages } from '#app/redesign/rollout/draft-stages.ts'
import { pilotUnits } from '#app/redesign/rollout/pilot-units.ts'
import { rolloutConflicts, stagesInOrder } from '#app/redesign/rollout/rollout-order.ts'
import type { Stage } from '#app/redesign/rollout/stage.ts'
import { emptyScores, people, scoresWith } from '#test/helpers/scores.ts'

const PAIRS = [
  { provider: 'Data', waiting: 'Sales', people: people(5, 23), state: null },
  { provider: 'Data', waiting: 'Finance', people: people(3, 23), state: null },
]

const scores = scoresWith((draft) => {
  draft.handshake = {
    kind: 'measured',
    n: 23,
    departments: ['Sales', 'Finance', 'Data', 'Legal'],
    pairs: PAIRS,
    pooled: 0,
    acknowledged: people(2, 4),
    orphan: people(2, 4),
    unasked: people(0, 4),
    reciprocity: 0.5,
    unowned: people(2, 23),
  }
})

function stage(unit: string, change: Partial<Stage>): PlanEntry<'stage'> {
  const base = {
    owner: '',
    why: '',
    criteria: '',
    from: '',
    until: '',
    stage: 'pilot',
    state: 'planned',
  } as const
  const content = { ...base, unit, ...change }
  return { id: unit, kind: 'stage', content, revision: 1, changedOn: '2026-03-02', changedBy: 'Anna' }
}

test('pilots are where the pain is named most, and a department that nobody names is none', () => {
  expect(pilotUnits(scores)).toEqual([
    {
      unit: 'Data',
      because: ['Sales waits for Data: named by 5 of 23', 'Finance waits for Data: named by 3 of 23'],
    },
    { unit: 'Sales', because: ['Sales waits for Data: named by 5 of 23'] },
    { unit: 'Finance', because: ['Finance waits for Data: named by 3 of 23'] },
  ])
})

test('the senior team comes first and all others last; without figures no pilot is named', () => {
  expect(draftStages(scores).map(({ unit }) => unit)).toEqual([
    'Senior team',
    'Data',
    'Sales',
    'All other departments',
  ])
  expect(draftStages(emptyScores()).map(({ stage }) => stage)).toEqual(['senior', 'wide'])
  expect(draftStages(null).map(({ stage }) => stage)).toEqual(['senior', 'wide'])
})

test('what has to hold is said with today’s figures and their number of people', () => {
  expect(draftCriteria(scores)).toMatch(/agreement on “What are .*” \(senior.*\) above today’s .*n 9/)
  expect(draftCriteria(emptyScores())).toBe('')
})

test('each reason to resist is told with what the team said of it, where that may be shown', () => {
  const [competing] = draftCountermeasures(scores)
  expect(competing?.said).toEqual([expect.stringMatching(/of 5, n 9$/), expect.stringMatching(/of 5, n 14$/)])
  expect(draftCountermeasures(emptyScores()).flatMap(({ said }) => said)).toEqual([])
})

test('steps stand in the order in which they begin', () => {
  const stages = [
    stage('Wide', { stage: 'wide' }),
    stage('Late', { from: '2026-05-01' }),
    stage('Early', { from: '2026-04-01' }),
    stage('Top', { stage: 'senior' }),
  ]
  expect(stagesInOrder(stages).map(({ id }) => id)).toEqual(['Top', 'Early', 'Late', 'Wide'])
})

test.each([
  ['without the senior team', [stage('Data', {})], /senior team is not in it/],
  [
    'with three pilots',
    [stage('T', { stage: 'senior' }), stage('A', {}), stage('B', {}), stage('C', {})],
    /3 pilots/,
  ],
  [
    'widened before a pilot holds',
    [stage('T', { stage: 'senior', state: 'running' }), stage('W', { stage: 'wide', state: 'running' })],
    /before a pilot holds/,
  ],
  [
    'a pilot before the senior team',
    [stage('T', { stage: 'senior' }), stage('A', { state: 'running' })],
    /before the senior team/,
  ],
  [
    'a pilot dated too early',
    [stage('T', { stage: 'senior', from: '2026-04-01' }), stage('A', { from: '2026-03-01' })],
    /“A” is to begin before/,
  ],
])('a rollout %s is spoken against', (_, stages, words) => {
  expect(rolloutConflicts(planOf(stages)).join(' ')).toMatch(words)
})

test('nothing is said against one that goes step by step', () => {
  const steps = [
    stage('T', { stage: 'senior', state: 'holds', from: '2026-03-01' }),
    stage('A', { state: 'holds', from: '2026-04-01' }),
    stage('W', { stage: 'wide', state: 'running', from: '2026-07-01' }),
  ]
  expect(rolloutConflicts(planOf(steps))).toEqual([])
})
