import type { Disclosure } from './disclosure.ts'

/** From this many people the mean of a rating is exact, and the distribution goes by single points. */
const MANY = 20
/** From this many people the ends are coded less widely, and a distribution in three bands may be shown. */
export const SOME = 10

/** A mean of ratings 1..5 as it may be shown: the words, and the number behind the words. */
export interface ShownMean {
  text: string
  value: number
}

/**
 * The mean of ratings 1..5 as it may be shown: one decimal, halves upwards. Outside open mode the ends are coded, because
 * "1.0" would tell everybody's answer: below 10 people "4.5 or more" and "1.5 or less", below 20 "4.8 or more" and
 * "1.2 or less".
 *
 * @example shownMean(25, 5, { open: false, needed: 5 }) // => { text: '4.5 or more', value: 4.5 }
 * @example shownMean(21, 5, { open: false, needed: 5 }) // => { text: '4.2', value: 4.2 }
 */
export function shownMean(sum: number, n: number, disclosure: Disclosure): ShownMean {
  const value = Math.floor((20 * sum) / (2 * n) + 0.5) / 10
  const margin = disclosure.open || n >= MANY ? 0 : n < SOME ? 0.5 : 0.2
  const high = 5 - margin
  const low = 1 + margin
  if (margin > 0 && value >= high) return { text: `${high.toFixed(1)} or more`, value: high }
  if (margin > 0 && value <= low) return { text: `${low.toFixed(1)} or less`, value: low }
  return { text: value.toFixed(1), value }
}

/**
 * A share 0..1 that stands for a healthy state, on 0..100, rounded and coded at its ends as a mean of ratings is: a share
 * of 1 among six people is given as 87.5 and not as "all of them".
 *
 * @example shownStrength(1, 6, { open: false, needed: 5 }) // => 87.5
 */
export function shownStrength(share: number, n: number, disclosure: Disclosure): number {
  return strengthOfMean(shownMean((1 + 4 * share) * n, n, disclosure).value)
}

/** A mean of ratings 1..5 on 0..100. */
export function strengthOfMean(mean: number): number {
  return Math.round((mean - 1) * 250) / 10
}

/**
 * How the ratings are spread, as far as it may be shown: nothing below 10 people, three bands in steps of 10 % with coded
 * ends below 20, the five points in steps of 5 % from 20.
 *
 * @example shownDistribution([0, 0, 0, 1, 9]).shares // => ['at most 10 %', 'at most 10 %', 'at least 90 %']
 */
export function shownDistribution(counts: readonly number[]): { labels: string[]; shares: string[] } | null {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (n < SOME) return null
  if (n >= MANY) {
    return {
      labels: ['1', '2', '3', '4', '5'],
      shares: counts.map((count) => `${Math.floor((count * 20) / n + 0.5) * 5} %`),
    }
  }
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts
  const bands = [one + two, three, four + five]
  return { labels: ['1 to 2', '3', '4 to 5'], shares: bands.map((count) => codedShare(count / n)) }
}

function codedShare(share: number): string {
  const rounded = Math.floor(share * 10 + 0.5) * 10
  if (rounded <= 10) return 'at most 10 %'
  if (rounded >= 90) return 'at least 90 %'
  return `${rounded} %`
}
