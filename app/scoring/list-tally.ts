import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { type Comparison, distanceOf, listChance } from './comparison.ts'
import { overlapGains } from './overlap-gains.ts'
import type { Random } from './random.ts'
import { fillWithRandomThemes } from './random-list.ts'
import type { ComparedItem, Draw, Tally } from './redraw.ts'

type ListComparison = Extract<Comparison, { kind: 'lists' }>
type Lists = readonly (readonly number[] | null)[]

/** One level of a draw: its real lists never change, what came up and the imaginary lists do. */
interface Count {
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

/** Agreement on an item whose answers are lists of themes, from the overlaps of each two people. */
export function listTally(comparison: ListComparison, answers: ComparedItem['answers']): Tally {
  const drawnLength = Math.min(comparison.asked, comparison.catalogue)
  const allLists = LEVELS.flatMap((level) => (answers[level] ?? []) as Lists)
  const longest = Math.max(drawnLength, ...allLists.map((list) => list?.length ?? 0))
  const gains = overlapGains(comparison.ordered, longest)
  const chances = chanceTable(comparison, longest)
  const counts = Object.fromEntries(
    LEVELS.map((level) => [level, emptyCount(comparison, (answers[level] ?? []) as Lists, longest)]),
  ) as Record<Level, Count>
  const { senior, department } = counts
  const between = overlapMatrix(comparison, senior.lists, department.lists)

  function count(level: Level, draw: Draw, random: Random): void {
    const tally = counts[level]
    takeIn(tally, draw)
    takeInImaginary(tally, draw.imaginary, comparison.catalogue, drawnLength, random)
    tally.overlap = overlapOfPeople(tally) + overlapOfImaginary(tally)
  }

  function overlapOfImaginary(tally: Count): number {
    let sum = 0
    for (let copy = 0; copy < tally.imaginaryCount; copy++) {
      const list = tally.imaginary[copy] as Int32Array
      sum += overlapWithPeople(list, tally)
      for (let other = 0; other < copy; other++)
        sum += overlapOfLists(list, tally.imaginary[other] as Int32Array)
    }
    return sum
  }

  /** Overlap of one imaginary list with everybody of a level who came up. */
  function overlapWithPeople(list: Int32Array, { holders, lengths, weightOf }: Count): number {
    let sum = 0
    for (let rank = 0; rank < drawnLength; rank++) {
      const holding = holders[list[rank] as number]
      if (!holding) continue
      for (let place = 0; place < holding.length; place += 2) {
        const person = holding[place] as number
        const weight = weightOf[person] as number
        if (weight === 0) continue
        const laterRank = Math.max(rank, holding[place + 1] as number)
        sum += weight * gains.of(lengths[person] as number, drawnLength, laterRank)
      }
    }
    return sum
  }

  function overlapOfLists(a: Int32Array, b: Int32Array): number {
    let sum = 0
    for (let i = 0; i < drawnLength; i++) {
      for (let j = 0; j < drawnLength; j++) {
        if (a[i] === b[j]) sum += gains.of(drawnLength, drawnLength, Math.max(i, j))
      }
    }
    return sum
  }

  function overlapAcross(): number {
    let sum = 0
    for (let i = 0; i < senior.presentCount; i++) {
      const person = senior.present[i] as number
      const row = between.subarray(person * department.lists.length, (person + 1) * department.lists.length)
      sum += (senior.weightOf[person] as number) * weightedSum(row, department, department.presentCount)
    }
    for (let copy = 0; copy < senior.imaginaryCount; copy++) {
      const list = senior.imaginary[copy] as Int32Array
      sum += overlapWithPeople(list, department)
      for (let other = 0; other < department.imaginaryCount; other++) {
        sum += overlapOfLists(list, department.imaginary[other] as Int32Array)
      }
    }
    for (let copy = 0; copy < department.imaginaryCount; copy++) {
      sum += overlapWithPeople(department.imaginary[copy] as Int32Array, senior)
    }
    return sum
  }

  function within(level: Level): number {
    const { ofLength, squares, overlap } = counts[level]
    let pairs = 0
    let chance = 0
    for (let a = 1; a <= longest; a++) {
      const onA = ofLength[a] as number
      if (onA === 0) continue
      const same = (onA * onA - (squares[a] as number)) / 2
      pairs += same
      chance += same * (chances[a * (longest + 1) + a] as number)
      for (let b = 1; b < a; b++) {
        const mixed = onA * (ofLength[b] as number)
        pairs += mixed
        chance += mixed * (chances[a * (longest + 1) + b] as number)
      }
    }
    return chance > 0 ? 1 - (pairs - overlap) / chance : Number.NaN
  }

  function across(): number {
    let pairs = 0
    let chance = 0
    for (let a = 1; a <= longest; a++) {
      const onA = senior.ofLength[a] as number
      if (onA === 0) continue
      for (let b = 1; b <= longest; b++) {
        const mixed = onA * (department.ofLength[b] as number)
        pairs += mixed
        chance += mixed * (chances[a * (longest + 1) + b] as number)
      }
    }
    return chance > 0 ? 1 - (pairs - overlapAcross()) / chance : Number.NaN
  }

  return { count, within, across }
}

function emptyCount(comparison: ListComparison, lists: Lists, longest: number): Count {
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

function overlapMatrix(comparison: ListComparison, rows: Lists, columns: Lists): Float64Array {
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

function chanceTable(comparison: ListComparison, longest: number): Float64Array {
  const chances = new Float64Array((longest + 1) ** 2)
  for (let a = 1; a <= longest; a++) {
    for (let b = 1; b <= longest; b++) chances[a * (longest + 1) + b] = listChance(comparison, a, b)
  }
  return chances
}

function takeIn(tally: Count, draw: Draw): void {
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

function takeInImaginary(
  tally: Count,
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

function overlapOfPeople(tally: Count): number {
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
function weightedSum(row: Float64Array, { present, weightOf }: Count, count: number): number {
  let sum = 0
  for (let place = 0; place < count; place++) {
    const person = present[place] as number
    sum += (row[person] as number) * (weightOf[person] as number)
  }
  return sum
}
