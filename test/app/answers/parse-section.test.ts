import { expect, test } from 'vitest'
import { parseSection } from '#app/answers/parse-section.ts'
import type { Section } from '#app/questionnaire/instrument.ts'
import { departments, formWith, full, roles } from './asked-items.ts'

const focus = full.sections.find((section) => section.id === 'focus') as Section

test('an error keeps one answer back; the others of the section stand', () => {
  const form = formWith(
    ['added-midquarter', '4'],
    ['hard-to-say-no', 'cant-say'],
    ['all-green', '9'],
    ['initiatives', 'a few'],
  )
  expect(parseSection(focus, form, departments, roles)).toEqual({
    answers: {
      'added-midquarter': { state: 'answered', value: { kind: 'scale', point: 4 } },
      'hard-to-say-no': { state: 'cant-say' },
      'slow-crossfunctional': { state: 'skipped' },
      'name-what-not': { state: 'skipped' },
    },
    errors: {
      'all-green': 'Please choose one of the answers offered',
      initiatives: 'Please give a whole number from 0 to 99',
    },
  })
})

test('fields of other sections are not read', () => {
  const { answers } = parseSection(focus, formWith(['tiebreak', '1'], ['csrf', 'x']), departments, roles)
  expect(Object.keys(answers)).toEqual(focus.items.map((item) => item.id))
})

test('the form keeps everything that was typed', () => {
  const fields = [
    ['initiatives', ' a few '],
    ['all-green', '9'],
  ] as const
  const form = formWith(...fields)
  parseSection(focus, form, departments, roles)
  expect([...form]).toEqual(fields)
})
