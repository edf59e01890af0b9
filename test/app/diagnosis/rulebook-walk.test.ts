import { describe, expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { fullInstrument } from '#test/helpers/scores.ts'
import { departments, roundOf } from '../scoring/round-builder.ts'
import { type Answered, WALK } from './rulebook-walk.ts'

const REDRAWS = 200

/** From answers to findings, the whole way: nothing on it is set by hand. */
function diagnosisOf({ senior = [], department = [], inDepartments = false }: Answered) {
  const departmentOf = (_: string, person: number) =>
    inDepartments ? (departments[person % departments.length]?.id ?? null) : null
  const round = roundOf({ senior, department }, { redraws: REDRAWS, departmentOf })
  return diagnose(scoreRound({ ...round, instrument: fullInstrument }), fullInstrument)
}

test('the walk goes past every rule of the rulebook, and past nothing else', () => {
  expect(Object.keys(WALK).toSorted()).toEqual(currentRulebook.rules.map(({ id }) => id).toSorted())
})

describe.each(Object.entries(WALK))('%s', (ruleId, [fires, short]) => {
  test('is found in answers that meet its condition, with everything that it rests on', () => {
    const { findings, notFired } = diagnosisOf(fires)
    const finding = findings.find((one) => one.ruleId === ruleId)
    expect(finding, notFired.find((one) => one.ruleId === ruleId)?.reason).toBeDefined()
    expect(finding?.headline).toMatch(/^\S.*[^.]$/)
    expect(finding?.statement).toMatch(/\.$/)
    expect(`${finding?.headline}${finding?.statement}${finding?.clause}`).not.toMatch(
      /[{}]|undefined|NaN|Infinity/,
    )
    expect(finding?.meaning).not.toBe('')
    for (const evidence of finding?.evidence ?? []) {
      expect(evidence.n).toBeGreaterThanOrEqual(5)
      for (const part of ['label', 'value', 'brief', 'threshold', 'source'] as const)
        expect(evidence[part]).not.toBe('')
    }
    expect(finding?.evidence.length).toBeGreaterThan(0)
  })

  test('is not found in answers that just do not, and the reason is told', () => {
    const { findings, notFired } = diagnosisOf(short)
    expect(findings.map((one) => one.ruleId)).not.toContain(ruleId)
    expect(notFired.find((one) => one.ruleId === ruleId)?.reason).toMatch(
      /^(?!not judged).+: .*(not |cannot |too wide)/,
    )
  })
})
