import { clearOwnerChance } from './clear-owner-distance.ts'
import { type CodedAnswer, type Comparison, listChance } from './comparison.ts'
import { linearChance } from './linear-distance.ts'
import { fillRandomly, type Random } from './random.ts'
import { fillWithRandomThemes } from './random-list.ts'
import {
  cellOf,
  deepen,
  emptyThemeCounts,
  overlapOfGroups,
  selfOverlap,
  type ThemeCounts,
  themeLayout,
} from './theme-counts.ts'

/** The sizes of a group: for lists the length of each, shortest first; otherwise a 1 for each person. */
export type Shape = readonly number[]

/** A comparison of people who answer at random: within one group, or across two. */
export interface RandomComparison {
  comparison: Comparison
  first: Shape
  second: Shape | null
}

export function shapeOf(answers: readonly (CodedAnswer | null)[]): Shape {
  const people: number[] = []
  for (const answer of answers) {
    if (answer === null) continue
    const length = typeof answer === 'number' ? 1 : answer.length
    people[length] = (people[length] ?? 0) + 1
  }
  return people.flatMap((count, length) => new Array<number>(count).fill(length))
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
  const drawn = new Int32Array(Math.max(n, size))
  const draw = (into: Float64Array, people: number): void => {
    into.fill(0)
    fillRandomly(random, drawn, people, options)
    for (let person = 0; person < people; person++) {
      const option = drawn[person] as number
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

function randomListTeam(
  comparison: Extract<Comparison, { kind: 'lists' }>,
  first: Shape,
  second: Shape | null,
  random: Random,
): () => number {
  const { catalogue, ordered } = comparison
  const longest = Math.max(...lengthsIn(first), ...lengthsIn(second ?? []))
  const layout = themeLayout(ordered, catalogue, longest)
  const list = new Int32Array(longest)
  const a = emptyThemeCounts(layout, first)
  const b = second ? emptyThemeCounts(layout, second) : a
  const { pairs, chance } = chanceOfShapes(comparison, first, second)
  const selves = second ? 0 : first.reduce((sum, length) => sum + selfOverlap(layout, length), 0)

  function draw(into: ThemeCounts, lengths: Shape): void {
    into.lists.fill(0)
    for (const length of lengths) {
      fillWithRandomThemes(list, length, catalogue, random)
      for (let rank = 0; rank < length; rank++) {
        const cell = cellOf(layout, list[rank] as number, length, rank)
        into.lists[cell] = (into.lists[cell] as number) + 1
      }
    }
    deepen(layout, into)
  }

  return () => {
    draw(a, first)
    if (second) draw(b, second)
    const overlap = (overlapOfGroups(layout, a, b) - selves) / (second ? 1 : 2)
    return 1 - (pairs - overlap) / chance
  }
}

function lengthsIn(shape: Shape): number[] {
  return [...new Set(shape)]
}

function chanceOfShapes(
  comparison: Extract<Comparison, { kind: 'lists' }>,
  first: Shape,
  second: Shape | null,
): { pairs: number; chance: number } {
  let pairs = 0
  let chance = 0
  for (const a of lengthsIn(first)) {
    for (const b of lengthsIn(second ?? first)) {
      const others = peopleWith(second ?? first, b)
      const met = (peopleWith(first, a) * (second || a !== b ? others : others - 1)) / (second ? 1 : 2)
      pairs += met
      chance += met * listChance(comparison, a, b)
    }
  }
  return { pairs, chance }
}

function peopleWith(shape: Shape, length: number): number {
  return shape.reduce((people, other) => people + (other === length ? 1 : 0), 0)
}
