import type { Agreement, Provisional, Range } from '#app/scoring/round-scores.ts'
import { numberWord } from './people-words.ts'

/** Agreement as it is shown: whole points of 100, never below 0. */
export function points(s: number): number {
  return Math.max(0, Math.round(100 * s))
}

export function rangeWords([low, high]: Range): string {
  return `${points(low)} to ${points(high)}`
}

/** The figure with everything that it may not be shown without: people, plausible range, chance line. */
export function agreementWords({ s, n, range90, chanceLine, provisional }: Agreement): string {
  if (provisional) return `${provisionalWords(provisional)}, ${numberWord(n)} people`
  const range = range90 ? `plausible range ${rangeWords(range90)}` : 'too few people for a plausible range'
  const chance = chanceLine === null ? [] : [`chance line ${points(chanceLine)}`]
  return `${points(s)} of 100 (${[`${numberWord(n)} people`, range, ...chance].join(', ')})`
}

/** The same in brief, for a margin or a table that has the people in a place of their own. */
export function agreementBrief({ s, range90, chanceLine, provisional }: Agreement): string {
  if (provisional) return provisionalWords(provisional)
  const range = range90 ? [`range ${rangeWords(range90)}`] : []
  const chance = chanceLine === null ? [] : [`chance ${points(chanceLine)}`]
  return `${points(s)} of 100 (${[...range, ...chance].join(', ')})`
}

/** What can be said of a figure while groups of lines wait for a person: where it will come to lie, and no band. */
export function provisionalWords({ low, high, groups }: Provisional): string {
  const waiting = groups === 1 ? '1 group of lines is' : `${groups} groups of lines are`
  return `provisionally ${rangeWords([low, high])} of 100, while ${waiting} not confirmed`
}

/** The band as it stands in a picture or a table. */
export const BAND_WORDS: Record<Agreement['band'], string> = {
  divergent: 'divergent',
  mixed: 'mixed',
  aligned: 'aligned',
  'too-wide': 'range too wide',
  'like-random': 'like random',
}

/** The band as it stands in a sentence. */
export const BAND_SENTENCES: Record<Agreement['band'], string> = {
  ...BAND_WORDS,
  'too-wide': 'a range too wide for a band',
  'like-random': 'not to be told from random answers',
}
