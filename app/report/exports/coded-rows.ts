import type { Answer, Line, Owner, Value } from '#app/answers/answer.ts'
import { ownerInWords } from '#app/answers/owner-choices.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument, Item } from '#app/questionnaire/instrument.ts'
import { itemsOf, wordingFor } from '#app/questionnaire/items.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Codebook } from '#app/themes/theme.ts'
import type { CodedPerson } from './coded-people.ts'
import { type Cell, number, type Table, type TableColumn, tableOf, text } from './table.ts'

export interface CodedRowsInput {
  instrument: Instrument
  engagement: Pick<Engagement, 'departments' | 'roles'>
  people: readonly CodedPerson[]
  codebook: Codebook
  /** Whether names stand beside the answers. */
  named: boolean
}

/** One part of an answer: a line of a list, a ticked option, or the whole of it. */
interface Part {
  part: number | null
  value?: string
  label?: string
  number?: number
  text?: string
  theme?: string
  mayQuote?: boolean
  picks?: Line['picks']
}

const PERSON_COLUMNS: TableColumn[] = [text('person', 'a code: the same in all rows of one person')]
const NAME_COLUMNS: TableColumn[] = [
  text('name', 'name of the lead, who agreed to be named'),
  text('department', 'department of the lead'),
]
const ANSWER_COLUMNS: TableColumn[] = [
  text('level', 'senior or department'),
  text('item', 'id of the item'),
  text('construct', 'what it measures'),
  text('kind', 'kind of item'),
  text('wording', 'the item as this level was asked'),
  text('state', 'answered, cant-say, not-applicable or skipped'),
  number('part', 'place in a list, from 1; 0 where a list was answered with nothing'),
  text('value', 'the answer as it is stored: an id, or the kind of owner'),
  text('label', 'the same in words'),
  number('number', 'the point of a scale, or a number'),
  text('text', 'what was typed, word for word'),
  text('theme', 'the theme that a line was sorted into'),
  text('may_quote', 'no where the person asked not to be quoted'),
]

/**
 * Every answer of every person: a row each, and for a list a row for each of its parts. What was not asked has no row; what
 * was asked and left empty has one that says so.
 */
export function codedRows(given: CodedRowsInput): Table {
  const input = { ...given, themeOf: themesByLine(given.codebook) }
  const pickers = pickersOf(input.instrument)
  return tableOf({
    id: 'answers',
    about: 'Every answer of every person, the four states kept apart.',
    columns: [
      ...PERSON_COLUMNS,
      ...(input.named ? NAME_COLUMNS : []),
      ...ANSWER_COLUMNS,
      ...pickers.flatMap((id) => [
        text(id, 'department that a line points at, as it is stored'),
        text(`${id}_name`, 'its name'),
      ]),
    ],
    rows: input.people.flatMap((person) => rowsOfPerson(input, person, pickers)),
  })
}

type Coding = CodedRowsInput & { themeOf: Map<string, string> }

/** Names of themes by the line that was sorted into them. */
function themesByLine({ themes, lines }: Codebook): Map<string, string> {
  const names = new Map(themes.map(({ id, name }) => [id, name]))
  return new Map(
    lines.map(({ submissionId, itemId, position, themeId }) => [
      lineKey(submissionId, itemId, position),
      names.get(themeId) ?? '',
    ]),
  )
}

function lineKey(...parts: [submissionId: string, itemId: string, position: number]): string {
  return parts.join('/')
}

/** Ids of all pickers of an instrument, in the order in which they are met. */
function pickersOf(instrument: Instrument): string[] {
  const ids = itemsOf(instrument).flatMap((item) =>
    item.kind === 'lines' ? item.pickers.map(({ id }) => id) : [],
  )
  return [...new Set(ids)]
}

function rowsOfPerson(input: Coding, person: CodedPerson, pickers: readonly string[]): Cell[][] {
  const { level } = person.submission
  const head = [person.code, ...(input.named ? [person.name, person.department] : []), level]
  return itemsOf(input.instrument)
    .filter(({ levels }) => levels.includes(level))
    .flatMap((item) => {
      const answer = person.submission.answers[item.id] ?? { state: 'skipped' as const }
      const subject = [...head, item.id, item.construct, item.kind, wordingFor(item, level), answer.state]
      return partsOf(input, item, person.submission, answer).map((part) => [
        ...subject,
        ...partCells(part),
        ...pickers.flatMap((id) => pickCells(input, part.picks?.[id])),
      ])
    })
}

function partCells({ part, value, label, number, text, theme, mayQuote }: Part): Cell[] {
  const quote = mayQuote === undefined ? null : mayQuote ? 'yes' : 'no'
  return [part, value ?? null, label ?? null, number ?? null, text ?? null, theme ?? null, quote]
}

function pickCells({ engagement }: CodedRowsInput, departmentId: string | undefined): Cell[] {
  if (!departmentId) return [null, null]
  return [departmentId, engagement.departments.find(({ id }) => id === departmentId)?.name ?? null]
}

function partsOf(input: Coding, item: Item, submission: Submission, answer: Answer): Part[] {
  if (answer.state !== 'answered') return [{ part: null }]
  const { value } = answer
  if (value.kind === 'lines') return lineParts(input, item, submission, value.lines)
  if (value.kind === 'multi') return optionParts(item, value.options)
  return [{ part: null, ...wholeOf(input, item, value) }]
}

function lineParts({ themeOf }: Coding, item: Item, submission: Submission, lines: readonly Line[]): Part[] {
  if (lines.length === 0) return [{ part: 0, label: item.kind === 'lines' ? item.nothingLabel : '' }]
  return lines.map(({ text, picks }, position) => {
    const theme = themeOf.get(lineKey(submission.id, item.id, position))
    return { part: position + 1, text, picks, ...(theme !== undefined && { theme }) }
  })
}

function optionParts(item: Item, options: readonly string[]): Part[] {
  if (options.length === 0) return [{ part: 0, label: 'none of these' }]
  return options.map((value, index) => ({ part: index + 1, value, label: labelOf(item, value) }))
}

function wholeOf({ engagement }: CodedRowsInput, item: Item, value: Value): Omit<Part, 'part'> {
  switch (value.kind) {
    case 'scale':
      return {
        number: value.point,
        label: item.kind === 'scale' ? (item.labels[value.point - 1] ?? '') : '',
      }
    case 'number':
      return { number: value.number }
    case 'choice':
      return { value: value.option, label: labelOf(item, value.option), ...typed(value.text) }
    case 'owner':
      return {
        value: ownerValue(value.owner),
        label: ownerInWords(value.owner, engagement.roles),
        ...typed(value.owner.kind === 'someone-else' ? value.owner.text : ''),
      }
    case 'text':
      return { text: value.text, mayQuote: value.mayQuote }
    default:
      return {}
  }
}

function typed(text: string): Pick<Part, 'text'> {
  return text === '' ? {} : { text }
}

function ownerValue(owner: Owner): string {
  return owner.kind === 'role' ? `role:${owner.roleId}` : owner.kind
}

function labelOf(item: Item, optionId: string): string {
  if (item.kind !== 'choice' && item.kind !== 'multi') return ''
  return item.options.find(({ id }) => id === optionId)?.label ?? ''
}
