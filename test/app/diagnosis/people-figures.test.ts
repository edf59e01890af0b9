import { expect, test } from 'vitest'
import { inPlayWords } from '#app/diagnosis/in-play-words.ts'
import { shareFigure, topThemeFigure } from '#app/diagnosis/people-figures.ts'
import { sidesWords } from '#app/diagnosis/sides-words.ts'
import { detailOf, people, scoresWith } from '#test/helpers/scores.ts'

const sentenceFor = (...counts: number[]) => {
  const scores = scoresWith((draft) => {
    detailOf(draft, 'priorities', 'senior', 'lines').themes = counts.map((count, index) => ({
      themeId: String(index),
      name: `Theme ${index}`,
      people: people(count, 9),
      first: null,
      namedBy: null,
    }))
  })
  const figure = topThemeFigure(scores, 'priorities', 'senior', 'the top priorities')
  return figure.kind === 'figure' ? figure.words.sentence : null
}

test('a list that one theme holds together is told from one that nothing does', () => {
  expect(sentenceFor(8, 4, 2)).toBe(
    'only “Theme 0” is shared by a majority: it came from all or all but one of nine',
  )
  expect(sentenceFor(7, 5, 4)).toBe(
    'only two are shared by a majority: the one named most often, “Theme 0”, came from seven of nine',
  )
  expect(sentenceFor(4, 3)).toBe(
    'not one of them is shared by a majority: the one named most often, “Theme 0”, came from four of nine',
  )
  expect(sentenceFor()).toBe('not one was named by more than one of them')
})

test('a count gives its range in people, and a coded one the range of all that it can stand for', () => {
  // Wilson, 90 %: 20 of 25 gives 0.64 to 0.90.
  expect(shareFigure('x', { low: 20, high: 20, of: 25 }, ['senior'], null).brief).toBe(
    '20 of 25 (range 16 to 22)',
  )
  expect(shareFigure('x', { low: 0, high: 1, of: 9 }, ['senior'], null).brief).toMatch(
    /^at most one of nine \(range 0 to /,
  )
})

test('a level of which perhaps nobody said a thing is left out where the other did', () => {
  expect(sidesWords({ senior: people(1, 9), department: people(3, 16) })).toBe('three of 16 department leads')
  expect(sidesWords({ senior: people(8, 9), department: null })).toBe(
    'all or all but one of nine senior leaders',
  )
})

test('no more priorities are said to be in play than were named', () => {
  expect([inPlayWords(6.8, 6), inPlayWords(4.94, 6), inPlayWords(3, 3)]).toEqual(['all six', '4.9', '3.0'])
})
