import { stringify } from 'csv-stringify/sync'
import { guardedText } from '#app/http/formula-guard.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import type { CodedTheme } from '../theme.ts'
import type { CodebookRow } from './codebook-rows.ts'

export interface CodebookFile {
  client: string
  round: string
  /** Null while the codebook is open. */
  version: number | null
  versions: readonly { version: number; reason: string; coder: string; lockedOn: string | null }[]
  themes: readonly CodedTheme[]
  rows: readonly CodebookRow[]
}

/** The coded rows as a table. Texts that look like formulas stand behind the mark of every other export; columns that may not be filled are left out. */
export function codebookCsv({ version, rows }: CodebookFile): string {
  const has = (column: 'level' | 'person') => rows.some((row) => row[column] !== null)
  const columns: [string, (row: CodebookRow) => string][] = [
    ['codebook version', () => (version === null ? 'not locked' : String(version))],
    ['item', ({ item }) => item],
    ['theme', ({ theme }) => theme],
    ['line', ({ line }) => line],
  ]
  if (has('level')) columns.push(['level', ({ level }) => (level ? LEVEL_NAMES[level] : '')])
  if (has('person')) columns.push(['person', ({ person }) => person ?? ''])
  const table = rows.map((row) => columns.map(([, cell]) => guardedText(cell(row))))
  return stringify([columns.map(([name]) => name), ...table], {
    bom: true,
    record_delimiter: '\r\n',
  })
}

/** The whole codebook: themes with their definitions and coders, versions, and the coded rows. */
export function codebookJson({ themes, rows, ...file }: CodebookFile) {
  return {
    format: 'plumbline-codebook/1',
    ...file,
    themes: themes.map(({ id, itemId, name, definition, state, coder, decidedOn, knownId }) => ({
      id,
      itemId,
      name,
      definition,
      state,
      coder,
      decidedOn,
      ...(knownId && { carriesOn: knownId }),
    })),
    rows: rows.map(({ level, person, ...row }) => ({
      ...row,
      ...(level && { level }),
      ...(person && { person }),
    })),
  }
}
