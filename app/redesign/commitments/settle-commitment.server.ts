import type { Kysely } from 'kysely'
import { fieldsOf } from '#app/http/fields-of.ts'
import { findPlanEntry } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import { changePlan, type PlanChanger } from '../plan/change-plan.server.ts'
import type { CommitmentKind } from './commitments.ts'

/** What "done" is called in the contents of each kind. */
const DONE = {
  decision: 'done',
  'not-now': 'stopped',
  'key-result': 'reached',
  stage: 'holds',
  countermeasure: 'done',
} as const satisfies Record<CommitmentKind, string>

export type Settled = { ok: true; words: string } | { ok: false; status: 400 | 404 | 409; error: string }

/** Ticks a commitment off in the list of the week. */
export async function settleCommitment(
  db: Kysely<Database>,
  changer: PlanChanger,
  form: FormData,
): Promise<Settled> {
  const { entry: id, revision, kind: asked } = fieldsOf(form, ['entry', 'revision', 'kind'])
  const kind = (Object.keys(DONE) as CommitmentKind[]).find((one) => one === asked)
  if (!kind) return { ok: false, status: 400, error: 'Please choose what is done.' }
  const found = await findPlanEntry(db, { engagementId: changer.engagementId, id, kind })
  if (!found) return { ok: false, status: 404, error: 'This is no longer in the plan.' }
  const content = { ...found.content, state: DONE[kind] } as typeof found.content
  const result = await changePlan(db, changer, { id, kind, revision: Number(revision), content })
  if (result.kind === 'saved') return { ok: true, words: 'ticked off a commitment of the plan' }
  return {
    ok: false,
    status: 409,
    error: 'This was changed a moment ago. Please look at it again before you tick it off.',
  }
}
