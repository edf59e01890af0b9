import { clearOwnerChance, clearOwnerDistance } from './clear-owner-distance.ts'
import { dice, diceByChance } from './dice.ts'
import { linearChance, linearDistance } from './linear-distance.ts'
import { rankBiasedOverlap, rankBiasedOverlapByChance } from './rank-biased-overlap.ts'

/**
 * How two people's answers to one item are compared, and what chance would do with the same options.
 * linear: a point of a scale or of an ordered choice. match: one of `options`, of which the first `real` can match.
 * lists: themes out of a catalogue, `asked` of them asked for, with or without an order.
 */
export type Comparison =
  | { kind: 'linear'; points: number }
  | { kind: 'match'; options: number; real: number }
  | { kind: 'lists'; catalogue: number; asked: number; ordered: boolean }

/** An answer as numbers: an option or point counted from 0, or the themes of a list counted from 0, in order. */
export type CodedAnswer = number | readonly number[]

/** Distance of two answers to the same item, 0..1. */
export function distanceOf(comparison: Comparison, a: CodedAnswer, b: CodedAnswer): number {
  if (comparison.kind === 'linear') return linearDistance(a as number, b as number, comparison.points)
  if (comparison.kind === 'match') return clearOwnerDistance(a as number, b as number, comparison.real)
  const overlap = comparison.ordered ? rankBiasedOverlap : dice
  return 1 - overlap(a as readonly number[], b as readonly number[])
}

/** Mean distance of two random answers (D0). Of lists: of random lists as long as these two. */
export function chanceDistanceOf(comparison: Comparison, a: CodedAnswer, b: CodedAnswer): number {
  if (comparison.kind === 'linear') return linearChance(comparison.points)
  if (comparison.kind === 'match') return clearOwnerChance(comparison.real, comparison.options)
  return listChance(comparison, (a as readonly number[]).length, (b as readonly number[]).length)
}

/** Mean distance of two random lists of these lengths. */
export function listChance(
  comparison: Extract<Comparison, { kind: 'lists' }>,
  lengthA: number,
  lengthB: number,
): number {
  const overlap = comparison.ordered ? rankBiasedOverlapByChance : diceByChance
  return 1 - overlap(lengthA, lengthB, comparison.catalogue)
}
