import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { listChance } from './comparison.ts'
import {
  emptyCount,
  type ListComparison,
  type ListCount,
  type Lists,
  overlapMatrix,
  overlapOfPeople,
  takeIn,
  takeInImaginary,
  weightedSum,
} from './list-count.ts'
import { overlapGains } from './overlap-gains.ts'
import type { Random } from './random.ts'
import type { ComparedItem, Draw, Tally } from './redraw.ts'

/** Agreement on an item whose answers are lists of themes, from the overlaps of each two people. */
export function listTally(comparison: ListComparison, answers: ComparedItem['answers']): Tally {
  const drawnLength = Math.min(comparison.asked, comparison.catalogue)
  const allLists = LEVELS.flatMap((level) => (answers[level] ?? []) as Lists)
  const longest = Math.max(drawnLength, ...allLists.map((list) => list?.length ?? 0))
  const gains = overlapGains(comparison.ordered, longest)
  const chances = chanceTable(comparison, longest)
  const counts = Object.fromEntries(
    LEVELS.map((level) => [level, emptyCount(comparison, (answers[level] ?? []) as Lists, longest)]),
  ) as Record<Level, ListCount>
  const { senior, department } = counts
  const between = overlapMatrix(comparison, senior.lists, department.lists)

  function count(level: Level, draw: Draw, random: Random): void {
    const tally = counts[level]
    takeIn(tally, draw)
    takeInImaginary(tally, draw.imaginary, comparison.catalogue, drawnLength, random)
    tally.overlap = overlapOfPeople(tally) + overlapOfImaginary(tally)
  }

  function overlapOfImaginary(tally: ListCount): number {
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
  function overlapWithPeople(list: Int32Array, { holders, lengths, weightOf }: ListCount): number {
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

function chanceTable(comparison: ListComparison, longest: number): Float64Array {
  const chances = new Float64Array((longest + 1) ** 2)
  for (let a = 1; a <= longest; a++) {
    for (let b = 1; b <= longest; b++) chances[a * (longest + 1) + b] = listChance(comparison, a, b)
  }
  return chances
}
