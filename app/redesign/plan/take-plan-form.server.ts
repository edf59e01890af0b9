import type { RequestContext } from '#app/http/context.server.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { findPlanEntry } from '#db/plan-entries.ts'
import { addToPlan, changePlan, removeFromPlan } from './change-plan.server.ts'
import { planChanger } from './owned-plan.server.ts'
import type { PlanContent, PlanEntry, PlanKind } from './plan.ts'
import { readErrors } from './read-errors.ts'

export type ReadContent<Kind extends PlanKind> =
  | { ok: true; content: PlanContent<Kind> }
  | { ok: false; errors: FieldErrors }

/** How a page reads a form of one kind; `before` is what stands in the plan, null for a new thing. */
export interface PlanForm<Kind extends PlanKind> {
  kind: Kind
  read: (form: FormData, before: PlanContent<Kind> | null) => ReadContent<Kind>
}

export type TakenForm<Kind extends PlanKind> =
  | { ok: true; act: 'added' | 'changed'; entry: PlanEntry<Kind> }
  | { ok: true; act: 'removed' }
  | {
      ok: false
      status: 400 | 404 | 409
      errors: FieldErrors
      typed: Record<string, string>
      revision: number
    }

/**
 * What every form of the plan does. `intent` is `save` or `remove`; `entry` is the id of the thing, empty for a new one;
 * `revision` is the one it was read at. What was typed comes back with every refusal.
 */
export async function takePlanForm<Kind extends PlanKind>(
  context: Pick<RequestContext, 'db' | 'principal' | 'now'>,
  engagementId: string,
  form: FormData,
  { kind, read }: PlanForm<Kind>,
): Promise<TakenForm<Kind>> {
  const { db } = context
  const changer = planChanger(context, engagementId)
  const id = String(form.get('entry') ?? '')
  const revision = Number(form.get('revision') ?? 0)
  const refused = (status: 400 | 404 | 409, errors: FieldErrors, at = revision): TakenForm<Kind> => ({
    ok: false,
    status,
    errors,
    typed: typedTexts(form),
    revision: at,
  })
  if (form.get('intent') === 'remove') {
    const removed = await removeFromPlan(db, changer, { id, kind })
    return removed ? { ok: true, act: 'removed' } : refused(404, { form: GONE })
  }
  const before = id === '' ? null : await findPlanEntry(db, { engagementId, id, kind })
  if (id !== '' && !before) return refused(404, { form: GONE })
  const content = read(form, before?.content ?? null)
  if (!content.ok) return refused(400, content.errors)
  const errors = readErrors(kind, content.content)
  if (errors) return refused(400, errors)
  if (id === '') return { ok: true, act: 'added', entry: await addToPlan(db, changer, kind, content.content) }
  const saved = await changePlan(db, changer, { id, kind, revision, content: content.content })
  if (saved.kind === 'saved') return { ok: true, act: 'changed', entry: saved.entry }
  if (saved.kind === 'gone') return refused(404, { form: GONE })
  const { changedBy, revision: now } = saved.entry
  return refused(409, { form: changedWords(changedBy) }, now)
}

const GONE = 'This is no longer in the plan. What you typed is still here; save it as a new entry.'

function changedWords(by: string): string {
  return `${by} has changed this since you opened it. What you typed is still here; saving again puts it in place of theirs.`
}

function typedTexts(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
}
