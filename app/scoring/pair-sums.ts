import { type CodedAnswer, type Comparison, chanceDistanceOf, distanceOf, listChance } from './comparison.ts'
import { overlapGains } from './overlap-gains.ts'

/** Below this a sum of chance distances is what rounding leaves of nothing. */
export const NOTHING = 1e-9

/** Distance and chance distance, each summed over pairs of people. */
export interface PairSums {
  distance: number
  chance: number
}

/**
 * One person's distance to everybody of a group, and what it would be at random: summed by answer, not by person, so that
 * it costs the same for 75 people as for 7. Whoever belongs to the group meets themselves, too: see `selfSums`.
 *
 * Source: sums of the distances of `comparison.ts`.
 *
 * @example meetGroup({ kind: 'linear', points: 5 }, [0, 0, 4])(2) // => { distance: 1.5, chance: 1.2 } (to 9 decimals)
 */
export function meetGroup(
  comparison: Comparison,
  group: readonly CodedAnswer[],
): (answer: CodedAnswer) => PairSums {
  return comparison.kind === 'lists'
    ? meetLists(comparison, group as readonly (readonly number[])[])
    : meetCodes(comparison, group as readonly number[])
}

/**
 * Agreement within a group, or across two, out of such sums: the value of `pairwiseAgreement` without going through the
 * pairs. Null where there is nothing to compare.
 *
 * @example agreementBySums({ kind: 'match', options: 2, real: 2 }, [0, 0, 1]) // => -0.3333333333333333
 */
export function agreementBySums(
  comparison: Comparison,
  group: readonly CodedAnswer[],
  other?: readonly CodedAnswer[],
): number | null {
  const { distance, chance } = sumsOfPairs(comparison, group, other)
  return chance < NOTHING ? null : 1 - distance / chance
}

/**
 * Distance and chance distance over all pairs of different people of a group, or over all pairs across two.
 *
 * @example sumsOfPairs({ kind: 'match', options: 2, real: 2 }, [0, 0, 1]) // => { distance: 2, chance: 1.5 }
 */
export function sumsOfPairs(
  comparison: Comparison,
  group: readonly CodedAnswer[],
  other?: readonly CodedAnswer[],
): PairSums {
  const meet = meetGroup(comparison, other ?? group)
  let distance = 0
  let chance = 0
  for (const answer of group) {
    const met = meet(answer)
    const self = other ? null : selfSums(comparison, answer)
    distance += met.distance - (self?.distance ?? 0)
    chance += met.chance - (self?.chance ?? 0)
  }
  return other ? { distance, chance } : { distance: distance / 2, chance: chance / 2 }
}

/** What meeting oneself adds: to be taken off by whoever belongs to the group. */
export function selfSums(comparison: Comparison, answer: CodedAnswer): PairSums {
  return {
    distance: distanceOf(comparison, answer, answer),
    chance: chanceDistanceOf(comparison, answer, answer),
  }
}

function meetCodes(comparison: Comparison, group: readonly number[]): (answer: CodedAnswer) => PairSums {
  const counts = countBy(group)
  const chance = group.length === 0 ? 0 : group.length * chanceDistanceOf(comparison, 0, 0)
  const known: PairSums[] = []
  return (answer) => {
    const met = known[answer as number]
    if (met) return met
    let distance = 0
    for (const [code, people] of counts) distance += people * distanceOf(comparison, answer, code)
    known[answer as number] = { distance, chance }
    return { distance, chance }
  }
}

type ListComparison = Extract<Comparison, { kind: 'lists' }>
type Lists = readonly (readonly number[])[]

function meetLists(comparison: ListComparison, group: Lists): (answer: CodedAnswer) => PairSums {
  const size = Math.max(1, ...group.map((list) => list.length))
  const ofLength = countBy(group.map((list) => list.length))
  const naming = namingOf(group, size)
  let gains = overlapGains(comparison.ordered, size)
  let longest = size
  return (answer) => {
    const list = answer as readonly number[]
    if (list.length > longest) {
      longest = list.length
      gains = overlapGains(comparison.ordered, longest)
    }
    let distance = group.length
    let chance = 0
    for (const [length, people] of ofLength) chance += people * listChance(comparison, list.length, length)
    list.forEach((theme, rank) => {
      for (const [place, people] of naming.get(theme) ?? []) {
        distance -= people * gains.of(list.length, Math.floor(place / size), Math.max(rank, place % size))
      }
    })
    return { distance, chance }
  }
}

/** By theme: how many people name it, by the length of their list and the rank it has there (length x size + rank). */
function namingOf(group: Lists, size: number): Map<number, Map<number, number>> {
  const places = new Map<number, number[]>()
  for (const list of group) {
    list.forEach((theme, rank) => {
      const known = places.get(theme) ?? []
      known.push(list.length * size + rank)
      places.set(theme, known)
    })
  }
  return new Map([...places].map(([theme, known]) => [theme, countBy(known.sort((a, b) => a - b))]))
}

function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
