import { expect, test } from 'vitest'
import { PROFILES } from '#scripts/simulate/profiles.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'

const COMMITMENTS = ['Stop the loyalty cards', 'One owner for the loan desk', 'A monthly review that decides']
const SIZES = { seniors: 9, departments: 14 }
const pulse = { ...SIZES, instrumentKey: 'pulse@1', commitments: COMMITMENTS }

test.each(PROFILES)('a pulse of a team that answers %s is scored, judged and told', (profile) => {
  const { scores, report } = simulatedReport({ ...pulse, profile })
  expect(scores.items.map(({ itemId }) => itemId).slice(-3)).toEqual([
    'commitment-1',
    'commitment-2',
    'commitment-3',
  ])
  expect(scores.signals.kind).toBe('measured')
  const ids = report.pages.map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining(['answer-first', 'priorities', 'signals', 'levels', 'diagnosis']),
  )
  expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|\[object/)
})

test('pages whose items a pulse does not ask are left out, and the reader is told so', () => {
  const { report } = simulatedReport({ ...pulse, profile: 'split' })
  const ids = report.pages.map(({ id }) => id)
  for (const id of ['accountability', 'dependencies', 'stops']) expect(ids).not.toContain(id)
  const told = JSON.stringify(report.pages.find(({ id }) => id === 'how-to-read'))
  expect(told).toMatch(/not asked|did not ask|does not ask/)
})

test('how far each commitment has come stands in the annex, in its own words', () => {
  const { report } = simulatedReport({ ...pulse, profile: 'aligned' })
  const text = JSON.stringify(report)
  for (const commitment of COMMITMENTS) expect(text).toContain(commitment)
})
