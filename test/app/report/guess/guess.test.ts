import { expect, test } from 'vitest'
import type { ConstructFigure } from '#app/report/document.ts'
import { compareGuess, guessItems, guessTitle, readGuess } from '#app/report/guess/guess.ts'

const figure = (
  label: string,
  level: 'senior' | 'department',
  agreement: number | null,
): ConstructFigure => ({
  label,
  level,
  strength: 50,
  agreement,
  range: agreement === null ? null : [agreement - 10, agreement + 10],
  chance: 20,
  n: agreement === null ? null : 9,
})
const constructs = [
  figure('Alignment', 'senior', 30),
  figure('Alignment', 'department', 60),
  figure('Focus', 'senior', 80),
  figure('Rhythm', 'senior', null),
]
const items = guessItems({ constructs })

test('the senior team is guessed, on what the report shows; the department leads only where it is not shown', () => {
  expect(items.map(({ label, figure }) => [label, figure.agreement])).toEqual([
    ['Alignment', 30],
    ['Focus', 80],
  ])
  const hidden = constructs.map((one) => (one.level === 'senior' ? { ...one, agreement: null } : one))
  expect(guessItems({ constructs: hidden }).map(({ figure }) => figure.level)).toEqual(['department'])
  expect(guessItems({})).toEqual([])
})

test('a guess is a whole number from 0 to 100; fields may stay empty, but not all', () => {
  expect(readGuess(items, { 'guess-1': ' 70 ', 'guess-2': '' })).toEqual({
    ok: true,
    guess: { Alignment: 70 },
  })
  expect(readGuess(items, { 'guess-1': '101', 'guess-2': '-1' })).toMatchObject({
    ok: false,
    errors: { 'guess-1': expect.any(String), 'guess-2': expect.any(String) },
  })
  expect(readGuess(items, {})).toMatchObject({ ok: false, errors: { form: expect.any(String) } })
})

test('guess and answer stand side by side; inside the plausible range the answers say no more', () => {
  const rows = compareGuess(items, { Alignment: 75, Focus: 72 })
  expect(rows.map(({ guessed, answered, difference }) => [guessed, answered, difference])).toEqual([
    [75, 30, 'you expected 45 points more'],
    [72, 80, 'within the range of the answers'],
  ])
  expect(rows[0]?.around).toBe('n 9, plausible range 20 to 40, chance line 20')
  expect(guessTitle(rows)).toBe('You expected more agreement than there is: 1 of 2 guesses too high')
  expect(guessTitle(compareGuess(items, { Alignment: 30 }))).toMatch(/right/)
  expect(guessTitle(compareGuess(items, { Alignment: 1, Focus: 2 }))).toMatch(/2 of 2 guesses too low/)
  expect(compareGuess(items, { Alignment: 30 })[1]?.difference).toBe('no guess')
})
