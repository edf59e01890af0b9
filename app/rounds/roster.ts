import { parse } from 'csv-parse/sync'
import type { Department, Lead } from './engagement.ts'
import { type LeadDetails, readLead } from './lead-details.ts'
import { readNames, sameName } from './named-list.ts'
import {
  COLUMNS,
  type Delimiter,
  delimiterOf,
  looksLikeHeading,
  type RosterColumn,
  readHeadings,
  readLevel,
} from './roster-columns.ts'

export const MOST_ROWS = 1000

export interface GoodLine {
  number: number
  /** The department as it is written; the id is null where it is still to be added. */
  departmentName: string
  details: LeadDetails
}

export interface BadLine {
  /** Counted from 1, as in the text box. */
  number: number
  text: string
  reason: string
}

export interface Roster {
  good: GoodLine[]
  bad: BadLine[]
  /** Departments that are named in the file and not yet part of the engagement. */
  unknownDepartments: string[]
  /** What is left once the good lines are taken in: the heading and every bad line, word for word. */
  leftover: string
}

export type RosterResult = { ok: true; roster: Roster } | { ok: false; error: string }

export interface RosterSettings {
  departments: readonly Department[]
  existing: readonly Pick<Lead, 'name' | 'email'>[]
  /** Take departments that are not on the list as new ones, instead of as mistakes. */
  addDepartments: boolean
}

interface RosterLine {
  number: number
  text: string
}

type Cells = Record<RosterColumn, string>

/**
 * A dry run over a list of leads: what would be taken in, and what not and why. One lead a line, so a stray quotation
 * mark spoils its own line only. Nothing is lost: every line is either good or in the leftover, as it was typed.
 */
export function readRoster(text: string, settings: RosterSettings): RosterResult {
  const lines = linesOf(text)
  const [first] = lines
  if (!first) return { ok: false, error: 'There is nothing here yet. Paste the list, or choose a file.' }
  if (lines.length > MOST_ROWS + 1) {
    return {
      ok: false,
      error: `A list may have up to ${MOST_ROWS} leads; this one has ${lines.length} lines.`,
    }
  }
  const delimiter = delimiterOf(first.text)
  const heading = looksLikeHeading(first.text) ? first : null
  const columns = heading ? readHeadings(cellsOf(heading.text, delimiter) ?? []) : inUsualOrder()
  const missing = (['name', 'email', 'level'] as const).filter((column) => columns[column] === null)
  if (missing.length > 0) return { ok: false, error: missingWords(missing) }
  const body = heading ? lines.slice(1) : lines
  return {
    ok: true,
    roster: sortLines(
      body,
      heading?.text ?? COLUMNS.join(delimiter),
      (line) => readCells(line.text, delimiter, columns),
      settings,
    ),
  }
}

function sortLines(
  lines: readonly RosterLine[],
  heading: string,
  read: (line: RosterLine) => Cells | null,
  settings: RosterSettings,
): Roster {
  const good: GoodLine[] = []
  const bad: BadLine[] = []
  const unknown: string[] = []
  for (const line of lines) {
    const cells = read(line)
    const department = cells?.department ?? ''
    if (department !== '' && !departmentNamed(department, settings)) unknown.push(department)
    const unread = line.text.length > LONGEST_LINE ? TOO_LONG : UNREADABLE
    const result = cells ? judge(cells, good, settings) : { reason: unread }
    if ('reason' in result) bad.push({ ...line, reason: result.reason })
    else good.push({ number: line.number, departmentName: department, details: result.details })
  }
  const leftover = bad.length === 0 ? '' : [heading, ...bad.map(({ text }) => text)].join('\n')
  return { good, bad, unknownDepartments: readNames(unknown.join('\n')), leftover }
}

const TOO_LONG = 'This line is too long to be one lead.'
const UNREADABLE = 'A quotation mark is opened on this line and not closed.'

function judge(
  cells: Cells,
  earlier: readonly GoodLine[],
  settings: RosterSettings,
): { details: LeadDetails } | { reason: string } {
  const level = readLevel(cells.level)
  if (!level) return { reason: levelWords(cells.level) }
  const department = departmentNamed(cells.department, settings)
  const isNew = cells.department !== '' && !department
  if (isNew && !settings.addDepartments) {
    return {
      reason: `“${cells.department}” is not a department of this engagement: correct it, or add it below.`,
    }
  }
  const typed = {
    name: cells.name,
    email: cells.email,
    level,
    departmentId: department?.id ?? '',
    jobTitle: cells.title,
  }
  // A new department has no id yet: it counts as given, so the rule that asks for one is not applied.
  const result = readLead(typed, isNew ? [] : settings.departments)
  if (!result.ok) return { reason: Object.values(result.errors).join(' ') }
  const reason = repeatedReason(result.details.email, earlier, settings)
  return reason ? { reason } : { details: result.details }
}

function repeatedReason(
  email: string,
  earlier: readonly GoodLine[],
  { existing }: RosterSettings,
): string | null {
  const key = email.toLowerCase()
  const twin = earlier.find(({ details }) => details.email.toLowerCase() === key)
  if (twin) return `The same address as on line ${twin.number}.`
  const lead = existing.find((known) => known.email.toLowerCase() === key)
  return lead ? `${lead.name} is a lead of this engagement already, with this address.` : null
}

function departmentNamed(name: string, { departments }: RosterSettings): Department | undefined {
  return departments.find((department) => sameName(department.name) === sameName(name))
}

function levelWords(text: string): string {
  return text === ''
    ? 'The level is missing: write senior or department.'
    : `“${text}” is not a level: write senior or department.`
}

function missingWords(missing: readonly string[]): string {
  return `The first line names the columns. It does not name: ${missing.join(', ')}. It should read: ${COLUMNS.join(', ')}.`
}

/** Lines that hold anything, with their numbers; a byte order mark at the start is none of the text. */
function linesOf(text: string): RosterLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => /[^\s,;]/.test(line.text))
}

function inUsualOrder(): Record<RosterColumn, number> {
  return { name: 0, email: 1, level: 2, department: 3, title: 4 }
}

function readCells(
  line: string,
  delimiter: Delimiter,
  columns: Record<RosterColumn, number | null>,
): Cells | null {
  const cells = cellsOf(line, delimiter)
  if (!cells) return null
  const cell = (column: RosterColumn) => cells[columns[column] ?? -1] ?? ''
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Cells
}

/** No lead needs so much, and a million quotation marks keep the reader busy. */
const LONGEST_LINE = 5000

/** The cells of one line; null where its quotation marks cannot be read. */
function cellsOf(line: string, delimiter: Delimiter): string[] | null {
  if (line.length > LONGEST_LINE) return null
  try {
    const [cells = []] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true, trim: true })
    return cells
  } catch {
    return null
  }
}
