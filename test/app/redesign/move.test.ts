import { expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis, Finding } from '#app/diagnosis/diagnosis.ts'
import { MOST_MOVES, recommendMoves } from '#app/redesign/move.ts'
import { fullInstrument, scoresWith } from '#test/helpers/scores.ts'

function diagnosisOf(ailments: Diagnosis['verdict']['ailments'], findings: Partial<Finding>[]): Diagnosis {
  const base = diagnose(scoresWith(), fullInstrument)
  const whole = findings.map(
    (parts) => ({ kind: 'problem', certainty: 'likely', moves: [], ...parts }) as Finding,
  )
  return { ...base, findings: whole, verdict: { ...base.verdict, ailments, basis: ['lead'] } }
}

const moves = (id: string) =>
  [1, 2].map((place) => ({
    action: `${id}${place}`,
    ownerRole: 'Chief executive',
    effect: 'x',
    days: 7 * place,
  }))

test('the leading finding comes first, then the others, then the second moves', () => {
  const diagnosis = diagnosisOf(
    ['alignment'],
    [
      { ruleId: 'other', moves: moves('other') },
      { ruleId: 'lead', moves: moves('lead') },
    ],
  )
  const recommended = recommendMoves(diagnosis, '2026-02-25', [])
  expect(recommended.map(({ action }) => action)).toEqual(['lead1', 'other1', 'lead2', 'other2'])
  expect(recommended[0]).toMatchObject({ due: '2026-03-04', ruleId: 'lead' })
})

test('never more than five, never one twice, and none for a hint', () => {
  const many = ['lead', 'b', 'c', 'd', 'e', 'f'].map((ruleId) => ({ ruleId, moves: moves(ruleId) }))
  const recommended = recommendMoves(
    diagnosisOf(['alignment'], [...many, { ruleId: 'g', moves: moves('lead') }]),
    '2026-03-01',
    [],
  )
  expect(recommended).toHaveLength(MOST_MOVES)
  expect(new Set(recommended.map(({ action }) => action)).size).toBe(MOST_MOVES)
  const hint = diagnosisOf(['alignment'], [{ ruleId: 'x', certainty: 'indicative', moves: moves('x') }])
  expect(recommendMoves(hint, '2026-03-01', [])).toEqual([])
})

test('a diagnosis that names no ailment orders nothing', () => {
  expect(
    recommendMoves(diagnosisOf([], [{ ruleId: 'lead', moves: moves('lead') }]), '2026-03-01', []),
  ).toEqual([])
})
