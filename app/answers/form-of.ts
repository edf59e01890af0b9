import type { Item } from '#app/questionnaire/instrument.ts'
import type { Answer, Owner, Value, ValueOf } from './answer.ts'
import {
  CANT_SAY,
  lineField,
  NONE,
  NOT_APPLICABLE,
  NOTHING,
  pickField,
  privateField,
  ROLE_PREFIX,
  stateField,
  textField,
} from './field-names.ts'

export type Field = [name: string, value: string]

/** Kinds whose "can't say" is one of the choices, not a box beside a field. */
const CHOSEN_KINDS: readonly Item['kind'][] = ['scale', 'owner', 'choice', 'multi']

/**
 * The fields that a form with this answer would send: the inverse of `parseItem`.
 *
 * @throws {Error} if the answer is of another kind than the item
 */
export function formOf(item: Item, answer: Answer): Field[] {
  switch (answer.state) {
    case 'skipped':
      return []
    case 'not-applicable':
      return [[stateField(item.id), NOT_APPLICABLE]]
    case 'cant-say':
      return [[CHOSEN_KINDS.includes(item.kind) ? item.id : stateField(item.id), CANT_SAY]]
    case 'answered':
      if (answer.value.kind !== item.kind) {
        throw new Error(`item "${item.id}" is of kind ${item.kind}, its answer of kind ${answer.value.kind}`)
      }
      return fieldsOf(item.id, answer.value)
  }
}

function fieldsOf(id: string, value: Value): Field[] {
  switch (value.kind) {
    case 'lines':
      return lineFields(id, value)
    case 'scale':
      return [[id, String(value.point)]]
    case 'owner':
      return ownerFields(id, value.owner)
    case 'choice':
      return [[id, value.option], ...optional(textField(id), value.text)]
    case 'multi':
      return value.options.length === 0 ? [[id, NONE]] : value.options.map((option): Field => [id, option])
    case 'number':
      return [[id, String(value.number)]]
    case 'text':
      return [[id, value.text], ...optional(privateField(id), value.mayQuote ? '' : '1')]
  }
}

function lineFields(id: string, { lines }: ValueOf<'lines'>): Field[] {
  if (lines.length === 0) return [[stateField(id), NOTHING]]
  return lines.flatMap(({ text, picks }, index) => {
    const row = index + 1
    const picked = Object.entries(picks).map(([pickerId, departmentId]): Field => {
      return [pickField(id, row, pickerId), departmentId]
    })
    return [[lineField(id, row), text], ...picked]
  })
}

function ownerFields(id: string, owner: Owner): Field[] {
  if (owner.kind === 'role') return [[id, `${ROLE_PREFIX}${owner.roleId}`]]
  if (owner.kind === 'someone-else')
    return [
      [id, owner.kind],
      [textField(id), owner.text],
    ]
  return [[id, owner.kind]]
}

function optional(name: string, value: string): Field[] {
  return value === '' ? [] : [[name, value]]
}
