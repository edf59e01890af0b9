import type { Answer, Answers } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument, Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Lead } from '#app/rounds/engagement.ts'
import { type Random, randomFrom } from '#app/scoring/random.ts'
import type { ScoreInput } from '#app/scoring/score-input.ts'
import type { Codebook, CodedLine } from '#app/themes/theme.ts'

const ROLES = 8
const DEPARTMENTS = 6
const THEMES = 20
/** Ways in which people put one theme. */
const WORDINGS = 4
/** A senior team is small: this share of the leads, but never fewer than may be shown. */
const SENIOR_SHARE = 0.15
const FEWEST_SENIORS = 5
/** Of ten answers, one is "can't say" or left out. */
const ONE_IN = 10

/** A closed confidential round of the full questionnaire that `people` leads answered: the same one for the same seed. */
export function inventedRound(people: number, seed = 1): ScoreInput {
  const instrument = findInstrument('full@1') as Instrument
  const random = randomFrom(people + seed)
  const seniors = Math.max(FEWEST_SENIORS, Math.floor(SENIOR_SHARE * people))
  const leads = Array.from({ length: people }, (_, index) => leadOf(index, index < seniors, random))
  const submissions = leads.map((lead): Submission => {
    const camp = random(3) === 0 ? 1 : 0
    return {
      id: `s-${lead.id}`,
      roundId: 'r',
      level: lead.level,
      leadId: lead.id,
      departmentId: lead.departmentId,
      answers: answersOf(instrument, camp, random),
    }
  })
  return {
    instrument,
    round: { privacyMode: 'confidential', smallestGroup: 5 },
    leads,
    roles: named('role', ROLES),
    departments: named('department', DEPARTMENTS),
    submissions,
    codebook: codebookOf(instrument, submissions),
  }
}

function named(kind: string, count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, name: `${kind} ${index}` }))
}

function leadOf(index: number, senior: boolean, random: Random): Lead {
  return {
    id: `lead-${index}`,
    engagementId: 'e',
    name: `Lead ${index}`,
    email: `lead-${index}@example.com`,
    level: senior ? 'senior' : 'department',
    departmentId: `department-${random(DEPARTMENTS)}`,
    jobTitle: 'Lead',
  }
}

function answersOf(instrument: Instrument, camp: number, random: Random): Answers {
  const items = itemsOf(instrument)
  return Object.fromEntries(items.map((item, place) => [item.id, answerTo(item, place + camp, random)]))
}

/** People lean towards one answer of each item, another one in the other camp. */
function answerTo(item: Item, lean: number, random: Random): Answer {
  if (random(ONE_IN) === 0) return random(2) === 0 ? { state: 'cant-say' } : { state: 'skipped' }
  const near = (options: number): number => (random(2) === 0 ? lean % options : random(options))
  switch (item.kind) {
    case 'scale':
      return { state: 'answered', value: { kind: 'scale', point: 1 + near(5) } }
    case 'choice': {
      const option = item.options[near(item.options.length)]?.id ?? ''
      return { state: 'answered', value: { kind: 'choice', option, text: '' } }
    }
    case 'owner':
      return { state: 'answered', value: { kind: 'owner', owner: ownerAt(near(ROLES + 2)) } }
    case 'multi': {
      const options = item.options.filter(() => random(2) === 0).map(({ id }) => id)
      return { state: 'answered', value: { kind: 'multi', options } }
    }
    case 'lines':
      return { state: 'answered', value: { kind: 'lines', lines: linesOf(item, lean, random) } }
    case 'number':
      return { state: 'answered', value: { kind: 'number', number: item.min + random(10) } }
    case 'text':
      return { state: 'answered', value: { kind: 'text', text: 'Decide once.', mayQuote: true } }
  }
}

function ownerAt(place: number) {
  if (place === ROLES) return { kind: 'nobody' as const }
  return place > ROLES ? { kind: 'shared' as const } : { kind: 'role' as const, roleId: `role-${place}` }
}

/** One to five different themes, the first ones of the camp more often, each in one of its wordings. */
function linesOf(item: ItemOf<'lines'>, lean: number, random: Random) {
  const themes = new Set<number>()
  const length = Math.min(item.most, 2 + random(3))
  while (themes.size < length) themes.add((lean + Math.min(random(THEMES), random(THEMES))) % THEMES)
  return [...themes].map((theme) => ({
    text: `Theme ${theme} put in way ${random(WORDINGS)}`,
    picks: Object.fromEntries(
      item.pickers.map(({ id }) => [id, `department-${random(DEPARTMENTS)}`] as const),
    ),
  }))
}

function codebookOf(instrument: Instrument, submissions: readonly Submission[]): Codebook {
  const items = itemsOf(instrument).filter((item) => item.kind === 'lines' && item.themed)
  const lines = items.flatMap(({ id: itemId }) =>
    submissions.flatMap(({ id: submissionId, answers }): CodedLine[] => {
      const answer = answers[itemId]
      if (answer?.state !== 'answered' || answer.value.kind !== 'lines') return []
      return answer.value.lines.map(({ text }, position) => ({
        id: `${submissionId}-${itemId}-${position}`,
        submissionId,
        itemId,
        position,
        text,
        themeId: `${itemId} ${themeIn(text)}`,
      }))
    }),
  )
  const themes = new Map(
    lines.map(({ themeId, itemId, text }) => [themeId, { id: themeId, itemId, name: themeIn(text) }]),
  )
  return { themes: [...themes.values()], lines }
}

function themeIn(text: string): string {
  return text.split(' ').slice(0, 2).join(' ')
}
