import type { ItemOf } from '#app/questionnaire/instrument.ts'
import { LINE_LENGTH, type Line } from './answer.ts'
import { lineField, pickField } from './field-names.ts'
import { answered, type Parsed, refused, tooLong, typed, unanswered } from './parsed.ts'
import type { Say } from './words.ts'

interface Row extends Line {
  /** Place on the page, counted from 1; blank rows count. */
  row: number
}

/** The lines in the order of their rows; blank rows are dropped, and a line that is typed twice is kept twice. */
export function parseLines(
  item: ItemOf<'lines'>,
  form: FormData,
  departments: readonly { id: string }[],
  say: Say,
): Parsed {
  const rows = Array.from({ length: item.most }, (_, index) => readRow(item, form, index + 1)).filter(
    isFilled,
  )
  const errors = rows.flatMap((row) => rowErrors(row, departments, say))
  if (errors.length > 0) return refused(errors.join('. '))
  if (rows.length === 0) return unanswered('skipped')
  return answered({ kind: 'lines', lines: rows.map(({ text, picks }) => ({ text, picks })) })
}

function readRow(item: ItemOf<'lines'>, form: FormData, row: number): Row {
  const picks = item.pickers
    .map((picker) => [picker.id, typed(form, pickField(item.id, row, picker.id))] as const)
    .filter(([, departmentId]) => departmentId !== '')
  return { row, text: typed(form, lineField(item.id, row)), picks: Object.fromEntries(picks) }
}

function isFilled(row: Row): boolean {
  return row.text !== '' || Object.keys(row.picks).length > 0
}

function rowErrors({ row, text, picks }: Row, departments: readonly { id: string }[], say: Say): string[] {
  const known = new Set(departments.map((department) => department.id))
  const errors: string[] = []
  if (text === '') errors.push(say('error.line-no-text', { row }))
  const length = tooLong(say('error.line', { row }), text, LINE_LENGTH, say)
  if (length) errors.push(length)
  if (Object.values(picks).some((departmentId) => !known.has(departmentId))) {
    errors.push(say('error.line-department', { row }))
  }
  return errors
}
