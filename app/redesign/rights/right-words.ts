import { capitalise } from '#app/diagnosis/people-words.ts'
import { counted } from '#app/rounds/count-words.ts'
import type { OwnershipState } from '#app/scoring/round-scores.ts'
import type { Right } from './right.ts'

/** How the senior team saw a matter: "Contested. Named most often: Chair and Finance director, three of nine each". */
export function saidWords({ state, said }: { state: OwnershipState | null; said: string }): string {
  return state ? `${capitalise(state)}. Named most often: ${said}` : 'Not asked, or not to be shown'
}

/** "Head of Sales, within 2 days" or, for no days, "Head of Sales, the same day". */
export function stepWords({ to, withinDays }: Right['escalation'][number]): string {
  return `${to}, ${withinDays === 0 ? 'the same day' : `within ${counted(withinDays, 'day')}`}`
}
