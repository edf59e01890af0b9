import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { Table } from './table.ts'
import { comparisonsTable } from './tables/comparisons-table.ts'
import { constructsTable } from './tables/constructs-table.ts'
import { findingsTable, notFiredTable } from './tables/findings-tables.ts'
import { itemsTable } from './tables/items-table.ts'
import { optionsTable } from './tables/options-table.ts'
import { signalsTable } from './tables/signals-table.ts'
import { themesTable } from './tables/themes-table.ts'

/** The names of the tables below, for the page that lists them before anything is reckoned. */
export const AGGREGATE_IDS = [
  'items',
  'constructs',
  'options',
  'themes',
  'signals',
  'comparisons',
  'findings',
  'not-fired',
] as const

/** All figures behind the report. They are made of the scores and the findings alone, which hold no single person. */
export function aggregateTables(scores: RoundScores, diagnosis: Diagnosis): Table[] {
  return [
    itemsTable(scores),
    constructsTable(scores),
    optionsTable(scores),
    themesTable(scores),
    signalsTable(scores),
    comparisonsTable(scores),
    findingsTable(diagnosis),
    notFiredTable(diagnosis),
  ]
}
