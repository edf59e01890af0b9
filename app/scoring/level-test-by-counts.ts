import { RELABELLINGS, shuffleFront } from './energy-test.ts'
import { type GroupedItems, type GroupSums, groupedItems } from './group-distances.ts'
import type { LevelTest } from './level-test.ts'
import { everybody } from './list-distances.ts'
import type { Random } from './random.ts'
import type { Draw } from './redraw.ts'

const ROUNDING = 1e-9

type Items = Parameters<typeof groupedItems>[0]

/**
 * The test of two levels for many people, by counts instead of pairs. The distance of the levels is the mean over the items of
 * their distance on each, among those who answered it; the first `size` people are the one level. Where everybody answered
 * everything this is the very figure that the pairs give, and the same labels are drawn. With answers missing a pair of people
 * with few items in common counts less than it does there; as labels are dealt out to whole people, the test holds for both.
 *
 * Source: as energy-test.ts; docs/decisions/0007-many-people-by-counts.md.
 */
export function testByCounts(items: Items, size: number, random: Random): LevelTest {
  const n = items[0]?.answers.length ?? 0
  const drawn = new Int32Array(Math.min(size, n - size))
  const grouped = groupedItems(items, drawn.length)
  const people = everybody(n)
  const apart = energyOf(grouped, { ...people, distinct: size })
  const shifts = shiftsWithout(grouped, n, size)
  const relabelled = new Float64Array(RELABELLINGS).map(() => {
    shuffleFront(people.drawn, drawn, random)
    return energyOf(grouped, { ...people, distinct: drawn.length })
  })
  const pOf = (shift: number) => {
    const asFar = relabelled.filter((value) => value >= apart + shift - ROUNDING).length
    return (asFar + 1) / (RELABELLINGS + 1)
  }
  return { p: pOf(0), without: [pOf(Math.max(0, ...shifts)), pOf(Math.min(0, ...shifts))] }
}

function energyOf({ items, setGroup }: GroupedItems, group: Draw): number {
  setGroup(group)
  let sum = 0
  for (const item of items) sum += energy(item.sums())
  return sum / items.length
}

/** The energy distance, pairs with oneself included; 0 where one side has nobody. */
function energy({ people: [a, b], within: [first, second], across }: GroupSums): number {
  return a === 0 || b === 0 ? 0 : (2 * across) / (a * b) - (2 * first) / a ** 2 - (2 * second) / b ** 2
}

/** How much farther apart the two would stand without each person in turn, over pairs of different people. */
function shiftsWithout({ items }: GroupedItems, n: number, size: number): number[] {
  const sums = items.map((item) => item.sums())
  return Array.from({ length: n }, (_, person) => {
    const own = person < size ? 0 : 1
    const shift = items.reduce((sum, item, index) => {
      const distances = item.ofPerson(person, own === 0)
      const all = sums[index] as GroupSums
      return distances ? sum + separation(without(all, own, distances)) - separation(all) : sum
    }, 0)
    return shift / items.length
  })
}

function without(
  { people, within, across }: GroupSums,
  own: 0 | 1,
  distances: readonly [number, number],
): GroupSums {
  const less = ([group, rest]: readonly [number, number], by: number): readonly [number, number] =>
    own === 0 ? [group - by, rest] : [group, rest - by]
  return {
    people: less(people, 1),
    within: less(within, distances[own]),
    across: across - distances[(1 - own) as 0 | 1],
  }
}

/** The energy distance over pairs of different people; 0 where there are none. */
export function separation({ people: [a, b], within: [first, second], across }: GroupSums): number {
  if (a < 2 || b < 2) return 0
  return (2 * across) / (a * b) - (2 * first) / (a * (a - 1)) - (2 * second) / (b * (b - 1))
}
