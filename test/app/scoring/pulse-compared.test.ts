import { expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { withCommitments } from '#app/questionnaire/commitments.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { notComparableBecause } from '#app/scoring/comparable-items.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'

const full = findInstrument('full@1') as Instrument
const pulse = findInstrument('pulse@1') as Instrument

function inputOf(instrument: Instrument): ScoreInput {
  return {
    instrument,
    round: { privacyMode: 'confidential', smallestGroup: 5 },
    leads: [],
    roles: [],
    submissions: [],
    codebook: { themes: [], lines: [] },
  }
}

test('every item of the pulse can be held against the full diagnostic; commitments, against nothing', () => {
  const asked = withCommitments(pulse, ['Stop the pilot'])
  const reasons = itemsOf(asked).map((item) => notComparableBecause(inputOf(full), inputOf(asked), item))
  expect(reasons.slice(0, -1).flat()).toEqual([])
  expect(reasons.at(-1)).toEqual(['not-asked'])
})

test('a commitment is held against itself in the next pulse, and not against another in its place', () => {
  const first = inputOf(withCommitments(pulse, ['Stop the pilot', 'One owner']))
  const second = inputOf(withCommitments(pulse, ['Stop the pilot', 'Two reviews']))
  const reasons = itemsOf(second.instrument)
    .slice(-2)
    .map((item) => notComparableBecause(first, second, item))
  expect(reasons).toEqual([[], ['wording']])
})
