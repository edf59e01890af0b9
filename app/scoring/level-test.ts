import { chanceDistanceOf, distanceOf } from './comparison.ts'
import { type DistanceMatrix, relabelled } from './energy-test.ts'
import { testByCounts } from './level-test-by-counts.ts'
import type { Random } from './random.ts'
import type { ComparedItem } from './redraw.ts'

/** The usual 5 % of a test. */
const DECIDED_BELOW = 0.05

/** Beyond this many people a matrix of all pairs costs more than counting by answer. */
const MOST_BY_PAIRS = 400

/** Who answered fewer than this share of a construct's items is left out of its test. */
const SHARE_ANSWERED = 0.5

type Person = { item: ComparedItem; answer: NonNullable<ComparedItem['answers']['senior']>[number] }[]

/** The test of the two levels, with the least and the most that p would be with one person fewer. */
export interface LevelTest {
  p: number
  without: readonly [least: number, most: number]
}

/**
 * The p value of the two levels on one construct: the energy test on the mean of the item distances, each against chance.
 * A pair of people is compared on the items that both answered. Null where too few people are left in a level.
 *
 * Without each person in turn the distance of the levels is reckoned anew, over pairs of different people so that it does
 * not grow just because a group got smaller; what chance would do is taken as it is with everybody there.
 */
export function testLevels(items: readonly ComparedItem[], needed: number, random: Random): LevelTest | null {
  const both = items.filter(({ answers }) => answers.senior && answers.department)
  const seniors = peopleOf(both, 'senior')
  const departments = peopleOf(both, 'department')
  if (seniors.length < needed || departments.length < needed) return null
  const people = [...seniors, ...departments]
  if (people.length <= MOST_BY_PAIRS) return testByPairs(people, seniors.length, random)
  const columns = both.map(({ comparison }, index) => ({
    comparison,
    answers: people.map((person) => person[index]?.answer ?? null),
  }))
  return testByCounts(columns, seniors.length, random)
}

function testByPairs(people: readonly Person[], size: number, random: Random): LevelTest {
  const matrix = distancesOf(people)
  const pOf = relabelled(matrix, size, random)
  const shifts = shiftsWithout(matrix, size)
  return { p: pOf(0), without: [pOf(Math.max(0, ...shifts)), pOf(Math.min(0, ...shifts))] }
}

/** Whether the outcome of the test, adjusted for all the tests that are made, hangs on any one person. */
export function isLevelTestFragile({ p, without }: LevelTest, adjusted: (p: number) => number): boolean {
  const decided = adjusted(p) < DECIDED_BELOW
  return without.some((other) => adjusted(other) < DECIDED_BELOW !== decided)
}

/** How much farther apart the two groups would stand without each person in turn. */
function shiftsWithout({ n, distances }: DistanceMatrix, size: number): number[] {
  const sizes = [size, n - size] as const
  const groupOf = (person: number) => (person < size ? 0 : 1)
  const toGroup = Array.from({ length: n }, (_, person) => {
    const sums: [number, number] = [0, 0]
    for (let other = 0; other < n; other++) {
      sums[groupOf(other)] += distances[person * n + other] as number
    }
    return sums
  })
  const within: [number, number] = [0, 0]
  let across = 0
  toGroup.forEach((sums, person) => {
    const own = groupOf(person)
    within[own] += sums[own] / 2
    across += sums[1 - own] as number
  })
  const apart = separation(across / 2, within, sizes)
  return toGroup.flatMap((sums, person) => {
    const own = groupOf(person)
    const left = sizes.map((people, group) => people - (group === own ? 1 : 0)) as [number, number]
    if (left[own] < 2) return []
    const rest = within.map((sum, group) => sum - (group === own ? sums[own] : 0)) as [number, number]
    return separation(across / 2 - (sums[1 - own] as number), rest, left) - apart
  })
}

/** The energy distance over pairs of different people. */
function separation(
  across: number,
  [first, second]: readonly [number, number],
  [a, b]: readonly [number, number],
): number {
  return (2 * across) / (a * b) - (2 * first) / (a * (a - 1)) - (2 * second) / (b * (b - 1))
}

function peopleOf(items: readonly ComparedItem[], level: 'senior' | 'department'): Person[] {
  const people = items[0]?.answers[level]?.length ?? 0
  return Array.from({ length: people }, (_, person) =>
    items.map((item) => ({ item, answer: item.answers[level]?.[person] ?? null })),
  ).filter((person) => person.filter(({ answer }) => answer !== null).length >= SHARE_ANSWERED * items.length)
}

function distancesOf(people: readonly Person[]): DistanceMatrix {
  const n = people.length
  const distances = new Float64Array(n * n)
  people.forEach((a, row) => {
    people.slice(0, row).forEach((b, column) => {
      const distance = distanceBetween(a, b)
      distances[row * n + column] = distance
      distances[column * n + row] = distance
    })
  })
  return { n, distances }
}

/** Mean distance over the items both answered, in units of chance; two people with none in common stand as at random. */
function distanceBetween(a: Person, b: Person): number {
  let sum = 0
  let items = 0
  a.forEach(({ item, answer }, index) => {
    const other = b[index]?.answer ?? null
    if (answer === null || other === null) return
    const chance = chanceDistanceOf(item.comparison, answer, other)
    if (chance <= 0) return
    sum += distanceOf(item.comparison, answer, other) / chance
    items++
  })
  return items === 0 ? 1 : sum / items
}
