import { lineField, pickField } from './field-names.ts'

export type Direction = 'up' | 'down'

/** A tap on one of the buttons that put a line higher or lower without JavaScript. Rows count from 1. */
export interface Move {
  itemId: string
  row: number
  direction: Direction
}

/** The move that a form's `move` button asks for (`<itemId>:<row>:up`), or null if there is none. */
export function moveOf(form: FormData): Move | null {
  const value = form.get('move')
  const [, itemId, row, direction] = /^([a-z0-9-]+):([1-9]\d?):(up|down)$/.exec(String(value)) ?? []
  if (itemId === undefined) return null
  return { itemId, row: Number(row), direction: direction as Direction }
}

/** A copy of the form in which a row has changed places with its neighbour, pickers included. */
export function moveLine(
  form: FormData,
  itemId: string,
  row: number,
  direction: Direction,
  pickerIds: readonly string[],
): FormData {
  const moved = new FormData()
  for (const [name, value] of form) moved.append(name, value)
  const other = direction === 'up' ? row - 1 : row + 1
  if (!form.has(lineField(itemId, row)) || !form.has(lineField(itemId, other))) return moved
  const namesOf = (at: number) => [lineField(itemId, at), ...pickerIds.map((id) => pickField(itemId, at, id))]
  const theirs = namesOf(other)
  for (const [index, mine] of namesOf(row).entries()) swap(moved, mine, theirs[index] ?? mine)
  return moved
}

function swap(form: FormData, one: string, other: string): void {
  const [first, second] = [form.get(one) ?? '', form.get(other) ?? '']
  form.set(one, second)
  form.set(other, first)
}
