/** under-way: handed to the mail server this moment. failed: the mail server did not take it. */
export type CodeDelivery = 'under-way' | 'sent' | 'failed'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
const DIGITS = 6

/** @example shownCode(1234) // => '001234' */
export function shownCode(number: number): string {
  return String(number).padStart(DIGITS, '0')
}

/**
 * The digits of what was typed: spaces and hyphens between them are how people copy codes.
 *
 * @example readCode(' 123 456 ') // => '123456'
 */
export function readCode(typed: string): string {
  return typed.replace(/[\s-]/g, '')
}

export type CodeState =
  | { kind: 'none' }
  | { kind: 'asked'; delivery: CodeDelivery }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'wait'; minutes: number }
