import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { ownerError } from '../plan/one-owner.ts'
import type { Priority } from './priority.ts'

export const PRIORITY_FIELDS = ['outcome', 'owner', 'tradeOff', 'argument', 'draftedFrom'] as const

type Typed = Record<(typeof PRIORITY_FIELDS)[number], string>
type Read = { ok: true; content: Priority } | { ok: false; errors: FieldErrors }

/**
 * A priority without an owner, or for which nothing is given up, is a wish: it is not taken. The argument for going past the
 * limit can be reworded, but not taken back.
 */
export function readPriority(typed: Typed, before: Priority | null, owners: readonly string[]): Read {
  const { outcome, owner, tradeOff } = typed
  const argument = typed.argument.trim() || (before?.argument ?? '')
  const draftedFrom = typed.draftedFrom || before?.draftedFrom
  const ownerWrong = ownerError(owner, owners)
  const errors: FieldErrors = {
    ...(outcome.trim() === '' && { outcome: 'Please write down the outcome.' }),
    ...(ownerWrong && { owner: ownerWrong }),
    ...(tradeOff.trim() === '' && {
      tradeOff: 'Please say what is given up for it. A priority that costs nothing changes nothing.',
    }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const content = { outcome, owner, tradeOff, argument }
  return { ok: true, content: draftedFrom ? { ...content, draftedFrom } : content }
}
