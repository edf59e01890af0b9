import { sameName } from '#app/rounds/named-list.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { ownerError } from '../plan/one-owner.ts'
import type { Right } from './right.ts'

export const MOST_STEPS = 4
export const STEP_PLACES = Array.from({ length: MOST_STEPS }, (_, index) => index + 1)
export const RIGHT_FIELDS = ['situation', 'owner', 'response', 'cycle', 'itemId'] as const

type Typed = Record<string, string>
type Read = { ok: true; content: Right } | { ok: false; errors: FieldErrors }

/**
 * A right as it was typed. What somebody signed is what it said then: once anything of it has changed, it is unsigned again.
 * An owner may still be open here, since a team can settle the rest first; whoever signs it needs one.
 */
export function readRight(typed: Typed, before: Right | null, owners: readonly string[]): Read {
  const { situation = '', owner = '', response = '', cycle = '', itemId = '' } = typed
  const ownerWrong = owner.trim() === '' ? null : ownerError(owner, owners)
  const steps = STEP_PLACES.map((place) => readStep(typed, place))
  const errors: FieldErrors = {
    ...(situation.trim() === '' && { situation: 'Please name the situation.' }),
    ...(ownerWrong && { owner: ownerWrong }),
    ...Object.fromEntries(steps.flatMap(({ error }) => (error ? [error] : []))),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const escalation = steps.flatMap(({ step }) => (step ? [step] : []))
  const said = { situation, owner, response, cycle, escalation, itemId }
  const kept = before && sameRight(before, said)
  const signature = kept ? { signedBy: before.signedBy, signedOn: before.signedOn } : UNSIGNED
  return { ok: true, content: { ...said, ...signature } }
}

const UNSIGNED = { signedBy: '', signedOn: '' }

/** Whether two rights say the same, whoever signed them; spacing and case aside. */
export function sameRight(one: Substance, other: Substance): boolean {
  return sayingOf(one) === sayingOf(other)
}

type Substance = Omit<Right, 'signedBy' | 'signedOn'>

function sayingOf({ situation, owner, response, cycle, escalation }: Substance): string {
  const steps = escalation.flatMap(({ to, withinDays }) => [to, String(withinDays)])
  return JSON.stringify([situation, owner, response, cycle, ...steps].map(sameName))
}

function readStep(typed: Typed, place: number) {
  const to = (typed[`to.${place}`] ?? '').trim()
  const days = (typed[`days.${place}`] ?? '').trim()
  if (to === '' && days === '') return {}
  if (to === '') return { error: [`to.${place}`, 'Please say to whom it goes.'] as const }
  if (!/^\d{1,3}$/.test(days) || Number(days) > 365)
    return {
      error: [
        `days.${place}`,
        `Please give the days as a whole number: how long it may lie with ${to}.`,
      ] as const,
    }
  return { step: { to, withinDays: Number(days) } }
}
