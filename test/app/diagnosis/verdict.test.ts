import { expect, test } from 'vitest'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Finding } from '#app/diagnosis/diagnosis.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { composeVerdict } from '#app/diagnosis/verdict.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { emptyScores, fullInstrument, scoresWith } from '#test/helpers/scores.ts'

function finding(ruleId: string, parts: Partial<Finding>): Finding {
  return {
    ruleId,
    name: ruleId,
    construct: 'alignment',
    ailment: 'alignment',
    severity: 3,
    kind: 'problem',
    certainty: 'clear',
    headline: `Headline of ${ruleId}`,
    statement: `Statement of ${ruleId}.`,
    clause: `clause of ${ruleId}`,
    meaning: 'It means something.',
    moves: [],
    evidence: [
      {
        label: ruleId,
        itemId: ruleId,
        value: '1',
        brief: '1',
        threshold: '2',
        source: 'test',
        n: 9,
        fragile: false,
      },
    ],
    ...parts,
  }
}

function verdictOf(...findings: Finding[]) {
  const rest = {
    notFired: [{ ruleId: 'execution-design', judged: true }],
    scores: scoresWith(),
    patterned: ['senior', 'department'] as const,
  }
  return composeVerdict({ findings, rulebook: currentRulebook, ...rest })
}

test('a lone critical finding is a verdict, and no more than likely', () => {
  expect(verdictOf(finding('a', {}))).toMatchObject({
    kind: 'diagnosis',
    ailments: ['alignment'],
    certainty: 'likely',
  })
})

test('a clear finding that another item bears out makes a clear verdict', () => {
  expect(verdictOf(finding('a', {}), finding('b', { severity: 2, certainty: 'likely' })).certainty).toBe(
    'clear',
  )
})

test('two findings that rest on the same item do not bear each other out', () => {
  const { evidence } = finding('a', {})
  expect(verdictOf(finding('a', {}), finding('b', { evidence })).certainty).toBe('likely')
})

test('a serious finding alone names no ailment, two from different items do', () => {
  const serious = finding('a', { severity: 2, certainty: 'likely' })
  expect(verdictOf(serious).kind).toBe('no-clear-pattern')
  expect(verdictOf(serious, finding('b', { severity: 2, certainty: 'likely' })).kind).toBe('diagnosis')
})

test('a mix names its ailments and has one clause of each', () => {
  const verdict = verdictOf(
    finding('a', {}),
    finding('b', { ailment: 'weak-accountability', certainty: 'likely' }),
  )
  expect(verdict.statement).toBe('Weak alignment and weak accountability: clause of a, and clause of b.')
  expect(verdict.basis).toEqual(['a', 'b'])
})

test('why the other ailments are not named is said of each of them', () => {
  const { ailments, others } = verdictOf(
    finding('a', {}),
    finding('b', { ailment: 'weak-accountability', severity: 2 }),
    finding('c', { ailment: 'poor-decision-flow', certainty: 'indicative', ruleId: 'slow-decisions' }),
  )
  expect(ailments).toEqual(['alignment'])
  expect(others).toEqual([
    { ailment: 'priority-overload', reason: 'its one rule that could be judged was not met' },
    { ailment: 'weak-accountability', reason: '“b” was found, and no second finding bears it out' },
    { ailment: 'poor-decision-flow', reason: 'no more than a hint was found: “c”' },
  ])
})

test('a lighter ailment is told to be lighter', () => {
  const light = { ailment: 'poor-decision-flow', severity: 1, certainty: 'likely' } as const
  const { others } = verdictOf(finding('a', {}), finding('b', light), finding('c', light))
  expect(others.at(-1)).toEqual({
    ailment: 'poor-decision-flow',
    reason: '“b” was found, and weighs less than what is named',
  })
})

test('a verdict says which of its findings one changed answer could undo', () => {
  const [evidence] = finding('b', {}).evidence
  const fragile = evidence ? [{ ...evidence, fragile: true }] : []
  const second = finding('b', { ailment: 'weak-accountability', evidence: fragile })
  expect(verdictOf(finding('a', {}), second).fragile).toEqual(['b'])
})

test('hints alone make no verdict', () => {
  const hints = ['a', 'b', 'c'].map((id) => finding(id, { certainty: 'indicative' }))
  expect(verdictOf(...hints)).toMatchObject({ kind: 'no-clear-pattern', certainty: null, ailments: [] })
})

test('strengths without a sure problem make a sound team', () => {
  const strength = { kind: 'strength', severity: 0, ailment: null } as const
  const verdict = verdictOf(
    finding('a', strength),
    finding('b', strength),
    finding('c', { certainty: 'indicative' }),
  )
  expect(verdict.statement).toBe('Nothing is broken that these answers show: clause of a and clause of b.')
})

test('where no rule could be judged there are not enough answers', () => {
  const { verdict, notFired } = diagnose(emptyScores(), fullInstrument)
  expect(verdict.kind).toBe('not-enough-answers')
  for (const { reason } of notFired) expect(reason).toMatch(/^not judged: .*fewer than five people answered$/)
})

test('rules about items that the questionnaire does not ask are left out', () => {
  const { findings, notFired } = diagnose(scoresWith(), findInstrument('quick-scan@1') as Instrument)
  const rules = [...findings, ...notFired].map(({ ruleId }) => ruleId)
  expect(rules).toContain('leadership-narrative')
  expect(rules).not.toContain('calendar-theatre')
})
