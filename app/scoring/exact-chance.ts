import { clearOwnerChance } from './clear-owner-distance.ts'
import type { Comparison } from './comparison.ts'
import { linearChance } from './linear-distance.ts'

/** More ways than this to spread the people over the options are not counted out. */
const MOST_TABLES = 25_000

/**
 * Every agreement that n random answers to one scale or choice can come to, with its probability, the highest first. It
 * runs through all ways to spread n people over the options. Null for lists and where there are too many ways.
 *
 * Source: multinomial distribution.
 *
 * @example exactChance({ kind: 'match', options: 2, real: 2 }, 2)
 * // => [{ value: 1, probability: 0.5 }, { value: -1, probability: 0.5 }]
 */
export function exactChance(
  comparison: Comparison,
  n: number,
): { value: number; probability: number }[] | null {
  if (comparison.kind === 'lists' || n < 2) return null
  const options = comparison.kind === 'linear' ? comparison.points : comparison.options
  if (tablesOf(n, options) > MOST_TABLES) return null
  const chances = new Map<number, number>()
  const logFactorials = Array.from({ length: n + 1 }, (_, k) => logFactorial(k))
  const start = (logFactorials[n] as number) - n * Math.log(options)

  /** Spreads the people who are left over the options from `option` on. `gathered`: see `gatherer`. */
  function spread(option: number, left: number, logProbability: number, gathered: number): void {
    if (option === options - 1) {
      const key = gather(option, left, n, gathered)
      const probability = Math.exp(logProbability - (logFactorials[left] as number))
      chances.set(key, (chances.get(key) ?? 0) + probability)
      return
    }
    for (let here = 0; here <= left; here++) {
      const log = logProbability - (logFactorials[here] as number)
      spread(option + 1, left - here, log, gather(option, here, n - left + here, gathered))
    }
  }
  const gather = gatherer(comparison, n)
  spread(0, n, start, 0)
  return [...chances]
    .map(([gathered, probability]) => ({ value: agreementOf(comparison, n, gathered), probability }))
    .sort((a, b) => b.value - a.value)
}

/** Sums, option by option, what agreement depends on: steps between pairs on a scale, matching pairs of owners otherwise. */
function gatherer(comparison: Exclude<Comparison, { kind: 'lists' }>, n: number) {
  return (option: number, here: number, soFar: number, gathered: number): number => {
    if (comparison.kind === 'linear') return gathered + soFar * (n - soFar)
    return gathered + (option < comparison.real ? (here * (here - 1)) / 2 : 0)
  }
}

function agreementOf(
  comparison: Exclude<Comparison, { kind: 'lists' }>,
  n: number,
  gathered: number,
): number {
  const mean = gathered / ((n * (n - 1)) / 2)
  if (comparison.kind === 'linear') {
    return 1 - mean / (comparison.points - 1) / linearChance(comparison.points)
  }
  return 1 - (1 - mean) / clearOwnerChance(comparison.real, comparison.options)
}

function tablesOf(n: number, options: number): number {
  let tables = 1
  for (let k = 1; k < options; k++) tables = (tables * (n + k)) / k
  return tables
}

function logFactorial(k: number): number {
  let sum = 0
  for (let factor = 2; factor <= k; factor++) sum += Math.log(factor)
  return sum
}
