import type { Answer, Value } from './answer.ts'
import type { Say } from './words.ts'

/** What a form said about one item: an answer, or in plain words why it cannot be taken as one. */
export type Parsed = { ok: true; answer: Answer } | { ok: false; error: string }

export function answered(value: Value): Parsed {
  return { ok: true, answer: { state: 'answered', value } }
}

/** Any of the three states in which an item has no value. */
export function unanswered(state: Exclude<Answer['state'], 'answered'>): Parsed {
  return { ok: true, answer: { state } }
}

export function refused(error: string): Parsed {
  return { ok: false, error }
}

/** What was typed or chosen under a name, without outer white space; empty if nothing was. */
export function typed(form: FormData, name: string): string {
  return wordForWord(form, name).trim()
}

/** The same as it came. */
export function wordForWord(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Why a text is too long, or null. */
export function tooLong(subject: string, text: string, most: number, say: Say): string | null {
  if (text.length <= most) return null
  return say('error.too-long', { subject, has: text.length, limit: most })
}
