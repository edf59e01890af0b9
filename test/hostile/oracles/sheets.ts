import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'

export interface SeenSheet {
  name: string
  /** Texts as the stored text, after the documented mark is taken away. */
  cells: Set<string>
  faults: string[]
}

/** What a spreadsheet may run: read by the rule of the bytes, since spreadsheets differ in what they take for a formula. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is one of the signs that count
const STARTS_A_FORMULA = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/

/** A file of comma-separated values, cell by cell. */
export function readCsvFile(name: string, csv: string): SeenSheet {
  const faults: string[] = []
  const cells = new Set<string>()
  if (!csv.startsWith('\ufeff')) faults.push(`${name} does not begin with a byte order mark`)
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true })
  for (const cell of rows.flat()) {
    const number =
      /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell) && csv.includes(`,${cell}`) && !csv.includes(`"${cell}"`)
    if (STARTS_A_FORMULA.test(cell) && !number)
      faults.push(`${name}: a cell begins ${JSON.stringify(cell.slice(0, 20))}`)
    cells.add(cell.startsWith("'") ? cell.slice(1) : cell)
  }
  return { name, cells, faults }
}

/** A workbook: nothing in it but texts as texts and numbers as numbers. */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<SeenSheet> {
  const faults: string[] = []
  const parts = unzipSync(bytes)
  for (const part of Object.keys(parts))
    if (/externalLink|macro|vba|activeX|embeddings|customXml/i.test(part))
      faults.push(`${name} holds ${part}`)
  for (const [part, content] of Object.entries(parts)) {
    if (part.endsWith('.rels') && /TargetMode="External"/.test(strFromU8(content)))
      faults.push(`${name}: ${part} leads outside`)
    if (!/worksheets\/[^/]+\.xml$/.test(part)) continue
    const xml = strFromU8(content)
    if (/<f[\s>]/.test(xml)) faults.push(`${name}: ${part} holds a formula`)
    for (const [, attributes = ''] of xml.matchAll(/<c\s([^>]*)>/g))
      if (!/t="(?:s|inlineStr|n)"/.test(attributes) && /t="/.test(attributes))
        faults.push(`${name}: a cell of another type, ${attributes}`)
  }
  const cells = new Set<string>()
  for (const sheet of sheetNames(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()))) {
    if (STARTS_A_FORMULA.test(sheet)) faults.push(`${name}: a sheet is called ${sheet}`)
    const rows = await readSheet(Buffer.from(bytes), sheet, { trim: false })
    for (const cell of rows.flat()) {
      if (typeof cell === 'string') cells.add(cell)
      else if (cell !== null && typeof cell !== 'number') faults.push(`${name}: a cell is a ${typeof cell}`)
    }
  }
  return { name, cells, faults }
}

function sheetNames(workbook: string): string[] {
  return Array.from(workbook.matchAll(/<sheet\s[^>]*name="([^"]*)"/g), ([, name = '']) => name)
}
