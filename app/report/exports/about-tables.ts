import type { ReportDocument } from '../document.ts'
import { toldFacts } from '../told-facts.ts'
import { type Table, tableOf, text } from './table.ts'

/** What a workbook begins with: the promise first, then which round it is about, and what its sheets hold. */
export function aboutTable(
  document: ReportDocument,
  { holds, heldBack, tables }: { holds: string; heldBack: string; tables: readonly Table[] },
): Table {
  return tableOf({
    id: 'about',
    about: 'What this file is about.',
    columns: [text('about', 'what is told'), text('words', 'what is said of it')],
    rows: [
      ['Promise', document.privacyPromise],
      ['Client', document.clientName],
      ['Round', document.roundTitle],
      ...toldFacts(document).map(({ label, value }) => [label, value]),
      ['This file', holds],
      ['Held back', heldBack],
      ...tables.map(({ id, about }) => [`Sheet “${id}”`, about]),
      ['Software', `Plumbline ${document.softwareVersion}`],
    ],
  })
}

/** Every column of every sheet, explained. */
export function columnsTable(tables: readonly Table[]): Table {
  return tableOf({
    id: 'columns',
    about: 'What stands in each column.',
    columns: [
      text('sheet', 'name of the sheet'),
      text('column', 'name of the column'),
      text('kind', 'text or number'),
      text('holds', 'what stands in it'),
    ],
    rows: tables.flatMap(({ id, columns }) => columns.map(({ key, kind, about }) => [id, key, kind, about])),
  })
}
