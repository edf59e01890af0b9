import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import type { Attachment } from '#app/http/attachment.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { findCodebook } from '#db/codebooks.ts'
import { listConsentingLeads } from '#db/consents.ts'
import { findRound } from '#db/rounds.ts'
import { listSubmissions } from '#db/submissions.ts'
import { type LoadedReport, loadReport, type ReportQuery } from '../load-report.server.ts'
import { aboutTable, columnsTable } from './about-tables.ts'
import { AGGREGATE_IDS, aggregateTables } from './aggregate-tables.ts'
import { codedPeople } from './coded-people.ts'
import { codedRows } from './coded-rows.ts'
import {
  AGGREGATE_WORDS,
  ANSWER_WORDS,
  type ExportWords,
  LINE_WORDS,
  mayExportAnswers,
} from './export-words.ts'
import { lineRows } from './line-rows.ts'
import type { Table } from './table.ts'
import { writeCsv } from './write-csv.server.ts'
import { writeWorkbook } from './write-workbook.server.ts'

export interface ExportedFile extends Attachment {
  body: string | Uint8Array
}

type Db = Parameters<typeof loadReport>[0]
interface Found {
  round: Round
  engagement: Engagement
}

const CSV = 'text/csv; charset=utf-8'
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * One file of a closed round by its name, such as `aggregates.xlsx`, `items.csv` or `answers.csv`. Null for any other name,
 * for a round that is not over, and for what its promise does not allow: that is then not read from the database either.
 */
export async function exportFile(db: Db, query: ReportQuery, name: string): Promise<ExportedFile | null> {
  const found = await findRound(db, { id: query.roundId, consultantId: query.consultant.id })
  if (!found || !isOver(found.round)) return null
  const [, id = '', format] = /^([a-z-]+)\.(csv|xlsx)$/.exec(name) ?? []
  const chosen = await chooseTables(db, query, found, id, format)
  if (!chosen) return null
  const { report, tables, words } = chosen
  const file = { ...words, tables }
  const { privacyPromise } = report.document
  const fileName = fileNameOf(found, `${id}.${format}`)
  const [table] = tables
  if (format === 'csv' && table) return { fileName, type: CSV, body: writeCsv(table, privacyPromise) }
  const sheets = [aboutTable(report.document, file), columnsTable(tables), ...tables]
  return { fileName, type: WORKBOOK, body: await writeWorkbook(sheets, report.document.issuedOn) }
}

interface Chosen {
  report: LoadedReport
  tables: Table[]
  words: ExportWords
}

async function chooseTables(
  db: Db,
  query: ReportQuery,
  found: Found,
  id: string,
  format: string | undefined,
): Promise<Chosen | null> {
  const { privacyMode } = found.round
  const one = format === 'csv' ? (AGGREGATE_IDS as readonly string[]).includes(id) : id === 'aggregates'
  const wanted = one || id === 'answers' || id === 'lines'
  if (!wanted || !format || (id === 'answers' && !mayExportAnswers(privacyMode))) return null
  const report = await loadReport(db, query)
  if (!report) return null
  if (id === 'answers')
    return { report, tables: [await answersTable(db, found)], words: ANSWER_WORDS[privacyMode] }
  if (id === 'lines') return { report, tables: [await linesTable(db, found)], words: LINE_WORDS[privacyMode] }
  const all = aggregateTables(report.scores, report.diagnosis)
  const tables = format === 'csv' ? all.filter((table) => table.id === id) : all
  return { report, tables, words: AGGREGATE_WORDS[privacyMode] }
}

async function answersTable(db: Db, { round, engagement }: Found): Promise<Table> {
  const named = round.privacyMode === 'open'
  const agreed = named ? await listConsentingLeads(db, round.id) : []
  const submissions = await listSubmissions(db, round.id)
  return codedRows({
    instrument: await instrumentOfRound(db, round.id),
    engagement,
    people: codedPeople(submissions, agreed, engagement.departments),
    codebook: (await findCodebook(db, round.id)) ?? { themes: [], lines: [] },
    named,
  })
}

async function linesTable(db: Db, { round }: Found): Promise<Table> {
  return lineRows((await findCodebook(db, round.id)) ?? { themes: [], lines: [] })
}

/** The promise goes with the file, in its name as well: a file outlives the page that it came from. */
function fileNameOf({ round, engagement }: Found, name: string): string {
  return `${engagement.clientName} - ${round.title} - ${round.privacyMode} - ${name}`
}

function isOver({ state }: Pick<Round, 'state'>): boolean {
  return state === 'closed' || state === 'published'
}
