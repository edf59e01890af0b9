import { clearOwnerChance } from './clear-owner-distance.ts'
import type { Comparison } from './comparison.ts'
import { linearChance } from './linear-distance.ts'

type CodeComparison = Exclude<Comparison, { kind: 'lists' }>

/** More steps than this are not worth waiting for: some 40 people on five points, 60 people naming one of ten owners. */
const MOST_STEPS = 8_000_000

/**
 * Every agreement that n random answers to one scale, choice or owner can come to, with its probability, the highest
 * first. Agreement depends on how many people are on each option, so the options are filled one after the other, and all
 * ways to fill them that come to the same sum of pairs are kept together. Null for lists and where it would take too long.
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
  const boxes = boxesOf(comparison)
  const most = comparison.kind === 'linear' ? (boxes.length - 1) * (n / 2) ** 2 : (n * (n - 1)) / 2
  if ((boxes.length * n * n * most) / 2 > MOST_STEPS) return null
  return spread(comparison, n, boxes, Math.floor(most))
    .map((probability, sum) => ({ value: agreementOf(comparison, n, sum), probability }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.value - a.value)
}

/** The chance of each box that people fall into; all that is no real owner is one box, whose people match nobody. */
function boxesOf(comparison: CodeComparison): number[] {
  if (comparison.kind === 'linear') return new Array<number>(comparison.points).fill(1 / comparison.points)
  const { options, real } = comparison
  const boxes = new Array<number>(real).fill(1 / options)
  return real < options ? [(options - real) / options, ...boxes] : boxes
}

/** Probability of each sum of pairs: steps between people on a scale, pairs of people who match otherwise. */
function spread(comparison: CodeComparison, n: number, boxes: readonly number[], most: number): number[] {
  const unreal = comparison.kind === 'match' && comparison.real < comparison.options ? 0 : -1
  const add = (box: number, here: number, placed: number): number => {
    if (comparison.kind === 'linear') return placed * (n - placed)
    return box === unreal ? 0 : (here * (here - 1)) / 2
  }
  let byPlaced = emptyTable(n, most)
  ;(byPlaced[0] as Float64Array)[0] = 1
  boxes.forEach((chance, box) => {
    const next = emptyTable(n, most)
    byPlaced.forEach((sums, before) => {
      let weight = 1
      for (let here = 0; before + here <= n; here++) {
        if (here > 0) weight *= chance / here
        shiftInto(next[before + here] as Float64Array, sums, add(box, here, before + here), weight)
      }
    })
    byPlaced = next
  })
  const orders = factorial(n)
  return Array.from(byPlaced[n] as Float64Array, (weight) => weight * orders)
}

function emptyTable(n: number, most: number): Float64Array[] {
  return Array.from({ length: n + 1 }, () => new Float64Array(most + 1))
}

function shiftInto(target: Float64Array, sums: Float64Array, by: number, weight: number): void {
  for (let sum = 0; sum + by < target.length; sum++) {
    const chance = sums[sum] as number
    if (chance > 0) target[sum + by] = (target[sum + by] as number) + chance * weight
  }
}

function agreementOf(comparison: CodeComparison, n: number, sum: number): number {
  const mean = sum / ((n * (n - 1)) / 2)
  if (comparison.kind === 'linear') {
    return 1 - mean / (comparison.points - 1) / linearChance(comparison.points)
  }
  return 1 - (1 - mean) / clearOwnerChance(comparison.real, comparison.options)
}

function factorial(k: number): number {
  let product = 1
  for (let factor = 2; factor <= k; factor++) product *= factor
  return product
}
