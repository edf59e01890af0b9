import { type Comparison, distanceOf } from './comparison.ts'
import type { Random } from './random.ts'
import { fillWithRandomThemes } from './random-list.ts'
import type { Draw } from './redraw.ts'

export type ListComparison = Extract<Comparison, { kind: 'lists' }>
export type Lists = readonly (readonly number[] | null)[]

/** One level of a draw: its real lists never change, what came up and the imaginary lists do. */
export interface ListCount {
  lists: Lists
  /** Overlap of each two people of the level, row by row. */
  overlaps: Float64Array
  /** By theme: person, rank, person, rank ... of everybody who names it. */
  holders: Int32Array[]
  lengths: Int32Array
  weightOf: Int32Array
  /** People who came up and gave a list. */
  present: Int32Array
  presentCount: number
  imaginary: Int32Array[]
  imaginaryCount: number
  overlap: number
  /** People by length of list, and the sum of their squared weights. */
  ofLength: Float64Array
  squares: Float64Array
}

export function emptyCount(comparison: ListComparison, lists: Lists, longest: number): ListCount {
  return {
    lists,
    overlaps: overlapMatrix(comparison, lists, lists),
    holders: holdersOf(lists),
    lengths: Int32Array.from(lists, (list) => list?.length ?? 0),
    weightOf: new Int32Array(lists.length),
    present: new Int32Array(lists.length),
    presentCount: 0,
    imaginary: [],
    imaginaryCount: 0,
    overlap: 0,
    ofLength: new Float64Array(longest + 1),
    squares: new Float64Array(longest + 1),
  }
}

export function overlapMatrix(comparison: ListComparison, rows: Lists, columns: Lists): Float64Array {
  const overlaps = new Float64Array(rows.length * columns.length)
  rows.forEach((a, row) => {
    columns.forEach((b, column) => {
      if (a && b) overlaps[row * columns.length + column] = 1 - distanceOf(comparison, a, b)
    })
  })
  return overlaps
}

function holdersOf(lists: Lists): Int32Array[] {
  const holders: number[][] = []
  lists.forEach((list, person) => {
    list?.forEach((theme, rank) => {
      const known = holders[theme] ?? []
      known.push(person, rank)
      holders[theme] = known
    })
  })
  return Array.from(holders, (known) => Int32Array.from(known ?? []))
}

export function takeIn(tally: ListCount, draw: Draw): void {
  tally.weightOf = draw.weightOf
  tally.presentCount = 0
  tally.ofLength.fill(0)
  tally.squares.fill(0)
  for (let place = 0; place < draw.distinct; place++) {
    const person = draw.drawn[place] as number
    const length = tally.lengths[person] as number
    if (length === 0) continue
    const weight = draw.weightOf[person] as number
    tally.present[tally.presentCount++] = person
    tally.ofLength[length] = (tally.ofLength[length] as number) + weight
    tally.squares[length] = (tally.squares[length] as number) + weight * weight
  }
}

export function takeInImaginary(
  tally: ListCount,
  copies: number,
  catalogue: number,
  length: number,
  random: Random,
): void {
  tally.imaginaryCount = copies
  for (let copy = 0; copy < copies; copy++) {
    const list = tally.imaginary[copy] ?? new Int32Array(length)
    tally.imaginary[copy] = list
    fillWithRandomThemes(list, length, catalogue, random)
  }
  tally.ofLength[length] = (tally.ofLength[length] as number) + copies
  tally.squares[length] = (tally.squares[length] as number) + copies
}

export function overlapOfPeople(tally: ListCount): number {
  const { present, presentCount, overlaps, lists, weightOf } = tally
  let sum = 0
  for (let i = 1; i < presentCount; i++) {
    const person = present[i] as number
    const row = overlaps.subarray(person * lists.length, (person + 1) * lists.length)
    sum += (weightOf[person] as number) * weightedSum(row, tally, i)
  }
  return sum
}

/** One person's overlaps with the first `count` people who came up, each as often as they did. */
export function weightedSum(row: Float64Array, { present, weightOf }: ListCount, count: number): number {
  let sum = 0
  for (let place = 0; place < count; place++) {
    const person = present[place] as number
    sum += (row[person] as number) * (weightOf[person] as number)
  }
  return sum
}
