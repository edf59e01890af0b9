import { listed } from '#app/rounds/count-words.ts'
import { isDay } from '#app/rounds/day.ts'
import { sameName } from '#app/rounds/named-list.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import type { PlanChange } from '../plan/plan.ts'
import type { Right } from './right.ts'

export interface Signature {
  signedBy: string
  signedOn: string
}

/** What a right still lacks before anybody can put a name to it. */
export function missingParts({ owner, response, cycle, escalation }: Right): string[] {
  return [
    ...(owner.trim() === '' ? ['a decision owner'] : []),
    ...(response.trim() === '' ? ['a response'] : []),
    ...(cycle.trim() === '' ? ['when it is looked at'] : []),
    ...(escalation.length === 0 ? ['where it goes if nobody decides'] : []),
  ]
}

/** What is wrong with a signature: a person signs, not a role, for something that is complete, and not ahead of time. */
export function signatureErrors(
  right: Right,
  { signedBy, signedOn }: Signature,
  { roles, today }: { roles: readonly string[]; today: string },
): FieldErrors {
  const missing = missingParts(right)
  return {
    ...(missing.length > 0 && { form: `This can be signed once it has ${listed(missing)}.` }),
    ...nameError(signedBy, roles),
    ...(!isDay(signedOn) && { signedOn: 'Please give the day as year-month-day.' }),
    ...(isDay(signedOn) && signedOn > today && { signedOn: 'This day has not come yet.' }),
  }
}

function nameError(signedBy: string, roles: readonly string[]): FieldErrors {
  if (signedBy.trim() === '') return { signedBy: 'Please give the name of who signs.' }
  const isRole = roles.some((role) => sameName(role) === sameName(signedBy))
  return isRole ? { signedBy: 'A role cannot sign. Please give the person’s name.' } : {}
}

/** A signature that a later change took away. */
export interface FallenSignature extends Signature {
  changedOn: string
  changedBy: string
}

/** By the right's id: the signature it lost by its last change of state; none where it was signed again since. */
export function fallenSignatures(changes: readonly PlanChange[]): Record<string, FallenSignature> {
  const fallen: Record<string, FallenSignature> = {}
  const settled = new Set<string>()
  // The newest change comes first, and the first that touches the signature says how it stands.
  for (const { entryId, kind, before, after, changedOn, changedBy } of changes) {
    if (kind !== 'right' || settled.has(entryId) || !after) continue
    const [was, is] = [before as Right | null, after as Right]
    if ((was?.signedBy ?? '') === is.signedBy) continue
    settled.add(entryId)
    if (was && is.signedBy === '')
      fallen[entryId] = { signedBy: was.signedBy, signedOn: was.signedOn, changedOn, changedBy }
  }
  return fallen
}
