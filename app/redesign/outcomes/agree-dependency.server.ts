import type { Kysely } from 'kysely'
import { fieldsOf } from '#app/http/fields-of.ts'
import { findPlanEntry } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import { changePlan, type PlanChanger } from '../plan/change-plan.server.ts'
import { shortened } from '../plan/shortened.ts'
import { acknowledge } from './dependencies.ts'

const LONGEST_NAME = 240

export type Agreed = { ok: true } | { ok: false; status: 400 | 404 | 409; error: string }

/** Writes down who has said yes for the other team to what a key result needs from it. */
export async function agreeDependency(
  db: Kysely<Database>,
  changer: PlanChanger,
  form: FormData,
): Promise<Agreed> {
  const { entry: id, revision, index, by } = fieldsOf(form, ['entry', 'revision', 'index', 'by'])
  const found = await findPlanEntry(db, { engagementId: changer.engagementId, id, kind: 'key-result' })
  const at = Number(index)
  if (!found?.content.dependencies[at])
    return { ok: false, status: 404, error: 'What was needed is no longer in the plan.' }
  if (by.trim() === '') return { ok: false, status: 400, error: 'Please say who agrees for the other team.' }
  const content = acknowledge(found.content, at, shortened(by.trim(), LONGEST_NAME), changer.on)
  const change = { id, kind: 'key-result', revision: Number(revision), content } as const
  const result = await changePlan(db, changer, change)
  if (result.kind === 'saved') return { ok: true }
  const error =
    'The key result was changed a moment ago. Please look at it again: what it needs may be different now.'
  return { ok: false, status: 409, error }
}
