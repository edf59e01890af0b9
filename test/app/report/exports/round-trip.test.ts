import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { restoredText } from '#app/http/formula-guard.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { codedPeople } from '#app/report/exports/coded-people.ts'
import { codedRows } from '#app/report/exports/coded-rows.ts'
import type { Table } from '#app/report/exports/table.ts'
import { writeCsv } from '#app/report/exports/write-csv.server.ts'
import { writeWorkbook } from '#app/report/exports/write-workbook.server.ts'
import { answersFrom, DEPARTMENTS, hardSubmissions, ROLES } from './every-answer.ts'

const PROMISE = '=Nobody but your consultant, said “Zoë”'
const DAY = '2026-03-12'
const submissions = hardSubmissions(full())

function full(): Instrument {
  const instrument = findInstrument('full@1')
  if (!instrument) throw new Error('the full questionnaire is not in the catalogue')
  return instrument
}

function table(): Table {
  return codedRows({
    instrument: full(),
    engagement: { departments: DEPARTMENTS, roles: ROLES },
    people: codedPeople(submissions, [], DEPARTMENTS),
    codebook: { themes: [], lines: [] },
    named: false,
  })
}

type Row = Record<string, string | number | null>

function readCsv(csv: string, { columns }: Table): { promise: string; rows: Row[] } {
  const lines: string[][] = parse(csv, { bom: true, relaxColumnCount: true })
  const [promise = [], keys, ...cells] = lines
  expect(keys).toEqual(columns.map(({ key }) => key))
  const rows = cells.map((row) =>
    Object.fromEntries(
      columns.map(({ key, kind }, index) => {
        const cell = row[index] ?? ''
        if (cell === '') return [key, null]
        return [key, kind === 'number' ? Number(cell) : restoredText(cell)]
      }),
    ),
  )
  return { promise: restoredText(promise[0] ?? ''), rows }
}

async function readWorkbook(bytes: Uint8Array, sheet: string, { columns }: Table): Promise<Row[]> {
  const [keys, ...rows] = await readSheet(Buffer.from(bytes), sheet, { trim: false })
  expect(keys).toEqual(columns.map(({ key }) => key))
  return rows.map(
    (row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])) as Row,
  )
}

function expectAllAnswers(rows: readonly Row[]): void {
  const found = answersFrom(rows, ['need-from', 'needed-by'])
  const kept = submissions.flatMap(({ answers }) => Object.values(answers))
  expect(found.size).toBe(submissions.length)
  for (const [index, submission] of submissions.entries()) {
    expect(found.get(`P${String(index + 1).padStart(2, '0')}`)).toEqual(submission.answers)
  }
  console.log(`${kept.length} answers of ${submissions.length} people are in the file, word for word`)
}

test('the answers of the test hold all four states and every kind of item', () => {
  const answers = submissions.flatMap((submission) => Object.values(submission.answers))
  expect(new Set(answers.map(({ state }) => state)).size).toBe(4)
  const kinds = answers.flatMap((answer) => (answer.state === 'answered' ? [answer.value.kind] : []))
  expect([...new Set(kinds)].sort()).toEqual(['choice', 'lines', 'multi', 'number', 'owner', 'scale', 'text'])
  const ids = new Set(full().sections.flatMap(({ items }) => items.map(({ id }) => id)))
  expect(ids.has('dependencies')).toBe(true)
})

test('every answer that may be exported comes back from the CSV file', () => {
  const { promise, rows } = readCsv(writeCsv(table(), PROMISE), table())
  expect(promise).toBe(PROMISE)
  expectAllAnswers(rows)
})

test('no cell of a CSV file begins like a formula unless an apostrophe stands before it', () => {
  const lines: string[][] = parse(writeCsv(table(), PROMISE), { bom: true, relaxColumnCount: true })
  const cells = lines.flat()
  const numbers = /^-?\d+(\.\d+)?$/
  const bad = cells.filter(
    (cell) => !numbers.test(cell) && /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell),
  )
  expect(bad).toEqual([])
  expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(50)
})

test('every answer that may be exported comes back from the workbook, without any mark', async () => {
  const bytes = await writeWorkbook([table()], DAY)
  expectAllAnswers(await readWorkbook(bytes, 'answers', table()))
})

test('a workbook holds no formula, and its cells are typed', async () => {
  const files = unzipSync(await writeWorkbook([table()], DAY))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toMatch(/<f[ >]/)
  const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => cell)
  expect(cells.length).toBeGreaterThan(5000)
  const columns = table().columns.map(({ kind }) => kind)
  for (const cell of cells) {
    const [, letters = '', row = ''] = /r="([A-Z]+)(\d+)"/.exec(cell) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const isText = row === '1' || columns[column] === 'text'
    if (/ t="/.test(cell)) expect([cell, isText]).toEqual([cell, true])
    else if (isText) expect(sheet).not.toContain(`${cell}<v>`)
  }
})

test('the same answers give the same bytes', async () => {
  expect(writeCsv(table(), PROMISE)).toBe(writeCsv(table(), PROMISE))
  const [one, other] = [await writeWorkbook([table()], DAY), await writeWorkbook([table()], DAY)]
  expect(Buffer.compare(one, other)).toBe(0)
})

test('people are coded in the order of their random ids, and are not named unless they agreed', () => {
  const shuffled = submissions.toReversed()
  expect(codedPeople(shuffled, [], DEPARTMENTS)).toEqual(codedPeople(submissions, [], DEPARTMENTS))
  expect(table().columns.map(({ key }) => key)).not.toContain('name')
  const lead = {
    id: 'l-3',
    engagementId: 'e',
    name: 'Ada',
    email: '',
    level: 'senior' as const,
    departmentId: 'd-ops',
    jobTitle: '',
  }
  const named = codedPeople(submissions, [lead], DEPARTMENTS).filter(({ name }) => name !== null)
  expect(named.map(({ code, name, department }) => [code, name, department])).toEqual([
    ['P04', 'Ada', DEPARTMENTS[1]?.name],
  ])
})
