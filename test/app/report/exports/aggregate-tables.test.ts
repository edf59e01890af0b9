import { expect, test } from 'vitest'
import { points } from '#app/diagnosis/agreement-words.ts'
import { AGGREGATE_IDS, aggregateTables } from '#app/report/exports/aggregate-tables.ts'
import type { Cell, Table } from '#app/report/exports/table.ts'
import { countInWords } from '#app/scoring/people-count.ts'
import { type SimulatedRound, simulatedReport } from '#test/helpers/simulated-round.ts'
import { textsOf } from '../report-texts.ts'

const CONFIDENTIAL = simulatedReport({ profile: 'split', seniors: 9, departments: 16 })

function tablesOf({ scores, diagnosis }: ReturnType<typeof simulatedReport>): Record<string, Table> {
  return Object.fromEntries(aggregateTables(scores, diagnosis).map((table) => [table.id, table]))
}

function records({ columns, rows }: Table): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))
}

function rowsOf(settings: SimulatedRound, id: string): Record<string, Cell>[] {
  const table = tablesOf(simulatedReport(settings))[id]
  if (!table) throw new Error(`no table ${id}`)
  return records(table)
}

test('the tables are those that the page lists, none of them empty', () => {
  const tables = aggregateTables(CONFIDENTIAL.scores, CONFIDENTIAL.diagnosis)
  expect(tables.map(({ id }) => id)).toEqual([...AGGREGATE_IDS])
  for (const { id, rows } of tables) expect([id, rows.length > 0]).toEqual([id, true])
})

test('constructs carry the figures that the scores have, in whole points, as the report shows them', () => {
  const { constructs = { columns: [], rows: [] } } = tablesOf(CONFIDENTIAL) as Record<string, Table>
  const rows = records(constructs as Table)
  expect(rows).toHaveLength(3 * CONFIDENTIAL.scores.constructs.length)
  for (const score of CONFIDENTIAL.scores.constructs) {
    const row = rows.find(({ construct, level }) => construct === score.construct && level === 'senior')
    const agreement = score.agreementByLevel.senior
    if (agreement.kind !== 'measured') throw new Error('nine seniors may be shown')
    expect([row?.agreement, row?.range_low, row?.range_high, row?.chance_line, row?.n]).toEqual([
      points(agreement.s),
      agreement.range90 && points(agreement.range90[0]),
      agreement.range90 && points(agreement.range90[1]),
      agreement.chanceLine === null ? null : points(agreement.chanceLine),
      9,
    ])
  }
})

test('the drawing of page 2 and the table of constructs say the same', () => {
  const figure = CONFIDENTIAL.report.pages[0]?.blocks.find((block) => block.kind === 'figure')
  const drawn = figure?.kind === 'figure' ? figure.scene.desc : ''
  const rows = records(tablesOf(CONFIDENTIAL).constructs as Table).filter(({ level }) => level !== 'both')
  const told = rows.filter(({ agreement }) => drawn.includes(`${agreement}`))
  expect(drawn.length).toBeGreaterThan(100)
  expect(told).toHaveLength(rows.length)
})

test('numbers of people are coded as in the report, with the limits of what the words can mean', () => {
  const themes = records(tablesOf(CONFIDENTIAL).themes as Table)
  const told = new Set(textsOf(CONFIDENTIAL.report).map(({ text }) => text))
  const scored = CONFIDENTIAL.scores.items.flatMap(({ byLevel }) =>
    Object.values(byLevel).flatMap((score) =>
      score?.kind === 'measured' && score.detail.kind === 'lines' ? score.detail.themes : [],
    ),
  )
  expect(themes.filter(({ theme }) => theme).map(({ people }) => people)).toEqual(
    scored.map(({ people }) => countInWords(people)),
  )
  for (const { people, people_low: low, people_high: high, of, first } of themes) {
    if (people === null) continue
    expect(people).not.toMatch(/^(0|1) of/)
    expect(people).not.toBe(`${of} of ${of}`)
    expect(String(first)).not.toMatch(/^(0|1) of/)
    expect(Number(high) - Number(low)).toBe(/at most one|all or all but one/.test(String(people)) ? 1 : 0)
  }
  expect(told.size).toBeGreaterThan(50)
})

test('a level below the smallest group has words and no figure, not even a count', () => {
  const rows = rowsOf({ profile: 'split', seniors: 4, departments: 9 }, 'items').filter(
    ({ level }) => level === 'senior',
  )
  expect(rows.length).toBeGreaterThan(40)
  for (const { item, construct, kind, wording, level, status, ...figures } of rows) {
    expect([item, status]).toEqual([item, 'fewer than five people: not shown'])
    expect(Object.values(figures).every((value) => value === null)).toBe(true)
    expect([construct, kind, wording, level].every((value) => value !== null)).toBe(true)
  }
})

test('names stand in the tables of an open round only', () => {
  const names = /Person \d+/
  const open = simulatedReport({ profile: 'split', seniors: 5, departments: 6, privacyMode: 'open' })
  expect(JSON.stringify(aggregateTables(open.scores, open.diagnosis))).toMatch(names)
  for (const privacyMode of ['confidential', 'unlinked'] as const) {
    const { scores, diagnosis } = simulatedReport({
      profile: 'split',
      seniors: 9,
      departments: 9,
      privacyMode,
    })
    expect(JSON.stringify(aggregateTables(scores, diagnosis))).not.toMatch(names)
  }
})

test('a finding has a row for each figure it rests on: rule, value, people and line', () => {
  const rows = records(tablesOf(CONFIDENTIAL).findings as Table)
  const evidence = CONFIDENTIAL.diagnosis.findings.flatMap((finding) =>
    finding.evidence.map(({ value, n, threshold }) => [finding.ruleId, value, n, threshold]),
  )
  expect(rows.map(({ rule, value, n, threshold }) => [rule, value, n, threshold])).toEqual(evidence)
  expect(rows.length).toBeGreaterThan(2)
  const judged = rowsOf({ profile: 'split', seniors: 9, departments: 16 }, 'not-fired')
  expect(judged.every(({ reason }) => reason !== null && reason !== '')).toBe(true)
})

test('two rounds that differ only in what is hidden give the same tables', () => {
  const settings = { profile: 'split', seniors: 4, departments: 9 } as const
  const one = simulatedReport(settings)
  const other = simulatedReport({
    ...settings,
    changed: (submission) =>
      submission.level === 'senior'
        ? {
            ...submission,
            answers: {
              ...submission.answers,
              tiebreak: { state: 'answered', value: { kind: 'scale', point: 1 } },
            },
          }
        : submission,
  })
  expect(aggregateTables(other.scores, other.diagnosis)).toEqual(aggregateTables(one.scores, one.diagnosis))
})
