import { afterAll, expect, test } from 'vitest'
import { compareConstructs, type ScoredRound } from '#app/scoring/compare-rounds.ts'
import { exposedGroup } from '#app/scoring/disclosure/audit.ts'
import { unknownToReaders } from '#app/scoring/disclosure/unknown-to-readers.ts'
import { followUpScores } from '#app/scoring/follow-up-scores.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { asMatrix, comparedSets, type PublishedSet, publishedSets } from './published-sets.ts'
import { type Organisation, randomOrganisation } from './random-organisation.ts'
import { firstSeed, tell, wanted } from './wanted.ts'

/** How many organisations to make up: `npm run test:disclosure -- --teams 10000` for the long form. */
const TEAMS = wanted('TEAMS', 80)

const figures = { organisations: 0, versions: 0, 'held back': 0, comparisons: 0, numbers: 0, sets: 0 }
const byAttributes = [0, 0, 0]
const faults: string[] = []

afterAll(() => {
  const divided = Object.fromEntries(byAttributes.map((count, at) => [`divided in ${at + 1} ways`, count]))
  tell('audit', { ...figures, ...divided, 'sets below the smallest group': faults.length })
})

test(
  'no sum or difference of published figures, of all versions and both rounds, comes down to fewer people than the smallest group',
  () => {
    for (let seed = firstSeed; seed < firstSeed + TEAMS; seed += 1)
      auditOrganisation(randomOrganisation(seed))
    expect(figures.numbers).toBeGreaterThan(20 * TEAMS)
    expect(faults.slice(0, 20)).toEqual([])
  },
  6 * 3_600_000,
)

function auditOrganisation(organisation: Organisation): void {
  const { versions, heldBack, attributes, earlier } = organisation
  figures.organisations += 1
  figures['held back'] += heldBack
  byAttributes[attributes - 1] = (byAttributes[attributes - 1] ?? 0) + 1
  const before = earlier && { input: earlier, scores: scoreRound(earlier) }
  const sets = versions.flatMap((input) => setsOfReport(input, before))
  if (before) sets.push(...publishedSets(before.input, before.scores))
  figures.versions += versions.length
  figures.numbers += sets.length
  for (const own of byItem(sets)) auditItem(own, organisation)
}

/** The figures of one version, which go beside the round before where there is one. */
function setsOfReport(input: ScoreInput, earlier: ScoredRound | null): PublishedSet[] {
  const scores = scoreRound(input)
  if (!earlier) return publishedSets(input, scores)
  const { changes, steps } = compareConstructs(earlier, { input, scores })
  const compared = comparedSets([earlier.input, input], changes)
  figures.comparisons += compared.length > 0 ? 1 : 0
  return [...publishedSets(input, followUpScores(scores, steps)), ...compared]
}

function byItem(sets: readonly PublishedSet[]): PublishedSet[][] {
  const items = [...new Set(sets.map(({ itemId }) => itemId))]
  return items.map((id) => sets.filter(({ itemId }) => itemId === id))
}

/** Readers take their own answers away: what is left may not be fewer than the smallest group either. */
function auditItem(sets: readonly PublishedSet[], { seed, fewest, readers, versions }: Organisation): void {
  const { smallestGroup } = (versions[0] as ScoreInput).round
  const isReader = (person: string) => readers.includes(person.replace(/^\w+?-/, ''))
  const others = sets.map((set) => ({ ...set, people: set.people.filter((person) => !isReader(person)) }))
  const { classes, published } = asMatrix(others)
  figures.sets += published.length
  const exposed = exposedGroup(classes, published, fewest)
  const where = `organisation ${seed}, ${sets[0]?.itemId}`
  if (exposed) faults.push(`${where}: ${exposed.join(', ')} of ${sets.map(({ name }) => name).join(', ')}`)
  for (const { name, people, told } of sets) {
    if (unknownToReaders(people.length, people.filter(isReader).length) < fewest)
      faults.push(`${where}: ${name} rests on ${people.length}`)
    if (told !== null && told < smallestGroup) faults.push(`${where}: ${name} tells of ${told}`)
    if (told !== null && people.length - told === 1) faults.push(`${where}: ${name} sets one person apart`)
  }
}

test('the audit sees a total that is told beside one level where the other is too small', () => {
  const people = (level: string, count: number) => Array.from({ length: count }, (_, at) => `${level}${at}`)
  const told = { itemId: 'tiebreak', told: null }
  const seniors = { ...told, name: 'senior', people: people('s', 8) }
  const all = { ...told, name: 'across', people: [...people('s', 8), ...people('d', 3)] }
  const { classes, published } = asMatrix([seniors, all])
  expect(exposedGroup(classes, published, 5)).toEqual(['01'])
})

test('the audit sees two versions between which one person came', () => {
  const versions = [8, 9].map((count, at) => ({
    itemId: 'tiebreak',
    told: null,
    name: `version ${at}`,
    people: Array.from({ length: count }, (_, person) => `own-lead-${person}`),
  }))
  const { classes, published } = asMatrix(versions)
  expect(exposedGroup(classes, published, 5)).toEqual(['01'])
})
