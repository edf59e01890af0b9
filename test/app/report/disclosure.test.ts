import { describe, expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { type SimulatedRound, simulatedReport } from '#test/helpers/simulated-round.ts'
import { textsOf } from './report-texts.ts'

const ROUND: SimulatedRound = { profile: 'split', seniors: 9, departments: 12 }
const HIDDEN: SimulatedRound = { profile: 'aligned', seniors: 9, departments: 4 }
const FIRST_HIDDEN = 9

/** One person answers these items otherwise. */
function withAnswers(person: number, answers: Answers): NonNullable<SimulatedRound['changed']> {
  return (submission: Submission, index) =>
    index === person ? { ...submission, answers: { ...submission.answers, ...answers } } : submission
}

const documentOf = (settings: SimulatedRound) => JSON.stringify(simulatedReport(settings).report)
const lines = (...texts: string[]) =>
  ({
    state: 'answered',
    value: { kind: 'lines', lines: texts.map((text) => ({ text, picks: {} })) },
  }) as const
const point = (value: number) => ({ state: 'answered', value: { kind: 'scale', point: value } }) as const
const role = (roleId: string) =>
  ({ state: 'answered', value: { kind: 'owner', owner: { kind: 'role', roleId } } }) as const

describe('a level below the smallest group leaves no trace', () => {
  const untouched = documentOf(HIDDEN)
  test.each<[string, Answers]>([
    ['a priority', { priorities: lines('Buy a rival', 'Enter Portugal', 'Fewer faults') }],
    ['a stop', { stops: lines('Office move', 'Buy a rival') }],
    ['a signal', { 'slow-crossfunctional': point(5), 'hard-to-say-no': point(1) }],
    ['an owner', { 'owns-outcome': role('Technology director') }],
    ['a blank', { tiebreak: { state: 'skipped' }, 'own-result': { state: 'cant-say' } }],
  ])('whatever one of its people answers: %s', (_, answers) => {
    const twin = documentOf({ ...HIDDEN, changed: withAnswers(FIRST_HIDDEN, answers) })
    expect(twin).toBe(untouched)
  })

  test('while the same answer of a level that is shown does change the report', () => {
    expect(documentOf({ ...HIDDEN, changed: withAnswers(0, { priorities: lines('Buy a rival') }) })).not.toBe(
      untouched,
    )
  })
})

test.each(['confidential', 'unlinked'] as const)(
  'in %s mode nothing that one person alone named is in the document, its charts included',
  (privacyMode) => {
    const alone: Answers = {
      priorities: lines('Solitary priority'),
      stops: lines('Solitary stop'),
      dependencies: lines('Solitary dependency'),
      'owns-outcome': {
        state: 'answered',
        value: { kind: 'owner', owner: { kind: 'someone-else', text: 'Solitary owner' } },
      },
    }
    for (const person of [0, 12]) {
      const told = documentOf({ ...ROUND, privacyMode, changed: withAnswers(person, alone) })
      expect(told).not.toContain('Solitary')
    }
  },
)

test('in confidential mode no count of one person, and none of all but one, is told', () => {
  for (const profile of ['aligned', 'split', 'levels-apart', 'random'] as const) {
    for (const { place, text } of textsOf(simulatedReport({ ...ROUND, profile }).report)) {
      const uncoded = text.replace(/(at most|all or all but) one of/gi, 'coded of')
      expect(uncoded, place).not.toMatch(/\b(one|1) of (the )?(nine|9|12|21)\b/i)
      expect(uncoded, place).not.toMatch(/\b(eight|8) of (nine|9)\b|\b11 of 12\b|\b20 of 21\b/)
      expect(uncoded, place).not.toMatch(/\b1 put it first\b|\bonly one (person|leader)\b/)
    }
  }
})
