import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { inTransaction } from '#db/in-transaction.ts'
import { findPlanEntry } from '#db/plan-entries.ts'
import type { Db } from '#db/schema.ts'
import { changePlan, type PlanChanger } from '../plan/change-plan.server.ts'
import { type Signature, signatureErrors } from './signature.ts'

export type SignedRight = { ok: true } | { ok: false; status: 400 | 404 | 409; errors: FieldErrors }

interface Signing {
  id: string
  /** The revision that whoever signs has read. */
  revision: number
  signature: Signature
  /** Roles of the client: none of them can sign. */
  roles: readonly string[]
}

/** Puts a person's name and a day under a right as it was read; what has changed since has to be read again first. */
export function signRight(
  db: Db,
  changer: PlanChanger,
  { id, revision, signature, roles }: Signing,
): Promise<SignedRight> {
  return inTransaction(db, async (transaction) => {
    const { engagementId, on } = changer
    const found = await findPlanEntry(transaction, { engagementId, id, kind: 'right' })
    if (!found) return refused(404, { form: 'This is no longer in the plan.' })
    const errors = signatureErrors(found.content, signature, { roles, today: on })
    if (Object.keys(errors).length > 0) return refused(400, errors)
    const signed = await changePlan(transaction, changer, {
      id,
      kind: 'right',
      revision,
      content: { ...found.content, signedBy: signature.signedBy.trim(), signedOn: signature.signedOn },
    })
    if (signed.kind === 'saved') return { ok: true }
    return refused(409, { form: 'This has changed since it was read. Read it again, then sign.' })
  })
}

function refused(status: 400 | 404 | 409, errors: FieldErrors): SignedRight {
  return { ok: false, status, errors }
}
