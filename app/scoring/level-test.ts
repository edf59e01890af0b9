import { chanceDistanceOf, distanceOf } from './comparison.ts'
import { type DistanceMatrix, energyTest } from './energy-test.ts'
import type { Random } from './random.ts'
import type { ComparedItem } from './redraw.ts'

/** Who answered fewer than this share of a construct's items is left out of its test. */
const SHARE_ANSWERED = 0.5

type Person = { item: ComparedItem; answer: NonNullable<ComparedItem['answers']['senior']>[number] }[]

/**
 * The p value of the two levels on one construct: the energy test on the mean of the item distances, each against chance.
 * A pair of people is compared on the items that both answered. Null where too few people are left in a level.
 */
export function testLevels(items: readonly ComparedItem[], needed: number, random: Random): number | null {
  const both = items.filter(({ answers }) => answers.senior && answers.department)
  const seniors = peopleOf(both, 'senior')
  const departments = peopleOf(both, 'department')
  if (seniors.length < needed || departments.length < needed) return null
  return energyTest(distancesOf([...seniors, ...departments]), seniors.length, random)
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
