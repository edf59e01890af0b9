import { type ForumColumn, type ForumGridRow, forumGrid } from '#app/charts/forum-grid.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { type Instrument, type ItemOf, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { LEVEL_NAMES, listed } from '#app/rounds/count-words.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import { countInWords, countLimits, likelyCount } from '#app/scoring/people-count.ts'
import type { Detail, LevelItemScore, OptionCount, RoundScores } from '#app/scoring/round-scores.ts'
import { toldOptions } from '#app/scoring/told-options.ts'
import { figure, table } from '../blocks.ts'
import type { Block } from '../document.ts'
import { keyResultBlocks } from '../key-result-blocks.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { shownScore, tooFewWords } from '../shown.ts'

type Choice = Extract<Detail, { kind: 'choice' }>
type Shown = LevelItemScore & { detail: Choice }

/** A meeting of the leadership with what either level says that it mostly does. */
interface Forum {
  item: ItemOf<'choice'>
  name: string
  byLevel: Record<Level, Shown | null>
}

const FORUMS = [
  { itemId: 'w-does', name: 'Weekly' },
  { itemId: 'm-does', name: 'Monthly' },
  { itemId: 'q-does', name: 'Quarterly' },
] as const
const FAILURES = [
  { itemId: 'theatre', name: 'Calendar theatre', looks: 'More meetings, and the same things stay unclear' },
  {
    itemId: 'deck',
    name: 'Status-deck addiction',
    looks: 'Slides and updates where problems should be solved',
  },
  {
    itemId: 'avoidance',
    name: 'Escalation avoidance',
    looks: 'Everybody sees what is stuck; nobody says who decides',
  },
] as const

/** Page 12: what the leadership meetings do, and whether key results describe results. */
export function rhythmPage(input: ReportInput): PageResult {
  const forums = forumsOf(input)
  if (forums.length === 0) {
    const asked = itemsOf(input.instrument).some(({ id }) => id === 'w-does')
    const why = asked
      ? tooFewWords(input.scores, 'people of a level')
      : 'this questionnaire does not ask for it'
    return { what: 'Meeting rhythm and outcomes', why }
  }
  return {
    id: 'rhythm',
    title: titleOf(forums),
    blocks: [
      ...forumBlocks(forums, input.scores),
      ...weeklyBlocks(input.scores),
      ...failureBlocks(input.scores),
      ...keyResultBlocks(input.scores),
    ],
  }
}

function forumsOf({ scores, instrument }: ReportInput): Forum[] {
  return FORUMS.flatMap(({ itemId, name }) => {
    const item = choiceOf(instrument, itemId)
    const byLevel = {
      senior: shownChoice(scores, itemId, 'senior'),
      department: shownChoice(scores, itemId, 'department'),
    }
    return item && (byLevel.senior || byLevel.department) ? [{ item, name, byLevel }] : []
  })
}

function choiceOf(instrument: Instrument, itemId: string): ItemOf<'choice'> | null {
  const item = itemsOf(instrument).find(({ id }) => id === itemId)
  return item?.kind === 'choice' ? item : null
}

function shownChoice(scores: RoundScores, itemId: string, level: Level): Shown | null {
  const score = shownScore(scores, itemId, level)
  return score?.detail.kind === 'choice' ? { ...score, detail: score.detail } : null
}

/** Two meetings that do the same, or how many do what they are there for, told apart where the levels differ. */
function titleOf(forums: readonly Forum[]): string {
  const levels = LEVELS.filter((level) => forums.some(({ byLevel }) => byLevel[level]))
  const twins = levels.map((level) => twinsOf(forums, level))
  const [twin] = twins
  if (twin && twins.every((words) => words === twin)) return twin
  const doing = levels.map((level) => forums.filter((forum) => doesItsJob(forum, level)).length)
  const meetings =
    forums.length === 1
      ? 'the one leadership meeting'
      : `the ${numberWord(forums.length)} leadership meetings`
  const [first = 0, second = first] = doing
  if (first === second)
    return `${capitalise(howMany(first, forums.length))} of ${meetings} mostly ${first === 1 ? 'does' : 'do'} what ${first === 1 ? 'it is' : 'they are'} there for`
  return `Senior leaders see ${howMany(first, forums.length)} of ${meetings} do what they are there for, department leads ${howMany(second, forums.length)}`
}

function howMany(count: number, all: number): string {
  return count === 0 ? 'none' : count === all ? 'all' : numberWord(count)
}

function twinsOf(forums: readonly Forum[], level: Level): string | null {
  for (const [index, one] of forums.entries()) {
    const does = mostlyDoes(one, level)
    const twin = forums.slice(index + 1).find((other) => does !== null && mostlyDoes(other, level) === does)
    if (!twin) continue
    const both = listed([one, twin].map(({ name }) => name.toLowerCase()))
    return `The ${both} meetings mostly do the same: “${labelIn(one.item, does)}”`
  }
  return null
}

/** What more than half of a level say; null where no answer has a majority. */
function mostlyDoes({ byLevel }: Forum, level: Level): string | null {
  const shown = byLevel[level]
  return shown?.detail.options.find(({ people }) => countLimits(people)[0] > shown.n / 2)?.id ?? null
}

function doesItsJob(forum: Forum, level: Level): boolean {
  const does = mostlyDoes(forum, level)
  return does !== null && does === purposeOf(forum.item)
}

/** The option that the questionnaire counts as wholly healthy for this meeting. */
function purposeOf({ options }: ItemOf<'choice'>): string | null {
  return options.find(({ strength }) => strength === 1)?.id ?? null
}

function labelIn({ options }: ItemOf<'choice'>, optionId: string | null): string {
  return options.find(({ id }) => id === optionId)?.label ?? ''
}

function forumBlocks(forums: readonly Forum[], scores: RoundScores): Block[] {
  const columns: ForumColumn[] = forums.map(({ name, byLevel }) => ({
    label: name,
    people: `n ${LEVELS.flatMap((level) => byLevel[level]?.n ?? []).join(' and ')}`,
  }))
  const rows = gridRows(forums, scores.privacyMode === 'open')
  const hidden = LEVELS.filter((level) => forums.every(({ byLevel }) => !byLevel[level]))
  const words = hidden.map((level) => ` ${LEVEL_NAMES[level]}: not shown; ${tooFewWords(scores, 'of them')}.`)
  return [
    figure(
      (width) => forumGrid(columns, rows, width, 'What each leadership meeting mostly does'),
      `People by what they say that the meeting mostly does. No bar: ${scores.privacyMode === 'open' ? 'nobody' : 'at most one person'}.${words.join('')}`,
    ),
  ]
}

function gridRows(forums: readonly Forum[], open: boolean): ForumGridRow[] {
  const told = forums.map(({ byLevel }) => ({
    senior: byLevel.senior && {
      n: byLevel.senior.n,
      ...toldOptions(byLevel.senior.detail.options, open),
    },
    department: byLevel.department && {
      n: byLevel.department.n,
      ...toldOptions(byLevel.department.detail.options, open),
    },
  }))
  const options = forums[0]?.item.options ?? []
  const rows = options.map(({ id, label }) => ({
    label,
    cells: forums.map(({ item }, index) => ({
      senior: cellOf(told[index]?.senior ?? null, id),
      department: cellOf(told[index]?.department ?? null, id),
      purpose: purposeOf(item) === id,
    })),
  }))
  return rows.filter(({ cells }) => cells.some((cell) => cell.senior || cell.department || cell.purpose))
}

function cellOf(told: { listed: OptionCount[]; n: number } | null, id: string) {
  const people = told?.listed.find((option) => option.id === id)?.people
  return told && people ? { share: likelyCount(people) / told.n, shown: briefCount(people) } : null
}

/** "5", "8 or 9". */
function briefCount(people: PeopleCount): string {
  const [low, high] = countLimits(people)
  return low === high ? String(low) : `${low} or ${high}`
}

/** Which of the four weekly questions the weekly meeting settles, the least settled last. */
function weeklyBlocks(scores: RoundScores): Block[] {
  const levels = LEVELS.flatMap((level) => {
    const score = shownScore(scores, 'weekly-answers', level)
    return score?.detail.kind === 'multi' ? [{ level, options: score.detail.options }] : []
  })
  const [first] = levels
  if (!first) return []
  const questions = first.options.filter(({ id }) => id !== 'none')
  const sorted = questions.toSorted((one, other) => likelyCount(other.people) - likelyCount(one.people))
  const rows = sorted.map(({ id, label }) => [
    label,
    ...levels.map(({ options }) => countCell(options.find((option) => option.id === id)?.people)),
  ])
  const columns = ['The weekly meeting settles', ...levels.map(({ level }) => `>${LEVEL_NAMES[level]}`)]
  return [table('The four questions of a weekly meeting: people who say that it settles them', columns, rows)]
}

function countCell(people: PeopleCount | undefined): string {
  return people ? countInWords(people) : 'not asked'
}

function failureBlocks(scores: RoundScores): Block[] {
  const rows = FAILURES.flatMap(({ itemId, name, looks }) => {
    const cells = LEVELS.map((level) => oftenCell(shownScore(scores, itemId, level)))
    return cells.every((cell) => cell === null)
      ? []
      : [[name, looks, ...cells.map((cell) => cell ?? tooFewWords(scores, 'of them'))]]
  })
  if (rows.length === 0) return []
  return [
    table(
      'Three ways in which a rhythm fails: people who see it often or constantly',
      ['Failure mode', 'How it looks', `>${LEVEL_NAMES.senior}`, `>${LEVEL_NAMES.department}`],
      rows,
    ),
  ]
}

function oftenCell(score: LevelItemScore | null): string | null {
  return score?.detail.kind === 'scale' ? countInWords(score.detail.low) : null
}
