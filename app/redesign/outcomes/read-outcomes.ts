import { parse } from 'csv-parse/sync'
import { restoredText } from '#app/http/formula-guard.ts'
import type { Plan } from '../plan/plan.ts'
import { readErrors } from '../plan/read-errors.ts'
import { MOST_DEPENDENCIES, readDependencies } from './dependencies.ts'
import type { KeyResult, Objective } from './objective.ts'
import { DEPENDENCY_SIGN, OUTCOME_COLUMNS, type OutcomeColumn, type OutcomeRow } from './outcome-columns.ts'
import { usualWork } from './usual-work.ts'

export const MOST_OUTCOME_LINES = 200

/** A line as it will stand in the plan; the key result is null where the line names an objective only. */
export interface ReadOutcome {
  objective: Objective
  result: Omit<KeyResult, 'objectiveId'> | null
}

/** A line that cannot be taken, counted from 1 as in the file. */
export interface OutcomeFault {
  line: number
  reason: string
}

export type OutcomesResult = { ok: true; outcomes: ReadOutcome[] } | { ok: false; faults: OutcomeFault[] }

/**
 * Objectives and key results out of a file. It is taken whole or not at all, so that a mended file can be sent again.
 *
 * @param plan the plan that they will stand in: a priority is found by its wording
 */
export function readOutcomes(text: string, plan: Plan): OutcomesResult {
  const table = tableOf(text)
  if (table === null) return fault(1, 'The file cannot be read as comma-separated values.')
  const [heading = [], ...lines] = table
  const columns = heading.map((name) => name.trim().toLocaleLowerCase('en').replaceAll(' ', '_'))
  if (!columns.includes('objective'))
    return fault(1, `The first line must name the columns: ${OUTCOME_COLUMNS.join(', ')}.`)
  if (lines.length > MOST_OUTCOME_LINES)
    return fault(1, `There are ${lines.length} lines; ${MOST_OUTCOME_LINES} are the most.`)
  const read = lines.map((cells, index) => readLine(rowOf(columns, cells), index + 2, plan))
  const faults = read.flatMap((one) => ('reason' in one ? [one] : []))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, outcomes: read.flatMap((one) => ('reason' in one ? [] : [one])) }
}

function fault(line: number, reason: string): OutcomesResult {
  return { ok: false, faults: [{ line, reason }] }
}

function tableOf(text: string): string[][] | null {
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true }
    return parse(text, { ...options, delimiter: [',', ';', '\t'] })
  } catch {
    return null
  }
}

function rowOf(columns: readonly string[], cells: readonly string[]): OutcomeRow {
  const cell = (column: OutcomeColumn) => restoredText(cells[columns.indexOf(column)] ?? '').trim()
  return Object.fromEntries(OUTCOME_COLUMNS.map((column) => [column, cell(column)])) as OutcomeRow
}

function readLine(row: OutcomeRow, line: number, plan: Plan): ReadOutcome | OutcomeFault {
  const refusal = usualWork(row.objective) ?? usualWork(row.key_result)
  if (refusal) return { line, reason: refusal }
  const objective = {
    outcome: row.objective,
    owner: row.objective_owner,
    priorityId: plan.priority.find(({ content }) => content.outcome === row.priority)?.id ?? '',
  }
  const result = row.key_result === '' ? null : resultOf(row)
  if (result && result.dependencies.length > MOST_DEPENDENCIES)
    return { line, reason: `A key result may have ${MOST_DEPENDENCIES} dependencies.` }
  const wrong =
    readErrors('objective', objective) ??
    (result && readErrors('key-result', { ...result, objectiveId: 'the line itself' }))
  if (wrong) return { line, reason: faultWords(wrong) }
  return { objective, result }
}

function resultOf(row: OutcomeRow): Omit<KeyResult, 'objectiveId'> {
  const { baseline, target, current, due, owner, argument } = row
  const state = (['reached', 'missed', 'dropped'] as const).find((one) => one === row.state) ?? 'open'
  const dependencies = readDependencies(row.dependencies.split(DEPENDENCY_SIGN.trim()).join('\n'), [])
  return { wording: row.key_result, baseline, target, current, due, owner, argument, state, dependencies }
}

function faultWords(errors: Record<string, string>): string {
  return Object.entries(errors)
    .map(([field, words]) => `${field}: ${words}`)
    .join(' ')
}
