import { numberWord } from '#app/diagnosis/people-words.ts'
import type { PairShare } from '#app/scoring/pair-share.ts'

const ENDS: Record<'times' | 'pairs', Record<number, string>> = {
  times: { 0: 'never', 10: 'every time' },
  pairs: { 0: 'no pairs', 10: 'all pairs' },
}

/** A share in tenths of something as it may be said: "six times in ten", "at most two pairs in ten". */
export function tenthsWords({ low, high }: PairShare, what: keyof typeof ENDS): string {
  if (low === high) return ENDS[what][low] ?? `${numberWord(low)} ${what} in ten`
  if (low === 0) return `at most ${numberWord(high)} ${what} in ten`
  if (high === 10) return `at least ${numberWord(low)} ${what} in ten`
  return `${numberWord(low)} to ${numberWord(high)} ${what} in ten`
}

/** What lies between two shares at the ends follows from both and tells no more than they do. */
export function between(low: PairShare, high: PairShare): PairShare {
  const least = Math.max(0, 10 - low.high - high.high)
  return { low: least, high: Math.max(least, 10 - low.low - high.low) }
}
