import { stringify } from 'csv-stringify/sync'
import { guardedText } from '#app/http/formula-guard.ts'
import type { Plan } from '../plan/plan.ts'
import { OUTCOME_COLUMNS } from './outcome-columns.ts'
import { outcomeRows } from './outcome-rows.ts'

/** Objectives and key results as comma-separated values that a spreadsheet opens and never runs. */
export function writeOutcomes(plan: Plan): string {
  const lines = outcomeRows(plan).map((row) => OUTCOME_COLUMNS.map((column) => guardedText(row[column])))
  return stringify([[...OUTCOME_COLUMNS], ...lines], {
    bom: true,
    quoted_string: true,
    record_delimiter: 'windows',
  })
}
