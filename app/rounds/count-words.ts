import type { Level } from '#app/questionnaire/instrument.ts'

/** How a level is called where people read it. */
export const LEVEL_NAMES: Record<Level, string> = { senior: 'Senior team', department: 'Department leads' }
export const LEAD_NAMES: Record<Level, string> = { senior: 'Senior lead', department: 'Department lead' }

/** @example counted(1, 'lead') // => '1 lead' */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** @example listed(['Sales', 'IT', 'Legal']) // => 'Sales, IT and Legal' */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
