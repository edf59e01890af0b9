/** The names under which the questionnaire's forms send an answer, and the values that mean the same in every kind. */

export const CANT_SAY = 'cant-say'
export const NOT_APPLICABLE = 'not-applicable'
/** State of a `lines` item: nothing comes to mind. */
export const NOTHING = 'nothing'
/** Value of a `multi` item: none of these. */
export const NONE = 'none'
export const ROLE_PREFIX = 'role:'

export function stateField(itemId: string): string {
  return `${itemId}.state`
}

/** The typed part of an owner or a choice. */
export function textField(itemId: string): string {
  return `${itemId}.text`
}

/** "Do not quote me", beside a text. */
export function privateField(itemId: string): string {
  return `${itemId}.private`
}

/** Rows count from 1. */
export function lineField(itemId: string, row: number): string {
  return `${itemId}.${row}`
}

export function pickField(itemId: string, row: number, pickerId: string): string {
  return `${itemId}.${row}.${pickerId}`
}
