import { expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import {
  changesInWords,
  minutesLeft,
  minutesLeftInWords,
  nextSection,
  progressOf,
} from '#app/answers/progress.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { sectionOf } from './answering-round.ts'
import { full } from './asked-items.ts'

const focus = sectionOf('focus')
const all: Answers = Object.fromEntries(focus.items.map(({ id }) => [id, { state: 'cant-say' as const }]))

test('a section is not started, started or done; "can’t say" counts as an answer and skipped does not', () => {
  expect(progressOf(focus, {}).state).toBe('not-started')
  expect(progressOf(focus, { initiatives: { state: 'skipped' } }).state).toBe('not-started')
  expect(progressOf(focus, { initiatives: { state: 'cant-say' } })).toMatchObject({
    state: 'started',
    answered: 1,
    of: 6,
  })
  expect(progressOf(focus, all).state).toBe('done')
})

test('answers of other sections do not count', () => {
  expect(progressOf(focus, { priorities: { state: 'cant-say' } }).answered).toBe(0)
})

// The minutes are those that the instruments state for themselves.
test.each([
  ['full@1', 8, 10],
  ['quick-scan@1', 4, 5],
])('%s takes %i to %i minutes by the clock that the pages show', (key, least, most) => {
  const instrument = findInstrument(key)
  if (!instrument) throw new Error(`no ${key}`)
  const minutes = minutesLeft(sectionsFor(instrument, 'department'), {})
  expect(minutes).toBeGreaterThanOrEqual(least)
  expect(minutes).toBeLessThanOrEqual(most)
})

test('minutes are left as long as anything is unanswered, and none after that', () => {
  expect(minutesLeft([focus], all)).toBe(0)
  expect(minutesLeft([focus], { ...all, initiatives: { state: 'skipped' } })).toBe(1)
  expect([0, 1, 6].map((minutes) => minutesLeftInWords(minutes))).toEqual([
    'everything is answered',
    'about a minute left',
    'about 6 minutes left',
  ])
})

test('one goes on with the first section not begun, then with the first not complete, then nowhere', () => {
  const [first, second] = full.sections.slice(0, 2).map((section) => progressOf(section, {}))
  if (!first || !second) throw new Error('no sections')
  expect(nextSection([{ ...first, state: 'started' }, second])).toBe(second)
  const begun = { ...second, state: 'started' as const }
  expect(nextSection([{ ...first, state: 'done' }, begun])).toBe(begun)
  expect(nextSection([{ ...first, state: 'done' }])).toBeNull()
})

test('changes are counted in words', () => {
  expect(changesInWords(1)).toBe('You changed one answer')
  expect(changesInWords(3)).toBe('You changed 3 answers')
})
