import type { Answer } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import { type Item, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Role } from '#app/rounds/engagement.ts'
import type { Codebook, CodedLine } from '#app/themes/theme.ts'
import { type Disclosure, disclosureOf } from './disclosure.ts'
import type { ConfirmedLink, ScoreInput } from './score-input.ts'

/** What one level said to one item: lists of the same length, a person a place. */
export interface LevelAnswers {
  level: Level
  answers: readonly Answer[]
  /** Ids of the themes a person named, each once, in order; null where there is no list. Empty: nothing came to mind. */
  themes: readonly (readonly string[] | null)[]
  names: readonly (string | null)[]
  /** Null in an unlinked round, where nobody can tell who is who. */
  leadIds: readonly (string | null)[]
  departmentIds: readonly (string | null)[]
  /** People whose answer counts. */
  n: number
  /** Whether enough people answered for anything to be shown. */
  shown: boolean
}

/** What both levels said to one item; null for a level that is not asked. */
export interface ItemAnswers {
  item: Item
  byLevel: Record<Level, LevelAnswers | null>
}

export interface RoundAnswers {
  disclosure: Disclosure
  roles: readonly Role[]
  themeNames: ReadonlyMap<string, string>
  links: readonly ConfirmedLink[]
  /** People of each level who submitted. */
  people: Record<Level, number>
  items: ItemAnswers[]
}

/** Sorts a round's submissions by item and level, and decides for each of them whether it may be shown. */
export function answersOfRound(input: ScoreInput): RoundAnswers {
  const disclosure = disclosureOf(input.round)
  const themesOf = themeLists(input.codebook)
  const leadOf = new Map(input.leads.map((lead) => [lead.id, lead]))
  const submissions = {
    senior: input.submissions.filter((submission) => submission.level === 'senior'),
    department: input.submissions.filter((submission) => submission.level === 'department'),
  }
  const levelAnswers = (item: Item, level: Level): LevelAnswers | null => {
    if (!item.levels.includes(level)) return null
    const people = submissions[level]
    const answers = people.map((submission) => answerTo(item, submission))
    const n = answers.filter((answer) => isCounted(item, answer)).length
    return {
      level,
      answers,
      themes: people.map((submission, person) => themesOf(submission, item, answers[person] as Answer)),
      names: people.map(({ leadId }) => leadOf.get(leadId ?? '')?.name ?? null),
      leadIds: people.map(({ leadId }) => leadId),
      departmentIds: people.map(
        ({ leadId, departmentId }) => departmentId ?? leadOf.get(leadId ?? '')?.departmentId ?? null,
      ),
      n,
      shown: n >= disclosure.needed,
    }
  }
  return {
    disclosure,
    roles: input.roles,
    themeNames: new Map(input.codebook.themes.map((theme) => [theme.id, theme.name])),
    links: input.links ?? [],
    people: { senior: submissions.senior.length, department: submissions.department.length },
    items: itemsOf(input.instrument).map((item) => ({
      item,
      byLevel: { senior: levelAnswers(item, 'senior'), department: levelAnswers(item, 'department') },
    })),
  }
}

/** The answers of a level to an item, if the item was asked and they may be shown. */
export function shownAnswers(round: RoundAnswers, itemId: string, level: Level): LevelAnswers | null {
  const answers = round.items.find(({ item }) => item.id === itemId)?.byLevel[level]
  return answers?.shown ? answers : null
}

/** The levels whose answers to an item may be shown. */
export function shownLevels({ byLevel }: ItemAnswers): Level[] {
  return LEVELS.filter((level) => byLevel[level]?.shown)
}

function answerTo(item: Item, submission: Submission): Answer {
  const answer = submission.answers[item.id] ?? { state: 'skipped' }
  if (answer.state === 'answered' && answer.value.kind !== item.kind) {
    throw new Error(`The answer to "${item.id}" is of another kind than the item`)
  }
  return answer
}

/** "Can't say" is an answer to who owns something: nobody whom one could name. Elsewhere it is left out. */
export function isCounted(item: Item, answer: Answer): boolean {
  return answer.state === 'answered' || (item.kind === 'owner' && answer.state === 'cant-say')
}

function themeLists(codebook: Codebook) {
  const lines = new Map<string, CodedLine[]>()
  for (const line of codebook.lines) {
    const key = `${line.submissionId} ${line.itemId}`
    lines.set(key, [...(lines.get(key) ?? []), line])
  }
  return (submission: Submission, item: Item, answer: Answer): readonly string[] | null => {
    if (answer.state !== 'answered' || answer.value.kind !== 'lines') return null
    if (answer.value.lines.length === 0) return []
    const own = lines.get(`${submission.id} ${item.id}`) ?? []
    const ordered = [...own].sort((a, b) => a.position - b.position)
    // A list whose lines nobody has sorted yet is a missing answer, not a list without themes.
    return ordered.length === 0 ? null : [...new Set(ordered.map((line) => line.themeId))]
  }
}
