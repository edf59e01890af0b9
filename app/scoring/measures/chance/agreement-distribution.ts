import { clearOwnerChance } from '../../clear-owner-distance.ts'
import { linearChance } from '../../linear-distance.ts'

/** How answers are compared: by distance on a scale, or as the same and different options. */
export type AnswerKind = 'linear' | 'nominal'

/** An agreement S that a group can reach, with its probability. */
export interface Chance {
  value: number
  probability: number
}

/**
 * Every agreement S that n people can reach who each give answer k with the probability `shares[k]`, the lowest first. Exact,
 * and fast for any number of people: it goes through the options and not through the ways to spread people over them, keeping
 * for each number of people placed so far the chance of each sum of distances.
 *
 * The sum grows option by option: on a scale, a cut with F people below it is crossed by F (n - F) pairs; of options, c people
 * on one make c (c - 1) / 2 pairs that match. It is a whole number, so no two agreements are told apart by rounding.
 *
 * Source: multinomial distribution.
 *
 * @throws {RangeError} below two people or two options
 * @example agreementDistribution('nominal', [0.5, 0.5], 2)
 * // => [{ value: -1, probability: 0.5 }, { value: 1, probability: 0.5 }]
 */
export function agreementDistribution(kind: AnswerKind, shares: readonly number[], n: number): Chance[] {
  if (n < 2 || shares.length < 2) throw new RangeError('agreement requires two people and two options')
  const longest = kind === 'linear' ? (shares.length - 1) * Math.floor(n ** 2 / 4) : (n * (n - 1)) / 2
  let placed = emptyRows(n, longest)
  ;(placed[0] as Float64Array)[0] = 1
  let shareLeft = 1
  shares.forEach((share, option) => {
    const last = option === shares.length - 1
    // Of those not placed yet; on the last option, everybody.
    const conditional = last || shareLeft <= 0 ? 1 : Math.min(1, share / shareLeft)
    placed = placeOption(placed, longest, conditional, kind)
    shareLeft -= share
  })
  return Array.from(placed[n] as Float64Array, (probability, key) => ({
    value: agreementOf(kind, key, shares.length, n),
    probability,
  }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => a.value - b.value)
}

/** A row for each number of people placed: the chance of each sum. */
function emptyRows(n: number, longest: number): Float64Array[] {
  return Array.from({ length: n + 1 }, () => new Float64Array(longest + 1))
}

/** Puts each possible number of the people left on one option, each of them with the chance `share`. */
function placeOption(
  placed: readonly Float64Array[],
  longest: number,
  share: number,
  kind: AnswerKind,
): Float64Array[] {
  const n = placed.length - 1
  const next = emptyRows(n, longest)
  placed.forEach((row, before) => {
    binomial(n - before, share).forEach((chance, here) => {
      const after = before + here
      const grown = kind === 'linear' ? after * (n - after) : (here * (here - 1)) / 2
      const target = next[after] as Float64Array
      for (let key = 0; chance > 0 && key + grown <= longest; key++) {
        target[key + grown] = (target[key + grown] as number) + (row[key] as number) * chance
      }
    })
  })
  return next
}

/** Chances of 0..n heads from a coin that falls heads with this probability. */
function binomial(n: number, share: number): number[] {
  let row = [1]
  for (let toss = 1; toss <= n; toss++) {
    row = Array.from({ length: toss + 1 }, (_, k) => (row[k] ?? 0) * (1 - share) + (row[k - 1] ?? 0) * share)
  }
  return row
}

function agreementOf(kind: AnswerKind, key: number, options: number, n: number): number {
  const mean = key / ((n * (n - 1)) / 2)
  if (kind === 'linear') return 1 - mean / (options - 1) / linearChance(options)
  return 1 - (1 - mean) / clearOwnerChance(options, options)
}
