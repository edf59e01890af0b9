import { clearOwnerChance } from './clear-owner-distance.ts'
import { type CodedAnswer, type Comparison, listChance } from './comparison.ts'
import { linearChance } from './linear-distance.ts'
import { overlapGains } from './overlap-gains.ts'
import type { Random } from './random.ts'
import { fillWithRandomThemes } from './random-list.ts'

/** The sizes of a group: for lists the length of each, shortest first; otherwise a 1 for each person. */
export type Shape = readonly number[]

/** A comparison of people who answer at random: within one group, or across two. */
export interface RandomComparison {
  comparison: Comparison
  first: Shape
  second: Shape | null
}

export function shapeOf(answers: readonly (CodedAnswer | null)[]): Shape {
  return answers
    .filter((answer) => answer !== null)
    .map((answer) => (typeof answer === 'number' ? 1 : answer.length))
    .sort((a, b) => a - b)
}

/** The agreement of many teams of these sizes who answer at random. */
export function randomAgreements(shape: RandomComparison, teams: number, random: Random): Float64Array {
  const { comparison, first, second } = shape
  const team =
    comparison.kind === 'lists'
      ? randomListTeam(comparison, first, second, random)
      : randomCodeTeam(comparison, first.length, second?.length ?? null, random)
  return new Float64Array(teams).map(team)
}

function randomCodeTeam(
  comparison: Exclude<Comparison, { kind: 'lists' }>,
  n: number,
  m: number | null,
  random: Random,
): () => number {
  const linear = comparison.kind === 'linear'
  const options = linear ? comparison.points : comparison.options
  const chance = linear ? linearChance(options) : clearOwnerChance(comparison.real, options)
  const a = new Float64Array(options)
  const b = m === null ? a : new Float64Array(options)
  const size = m ?? n
  const pairs = m === null ? (n * (n - 1)) / 2 : n * m
  const draw = (into: Float64Array, people: number): void => {
    into.fill(0)
    for (let person = 0; person < people; person++) {
      const option = random(options)
      into[option] = (into[option] as number) + 1
    }
  }
  // Within one group every pair of different people is met twice, and people meet themselves at a distance of 0.
  const halved = m === null ? 2 : 1
  return () => {
    draw(a, n)
    if (b !== a) draw(b, size)
    if (linear) return 1 - steps(a, b, n, size) / halved / (options - 1) / pairs / chance
    const selves = m === null ? realPeople(a, comparison.real) : 0
    return 1 - (1 - (matches(a, b, comparison.real) - selves) / halved / pairs) / chance
  }
}

function steps(a: Float64Array, b: Float64Array, n: number, m: number): number {
  let belowA = 0
  let belowB = 0
  let sum = 0
  for (let option = 0; option < a.length - 1; option++) {
    belowA += a[option] as number
    belowB += b[option] as number
    sum += belowA * (m - belowB) + belowB * (n - belowA)
  }
  return sum
}

function matches(a: Float64Array, b: Float64Array, real: number): number {
  let sum = 0
  for (let option = 0; option < real; option++) sum += (a[option] as number) * (b[option] as number)
  return sum
}

function realPeople(a: Float64Array, real: number): number {
  let sum = 0
  for (let option = 0; option < real; option++) sum += a[option] as number
  return sum
}

/**
 * A team of random lists, met one after the other: each theme keeps who has named it so far, so that a new list meets only
 * the lists it shares something with.
 */
function randomListTeam(
  comparison: Extract<Comparison, { kind: 'lists' }>,
  first: Shape,
  second: Shape | null,
  random: Random,
): () => number {
  const { catalogue, ordered } = comparison
  const longest = Math.max(...first, ...(second ?? []))
  const gains = overlapGains(ordered, longest)
  const list = new Int32Array(longest)
  const named = new Int32Array(catalogue)
  const holderLength = new Int32Array(catalogue * first.length)
  const holderRank = new Int32Array(catalogue * first.length)
  const { pairs, chance } = chanceOfShapes(comparison, first, second)

  /** Overlap of a fresh random list with those kept so far; it is kept in its turn where `keep` says so. */
  function meet(length: number, keep: boolean): number {
    fillWithRandomThemes(list, length, catalogue, random)
    let overlap = 0
    for (let rank = 0; rank < length; rank++) {
      const theme = list[rank] as number
      const start = theme * first.length
      const count = named[theme] as number
      for (let holder = start; holder < start + count; holder++) {
        overlap += gains.of(
          holderLength[holder] as number,
          length,
          Math.max(rank, holderRank[holder] as number),
        )
      }
      if (!keep) continue
      holderLength[start + count] = length
      holderRank[start + count] = rank
      named[theme] = count + 1
    }
    return overlap
  }

  return () => {
    named.fill(0)
    let overlap = 0
    for (const length of first) {
      const met = meet(length, true)
      if (!second) overlap += met
    }
    for (const length of second ?? []) overlap += meet(length, false)
    return 1 - (pairs - overlap) / chance
  }
}

function chanceOfShapes(
  comparison: Extract<Comparison, { kind: 'lists' }>,
  first: Shape,
  second: Shape | null,
): { pairs: number; chance: number } {
  let pairs = 0
  let chance = 0
  first.forEach((a, index) => {
    for (const b of second ?? first.slice(index + 1)) {
      pairs++
      chance += listChance(comparison, a, b)
    }
  })
  return { pairs, chance }
}
