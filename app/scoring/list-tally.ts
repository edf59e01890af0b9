import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { listChance } from './comparison.ts'
import {
  countLists,
  emptyListCount,
  type ListComparison,
  type Lists,
  overlapAcross,
  overlapWithin,
} from './list-count.ts'
import type { Random } from './random.ts'
import type { ComparedItem, Draw, Tally } from './redraw.ts'
import { themeLayout } from './theme-counts.ts'

/** Agreement on an item whose answers are lists of themes, from the number of lists that hold each theme. */
export function listTally(comparison: ListComparison, answers: ComparedItem['answers']): Tally {
  const drawnLength = Math.min(comparison.asked, comparison.catalogue)
  const lists = {
    senior: (answers.senior ?? []) as Lists,
    department: (answers.department ?? []) as Lists,
  }
  const longest = LEVELS.flatMap((level) => lists[level]).reduce(
    (most, list) => Math.max(most, list?.length ?? 0),
    drawnLength,
  )
  const chances = chanceTable(comparison, longest)
  const layout = themeLayout(comparison.ordered, comparison.catalogue, longest)
  const senior = emptyListCount(layout, lists.senior, drawnLength)
  const department = emptyListCount(layout, lists.department, drawnLength)

  function count(level: Level, draw: Draw, random: Random): void {
    countLists(level === 'senior' ? senior : department, draw, random)
  }

  function within(level: Level): number {
    const tally = level === 'senior' ? senior : department
    const { ofLength, squares } = tally
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
    return chance > 0 ? 1 - (pairs - overlapWithin(tally)) / chance : Number.NaN
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
    return chance > 0 ? 1 - (pairs - overlapAcross(senior, department)) / chance : Number.NaN
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
