import { expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { MOST_COMMITMENTS, readCommitments, withCommitments } from '#app/questionnaire/commitments.ts'
import { type Instrument, instrumentSchema, LEVELS } from '#app/questionnaire/instrument.ts'
import { itemsOf, sectionsFor } from '#app/questionnaire/items.ts'
import { languagesOf, localise } from '#app/questionnaire/languages.ts'

const pulse = findInstrument('pulse@1') as Instrument
const full = findInstrument('full@1') as Instrument

test('the pulse asks what a later round needs, word for word as the full diagnostic', () => {
  const asked = itemsOf(pulse)
  expect(asked.map(({ id }) => id)).toEqual([
    'priorities',
    'notnow',
    'added-midquarter',
    'hard-to-say-no',
    'all-green',
    'slow-crossfunctional',
    'decision-lag',
    'theatre',
    'deck',
    'avoidance',
  ])
  for (const item of asked) expect(itemsOf(full)).toContainEqual(item)
})

test('with commitments it asks one scale for each, of both levels, in every language', () => {
  const asked = withCommitments(pulse, ['Stop the loyalty pilot', 'One owner for $& returns'])
  expect(instrumentSchema.parse(asked)).toEqual(asked)
  for (const level of LEVELS) {
    expect(
      sectionsFor(asked, level)
        .at(-1)
        ?.items.map(({ id, kind }) => [id, kind]),
    ).toEqual([
      ['commitment-1', 'scale'],
      ['commitment-2', 'scale'],
    ])
  }
  expect(itemsOf(asked).at(-1)?.wording).toBe('How far has this come: “One owner for $& returns”?')
  expect(languagesOf(asked)).toEqual(['en-GB', 'de'])
  expect(itemsOf(localise(asked, 'de')).at(-2)?.wording).toBe('Wie weit ist das: „Stop the loyalty pilot“?')
})

test('a questionnaire that does not ask about commitments stays as it is, and so does a pulse without any', () => {
  expect(withCommitments(full, ['Stop it'])).toBe(full)
  expect(withCommitments(pulse, [])).toBe(pulse)
})

test('a typed list is read a line each, without blanks', () => {
  expect(readCommitments('  Stop  the pilot \n\nOne owner')).toEqual({
    ok: true,
    commitments: ['Stop the pilot', 'One owner'],
  })
})

test.each([
  ['too many', Array.from({ length: MOST_COMMITMENTS + 1 }, (_, at) => `Do ${at}`).join('\n'), /There are 7/],
  ['too long', `Short\n${'a'.repeat(161)}`, /Commitment 2 is longer than 160/],
  ['twice the same', 'One\nOne', /stands there twice/],
])('%s is refused with the reason', (_, text, message) => {
  const read = readCommitments(text)
  expect(read.ok ? '' : read.error).toMatch(message)
})
