import type { Answers } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument, Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { foundationOf } from '#app/report/freeze.server.ts'
import { mayJoin } from '#app/report/freeze.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import { pick, randomFor, shuffle } from '#scripts/simulate/random.ts'
import { answersFor } from '#test/helpers/drawn-answers.ts'

/** Redraws tell how wide a range is and not whose answers are in it: few will do. */
const REDRAWS = 10
const PEOPLE = { least: 5, most: 60 }
const ROLES = ['Chief', 'Finance', 'Sales', 'Operations'].map((name) => ({ id: name, name }))
const DEPARTMENTS = ['Sales', 'Operations', 'Finance'].map((name) => ({ id: name, name }))

/** An organisation with everything that its readers are given: the versions of a round's report, and the round before. */
export interface Organisation {
  seed: number
  /** Fewest people that a figure may rest on once readers have taken their own answers away. */
  fewest: number
  /** Leads who answered and who read the report. */
  readers: readonly string[]
  /** Ways in which people are divided: level; department; who answered the round before. */
  attributes: number
  versions: ScoreInput[]
  /** Versions that the product would not publish. */
  heldBack: number
  earlier: ScoreInput | null
}

interface Person {
  id: string
  level: Level
  departmentId: string | null
}

/** The same for the same seed. */
export function randomOrganisation(seed: number): Organisation {
  const random = randomFor('organisation', seed)
  const between = (least: number, most: number) => least + Math.floor((most - least + 1) * random())
  const seniorShare = 0.15 + 0.5 * random()
  const attributes = between(1, 3)
  const people = Array.from({ length: between(PEOPLE.least, PEOPLE.most) }, (_, index): Person => {
    const level = random() < seniorShare ? 'senior' : 'department'
    const departmentId = attributes > 1 ? pick(DEPARTMENTS, random).id : null
    return { id: `lead-${index}`, level, departmentId }
  })
  const fewest = between(4, 8)
  const readers = people.filter(() => random() < 0.04).map(({ id }) => id)
  const privacyMode = random() < 0.75 ? ('confidential' as const) : ('unlinked' as const)
  const round = { privacyMode, smallestGroup: fewest + readers.length }
  const instrument = instrumentOf(pick(['full@1', 'quick-scan@1'], random))
  const [responding, lazy] = [0.55 + 0.45 * random(), 0.5 * random()]
  const answering = shuffle(
    people.filter(() => random() < responding),
    random,
  )
  const asked = { seed, instrument, round, lazy }
  const late = Math.min(answering.length, random() < 0.5 ? between(0, 3) : between(6, 20))
  const first = answering.slice(late)
  const sets = [first]
  for (let version = between(1, 3); version > 1; version -= 1) {
    const gone = random() < 0.5 ? 0 : random() < 0.5 ? between(1, 3) : between(6, 14)
    const before = sets.at(-1) ?? []
    sets.push([...before.slice(gone), ...(sets.length === 1 ? answering.slice(0, late) : [])])
  }
  const { versions, heldBack } = published(sets.map((those) => inputOf(asked, people, those, 'own')))
  const came = random() < 0.5 ? between(0, 4) : between(5, 12)
  const earlier = attributes > 2 ? inputOf(asked, people, first.slice(came), 'earlier') : null
  return { seed, fewest, readers, attributes, versions, heldBack, earlier }
}

/** The first is published whatever it holds; another only if the product lets it out beside all before. */
function published(wanted: readonly ScoreInput[]): { versions: ScoreInput[]; heldBack: number } {
  const versions: ScoreInput[] = []
  for (const input of wanted) {
    const known = versions.map((version) => foundationOf(version))
    if (mayJoin(known, foundationOf(input), input.round.smallestGroup)) versions.push(input)
  }
  return { versions, heldBack: wanted.length - versions.length }
}

interface Asked {
  seed: number
  instrument: Instrument
  round: ScoreInput['round']
  lazy: number
}

function inputOf(
  { seed, instrument, round, lazy }: Asked,
  people: readonly Person[],
  answering: readonly Person[],
  name: string,
): ScoreInput {
  const isLinked = round.privacyMode !== 'unlinked'
  const submissions = answering.map(({ id, level, departmentId }): Submission => {
    const place = { index: Number(id.slice(5)), level }
    const roles = ROLES.map((role) => role.id)
    const drawn = answersFor(instrument, place, roles, name === 'own' ? seed : seed + 0.5)
    return {
      id: `${name}-${id}`,
      roundId: name,
      level,
      leadId: isLinked ? id : null,
      departmentId: isLinked ? departmentId : null,
      answers: thinned(drawn, lazy, randomFor('thinned', seed, name, id)),
    }
  })
  const byId = submissions.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return {
    instrument,
    round,
    leads: people.map((person) => ({
      ...person,
      engagementId: 'e',
      name: person.id,
      email: '',
      jobTitle: '',
    })),
    roles: ROLES,
    departments: DEPARTMENTS,
    submissions: byId,
    codebook: codebookOf(instrument, byId),
    redraws: REDRAWS,
  }
}

/** Some items are skipped by many, so that groups fall below the smallest one item by one. */
function thinned(answers: Answers, lazy: number, random: () => number): Answers {
  return Object.fromEntries(Object.entries(answers).filter(() => random() >= lazy))
}

/** A line is a theme in so many words. */
export function codebookOf(
  instrument: Instrument,
  submissions: readonly Submission[],
): ScoreInput['codebook'] {
  const themed = itemsOf(instrument).filter((item) => item.kind === 'lines' && item.themed)
  const lines = submissions.flatMap(({ id: submissionId, answers }) =>
    themed.flatMap(({ id: itemId }) => {
      const answer = answers[itemId]
      if (answer?.state !== 'answered' || answer.value.kind !== 'lines') return []
      return answer.value.lines.map(({ text }, position) => ({
        id: `${submissionId}-${itemId}-${position}`,
        submissionId,
        itemId,
        position,
        text,
        themeId: `${itemId}: ${text}`,
      }))
    }),
  )
  const themes = new Map(
    lines.map(({ themeId, itemId, text }) => [themeId, { id: themeId, itemId, name: text }]),
  )
  return { themes: [...themes.values()], lines }
}

function instrumentOf(key: string): Instrument {
  const found = findInstrument(key)
  if (!found) throw new Error(`no questionnaire ${key}`)
  return found
}
