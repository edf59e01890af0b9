import { type CodeCount, codeCounter } from './code-counter.ts'
import { type CodeComparison, codeColumn, optionsOf } from './code-tally.ts'
import { type CodedAnswer, chanceDistanceOf, distanceOf } from './comparison.ts'
import { everybody, listDistances } from './list-distances.ts'
import type { ComparedItem, Draw } from './redraw.ts'

/** Distances on one item summed over pairs of different people, in units of chance: within a group, within the rest, across. */
export interface GroupSums {
  people: readonly [group: number, rest: number]
  within: readonly [group: number, rest: number]
  across: number
}

export interface GroupDistances {
  sums(): GroupSums
  /** One person's distances to the group and to the rest; null for a person without an answer. */
  ofPerson(person: number, inGroup: boolean): readonly [group: number, rest: number] | null
}

/** The items of a test, and the group that their distances are of. */
export interface GroupedItems {
  items: GroupDistances[]
  /** The first `distinct` people of a draw. */
  setGroup(group: Draw): void
}

type Answers = readonly (CodedAnswer | null)[]

/**
 * Distances between a group and the rest of the people on several items, from how many of the group gave each answer: what
 * takes a matrix of all pairs otherwise costs the same here for 10,000 people as for 10, but for the counting.
 */
export function groupedItems(
  items: readonly { comparison: ComparedItem['comparison']; answers: Answers }[],
  groupSize: number,
): GroupedItems {
  const people = items[0]?.answers.length ?? 0
  const columns = items.flatMap(({ comparison, answers }) =>
    comparison.kind === 'lists' ? [] : [codeColumn(comparison, answers)],
  )
  const counter = codeCounter(columns, groupSize)
  counter.count(everybody(people))
  let next = 0
  const lists: ReturnType<typeof listDistances>[] = []
  const distances = items.map(({ comparison, answers }) => {
    if (comparison.kind !== 'lists') {
      const at = next++
      return codeDistances(comparison, columns[at]?.codes as Int16Array, counter.counts[at] as CodeCount)
    }
    const own = listDistances(comparison, answers as (readonly number[] | null)[])
    lists.push(own)
    return own
  })
  return {
    items: distances,
    setGroup(group) {
      counter.count(group)
      for (const list of lists) list.setGroup(group)
    },
  }
}

/** `count` holds everybody when this is called, and the group later. */
function codeDistances(comparison: CodeComparison, codes: Int16Array, count: CodeCount): GroupDistances {
  const options = optionsOf(comparison)
  const chance = chanceDistanceOf(comparison, 0, 0)
  const all = count.people.slice()
  const apart = Float64Array.from(
    { length: options * options },
    (_, at) => distanceOf(comparison, Math.floor(at / options), at % options) / chance,
  )

  /** Distances of somebody with this code to the group, and to everybody. */
  function toGroup(code: number): number {
    let sum = 0
    for (let other = 0; other < options; other++) {
      sum += (count.people[other] as number) * (apart[code * options + other] as number)
    }
    return sum
  }
  const toAll = Float64Array.from({ length: options }, (_, code) => toGroup(code))
  const toSelf = (code: number) => apart[code * options + code] as number

  function sums(): GroupSums {
    let group = 0
    let rest = 0
    let across = 0
    let n = 0
    let others = 0
    for (let code = 0; code < options; code++) {
      const here = count.people[code] as number
      const there = (all[code] as number) - here
      const near = toGroup(code)
      n += here
      others += there
      group += here * (near - toSelf(code))
      rest += there * ((toAll[code] as number) - near - toSelf(code))
      across += there * near
    }
    return { people: [n, others], within: [group / 2, rest / 2], across }
  }

  function ofPerson(person: number, inGroup: boolean): readonly [number, number] | null {
    const code = codes[person] as number
    if (code === options) return null
    const near = toGroup(code)
    const far = (toAll[code] as number) - near
    return inGroup ? [near - toSelf(code), far] : [near, far - toSelf(code)]
  }

  return { sums, ofPerson }
}
