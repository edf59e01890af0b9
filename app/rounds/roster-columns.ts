import type { Level } from '#app/questionnaire/instrument.ts'

export const COLUMNS = ['name', 'email', 'level', 'department', 'title'] as const
export type RosterColumn = (typeof COLUMNS)[number]

/** Headings people use for a column, without case, spaces and signs. */
const HEADINGS: Record<RosterColumn, readonly string[]> = {
  name: ['name', 'fullname', 'lead', 'person', 'participant', 'leadname'],
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'address'],
  level: ['level', 'leadershiplevel', 'tier'],
  department: ['department', 'dept', 'team', 'function', 'unit', 'area', 'division'],
  title: ['title', 'jobtitle', 'job', 'position', 'role'],
}

const LEVEL_WORDS: Record<Level, readonly string[]> = {
  senior: [
    'senior',
    'seniorlead',
    'seniorteam',
    'seniorleader',
    'executive',
    'exec',
    'leadership',
    'clevel',
    'board',
  ],
  department: [
    'department',
    'departmentlead',
    'departmentleads',
    'departmenthead',
    'dept',
    'deptlead',
    'head',
    'lead',
  ],
}

const DELIMITERS = ['\t', ';', ','] as const
export type Delimiter = (typeof DELIMITERS)[number]

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Position of every column in the file; null where the heading does not name it. */
export function readHeadings(cells: readonly string[]): Record<RosterColumn, number | null> {
  const headings = cells.map(plain)
  const positions = COLUMNS.map((column) => {
    const position = headings.findIndex((heading) => HEADINGS[column].includes(heading))
    return [column, position < 0 ? null : position] as const
  })
  return Object.fromEntries(positions) as Record<RosterColumn, number | null>
}

/** Whether a first line is a heading at all, and not the first person. */
export function looksLikeHeading(line: string): boolean {
  return !line.includes('@')
}

/** The sign that stands most often in a line; spreadsheets write commas, semicolons or tabs. */
export function delimiterOf(line: string): Delimiter {
  const unquoted = line.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

export function readLevel(text: string): Level | null {
  const word = plain(text)
  if (LEVEL_WORDS.senior.includes(word)) return 'senior'
  return LEVEL_WORDS.department.includes(word) ? 'department' : null
}
