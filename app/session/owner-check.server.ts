import type { RequestContext } from '#app/http/context.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { PROOFS, proofWords } from './proof.ts'

/** What an owner is asked before they open a lock for somebody else. */
export type OwnerCheck =
  | { ok: true; words: string }
  | { ok: false; errors: Record<string, string>; proof: string }

/** Whether it is the owner who asks, and how they made sure of whom they do it for; `of` ends the names of the fields. */
export async function checkOwner(context: RequestContext, form: FormData, of: string): Promise<OwnerCheck> {
  const proof = PROOFS.find((known) => known === form.get(`proof.${of}`))
  if (!proof) {
    const error = 'Say how you made sure of who asks you.'
    return { ok: false, errors: { [`proof.${of}`]: error }, proof: '' }
  }
  const confirmed = await confirmPassword(context, String(form.get(`password.${of}`) ?? ''))
  if (!confirmed.ok) return { ok: false, errors: { [`password.${of}`]: confirmed.error }, proof }
  return { ok: true, words: proofWords[proof] }
}
