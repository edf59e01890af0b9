import { afterAll, expect, test } from 'vitest'
import { exposedGroup } from '#app/scoring/disclosure/audit.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { asMatrix, type PublishedSet, publishedSets } from '#test/helpers/published-sets.ts'
import { randomTeam } from '#test/helpers/random-team.ts'

/** How many teams to make up: AUDITS=10000 for the long form. */
const TEAMS = Number(process.env.AUDITS ?? 200)

let teams = 0
let numbers = 0
const faults: string[] = []

afterAll(() =>
  process.stdout.write(`audit: ${numbers} published numbers of ${teams} teams, ${faults.length} faults\n`),
)

function byItem(sets: readonly PublishedSet[]): PublishedSet[][] {
  return [...new Set(sets.map(({ itemId }) => itemId))].map((id) =>
    sets.filter(({ itemId }) => itemId === id),
  )
}

function auditTeam(seed: number): void {
  const input = randomTeam(seed)
  const { needed } = disclosureOf(input.round)
  const sets = publishedSets(input, scoreRound(input))
  teams += 1
  numbers += sets.length
  for (const own of byItem(sets)) {
    const { classes, published } = asMatrix(own)
    const exposed = exposedGroup(classes, published, needed)
    const where = `team ${seed}, ${own[0]?.itemId}`
    if (exposed) faults.push(`${where}: ${exposed.join(', ')} of ${own.map(({ name }) => name).join(', ')}`)
    for (const { name, people, told } of own) {
      if (people.length < needed) faults.push(`${where}: ${name} rests on ${people.length}`)
      if (told !== null && told < needed) faults.push(`${where}: ${name} tells of ${told}`)
      if (told !== null && people.length - told === 1) faults.push(`${where}: ${name} sets one person apart`)
    }
  }
}

test(
  'no sum or difference of published figures comes down to fewer people than the smallest group',
  () => {
    for (let seed = 0; seed < TEAMS; seed += 1) auditTeam(seed)
    expect(numbers).toBeGreaterThan(20 * TEAMS)
    expect(faults.slice(0, 20)).toEqual([])
  },
  6 * 3_600_000,
)

test('the audit sees a total that is told beside one level where the other is too small', () => {
  const people = (level: string, count: number) => Array.from({ length: count }, (_, at) => `${level}${at}`)
  const told = { itemId: 'tiebreak', told: null }
  const seniors = { ...told, name: 'senior', people: people('s', 8) }
  const all = { ...told, name: 'across', people: [...people('s', 8), ...people('d', 3)] }
  const { classes, published } = asMatrix([seniors, all])
  expect(exposedGroup(classes, published, 5)).toEqual(['01'])
})
