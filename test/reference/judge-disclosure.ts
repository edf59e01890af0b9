import type { Submission } from '#app/answers/submission.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { mayPublishAgain } from '#app/report/freeze.ts'
import { candidatesOf } from '#app/report/quotes/load-quotes.server.ts'
import { noQuotesReason } from '#app/report/quotes/quote.ts'
import { type Place, progressOf } from '#app/rounds/progress.ts'
import { exposedGroup, type Published } from '#app/scoring/disclosure/audit.ts'
import { compositeOf } from '#app/scoring/disclosure/composite.ts'
import { grantedInTurn } from '#app/scoring/disclosure/granted-in-turn.ts'
import { namedPerson } from '#app/scoring/disclosure/named-person.ts'
import { responseAsShown } from '#app/scoring/disclosure/response-as-shown.ts'
import { shownGroups } from '#app/scoring/disclosure/shown-groups.ts'
import { spreadInAWord } from '#app/scoring/disclosure/spread.ts'
import { unknownToReaders } from '#app/scoring/disclosure/unknown-to-readers.ts'
import { isNoTell } from '#app/scoring/matched-audit.ts'
import { answersOfRound } from '#app/scoring/round-answers.ts'
import { shownDistribution, shownMean } from '#app/scoring/shown-mean.ts'
import { stepsOf } from '#app/scoring/turnover.ts'
import { roundOf, times } from '#test/app/scoring/round-builder.ts'

import { judgeOpenRound, judgeSurface } from './judge-surfaces.ts'

/** A case as the reference file writes it; what stands in it depends on its group, the letter of its id. */
export interface DisclosureCase {
  id: string
  what: string
  // biome-ignore lint/suspicious/noExplicitAny: each group of cases has a form of its own.
  input: any
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  may_show: any
}

const FEWEST = 5
const closed = { open: false, needed: FEWEST }

/** What the product would show: in the words of the case's `may_show`, so that the two can be compared. */
export const JUDGES: Record<string, (one: DisclosureCase) => unknown> = {
  A: besideTotal,
  B: twoDivisions,
  C: askedInTurn,
  D: nextVersion,
  E: beforeReaders,
  F: withNamedPerson,
  G: quotes,
  H: oneItem,
  I: composite,
  J: progress,
  K: judgeSurface,
  W: waves,
}

function besideTotal({ input: { k, respondents } }: DisclosureCase) {
  const groups = Object.entries(respondents as Record<string, number>).map(([name, people]) => ({
    name,
    people,
  }))
  const shown = shownGroups(groups, k)
  // What is shown is held against the auditor as well: the rule may hide more than it must, never less.
  const sets = groups.map((_, at) => groups.map((__, other) => (at === other ? 1 : 0)))
  const published = groups.flatMap(({ name }, at) => (shown.groups.includes(name) ? [sets[at] ?? []] : []))
  const total = shown.total ? [groups.map(() => 1)] : []
  if (exposedGroup(groups, [...total, ...published], k)) throw new Error('the auditor finds a small group')
  return shown
}

type Cell = Record<string, string | number> & { n: number }

function classesOf(people: readonly Cell[]) {
  return people.map((cell) => ({ name: Object.values(cell).join(' '), people: cell.n }))
}

/** "Exec and X", "Sales or Ops", "role=Exec": whom a number counts. */
function setOf(people: readonly Cell[], asked: string): Published {
  const values = (cell: Cell) =>
    Object.entries(cell).map(([key, value]) => [String(value), `${key}=${value}`])
  const holds = (cell: Cell, word: string) => word === 'all' || values(cell).flat().includes(word)
  return people.map((cell) =>
    asked.split(' or ').some((either) => either.split(' and ').every((word) => holds(cell, word))) ? 1 : 0,
  )
}

function twoDivisions({ input: { k, people, published } }: DisclosureCase) {
  const sets = Object.keys(published).map((name) => setOf(people, name))
  return { both_dimensions: exposedGroup(classesOf(people), sets, k) === null }
}

function askedInTurn({ input: { k, people, asked } }: DisclosureCase) {
  const wanted = (asked as string[]).map((name) => ({ name, set: setOf(people, name) }))
  return { shown: grantedInTurn(classesOf(people), [setOf(people, 'all')], wanted, k) }
}

function nextVersion({ input: { k, first_version_n: n, added, removed } }: DisclosureCase) {
  const keys = Array.from({ length: n + added }, (_, person) => `own:${person}`)
  const may = mayPublishAgain(keys.slice(0, n), keys.slice(removed), k)
  const classes = [
    { name: 'went', people: removed },
    { name: 'stayed', people: n - removed },
    { name: 'came', people: added },
  ]
  const versions = [
    [1, 1, 0],
    [0, 1, 1],
  ]
  if (may && exposedGroup(classes, versions, k)) throw new Error('the auditor finds a small group')
  return { new_version: may }
}

function beforeReaders({ input: { k, respondents, readers_among_them: readers } }: DisclosureCase) {
  const people = unknownToReaders(respondents, readers)
  return { total: shownGroups([{ name: 'all', people }], k).total }
}

function withNamedPerson({ input }: DisclosureCase) {
  if (input.respondents) {
    const { CEO: _, ...others } = input.respondents as Record<string, number>
    const shown = namedPerson({ agreed: input.agreed, others: Object.values(others) }, input.k)
    return { all: shown.total, ceo: shown.person, groups: shown.groups ? Object.keys(others) : [] }
  }
  const shown = namedPerson({ agreed: input.agreed, others: [input.respondents_with_ceo - 1] }, input.k)
  return { all: shown.total, ceo: shown.person, team_without_ceo: shown.rest }
}

const instrument = findInstrument('full@1')
const TEXT = instrument && itemsOf(instrument).find(({ kind }) => kind === 'text')?.id

/** As many people as the case has, of whom the first so many left a comment. */
function commenters({ input: { respondents, comments } }: DisclosureCase, mayQuote: boolean): Submission[] {
  return Array.from({ length: respondents }, (_, person) => ({
    id: `submission-${person}`,
    roundId: 'round',
    level: person % 2 === 0 ? 'senior' : 'department',
    leadId: `lead-${person}`,
    departmentId: 'sales',
    answers:
      person < comments && TEXT
        ? { [TEXT]: { state: 'answered', value: { kind: 'text', text: `We stop ${person}`, mayQuote } } }
        : {},
  }))
}

/** The keys by which the product could pick or sort quotes, were it asked to. */
const ASKED_BY: Record<string, string[]> = {
  role: ['role', 'level', 'leadId', 'departmentId'],
  searched: ['search', 'topic'],
  sorted: ['at', 'time', 'score', 'position'],
}

function quotes(one: DisclosureCase) {
  if (!instrument) throw new Error('no questionnaire')
  const { respondents, kv } = one.input
  const reason = noQuotesReason({
    privacyMode: 'confidential',
    smallestGroup: FEWEST,
    submitted: respondents,
  })
  if (respondents < kv !== (reason !== null)) throw new Error('another number of people than kv')
  const submissions = commenters(one, !one.what.includes('do not quote me'))
  const candidates = candidatesOf('round', instrument, submissions)
  const backwards = candidatesOf('round', instrument, submissions.toReversed())
  const ordered = JSON.stringify(candidates) === JSON.stringify(backwards)
  if (!ordered) throw new Error('the order of quotes follows the order of submissions')
  const by = Object.keys(ASKED_BY).find((word) => one.what.includes(word))
  const keys = candidates.flatMap((candidate) => Object.keys(candidate))
  const asked = by === undefined || (ASKED_BY[by] ?? []).some((key) => keys.includes(key))
  return { quotes: reason === null && candidates.length > 0 && asked }
}

function oneItem({ input: { k, answers } }: DisclosureCase) {
  const ratings = answers as number[]
  if (ratings.length < k) return { mean: null, spread: null, distribution: null }
  const counts = [1, 2, 3, 4, 5].map((at) => ratings.filter((rating) => rating === at).length)
  const sum = ratings.reduce((total, rating) => total + rating, 0)
  return {
    mean: shownMean(sum, ratings.length, { open: false, needed: k }).text,
    spread: spreadInAWord(counts),
    distribution: shownDistribution(counts)?.shares ?? null,
  }
}

/** One class a combination of items that people answered, with what they said to each: A and B, or A alone. */
function composite({ input }: DisclosureCase) {
  const a = input.item_A as number[]
  const b = input.item_B as (number | null)[]
  const both = b.filter((answer) => answer !== null)
  if (input.published) {
    const classes = ['A of both', 'A alone', 'B'].map((name) => ({
      name,
      people: name === 'A alone' ? a.length - both.length : both.length,
    }))
    // Twice the sum of each person's mean: once A and once B of those with both, twice A of those without B.
    const published = [
      [1, 1, 0],
      [0, 0, 1],
      [1, 2, 1],
    ]
    return { theme_as_mean_of_person_means: exposedGroup(classes, published, FEWEST) === null }
  }
  const means = [a, both].map((own) => own.reduce((sum, answer) => sum + answer, 0) / own.length)
  return { theme: Math.round(10_000 * compositeOf(means)) / 10_000 }
}

function progress({ input }: DisclosureCase) {
  if (input.wave || input.viewer === 'sponsor') return judgeOpenRound({ input })
  if (input.list) return namesForConsultant()
  const { invited, submitted } = responseAsShown(input.invited, input.answered, closed)
  const rate = submitted === null ? null : `${submitted} of ${invited}`
  const small = rate === null && !input.role
  return { rate, ...(small && { text: `fewer than ${closed.needed} answers so far` }) }
}

/** The list of those who have not answered holds names, and nothing that is a time. */
function namesForConsultant() {
  const place: Place = {
    participation: { id: 'place', state: 'started' },
    lead: { id: 'lead', name: 'Mara Lind', level: 'senior', departmentId: null },
  }
  const { missing } = progressOf([place], [])
  const text = JSON.stringify(missing)
  return { names: text.includes('Mara Lind'), times: /\d{4}-\d\d-\d\d|\d\d:\d\d|_at"|[a-z]At"/.test(text) }
}

function waves({ input }: DisclosureCase) {
  const { wave1_n: before, wave2_n: after, same_people: same, ask } = input
  const [, asked = ''] = /\((\d+)\)/.exec(ask ?? '') ?? []
  if (before && ask) return { matched_panel: isNoTell([before, after], [+asked, +asked], closed) }
  if (ask) {
    const groups = [+asked, after - +asked].map((people, at) => ({ name: String(at), people }))
    return { group: shownGroups(groups, FEWEST).groups.includes('0') }
  }
  const round = (people: number, from: number) =>
    answersOfRound(roundOf({ senior: times(people, {}), department: [] }, { from }))
  const rounds = { first: round(before, 0), second: round(after, Math.max(0, before - same)) }
  const steps = stepsOf(rounds, 'senior')
  const shown = LEVELS.filter((level) => rounds.second.people[level] >= FEWEST).includes('senior')
  const [item, theme] = [steps.strengthOfItem, steps.strengthOfConstruct].map((step) => (step ?? 0) / 25)
  const coarse = item !== theme
  return {
    wave1: before >= FEWEST,
    wave2: shown && (coarse ? `items in steps of ${item}, themes in steps of ${theme}` : true),
    change: shown ? (coarse ? 'from the rounded values' : `${item} steps`) : null,
  }
}
