import { data, redirect } from '@remix-run/node'
import type { RequestContext } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import type { FieldErrors } from '#app/ui/error-summary.tsx'
import { takeEntryForm } from '../plan/entry-route.server.ts'
import { loadFindings } from '../plan/load-findings.server.ts'
import { type OwnedPlan, ownedPlan, planChanger } from '../plan/owned-plan.server.ts'
import { readErrors } from '../plan/read-errors.ts'
import { addPriority } from './add-priority.server.ts'
import { NONE } from './gives-way.ts'
import type { Priority } from './priority.ts'
import { priorityLimit } from './priority-limit.ts'
import { PRIORITY_FIELDS, readPriority } from './read-priority.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

const BACK = '/plan/priorities'

/** What the form of a priority does: a new one may have to be paid for, all else is as with any entry. */
export async function takePriority(context: Asking, params: { engagementId?: string }, request: Request) {
  const owned = await ownedPlan(context, params.engagementId)
  const form = await readForm(request)
  const read = (sent: FormData, before: Priority | null) =>
    readPriority(fieldsOf(sent, PRIORITY_FIELDS), before, owned.owners)
  if (form.get('intent') !== 'save' || form.get('entry') !== '')
    return takeEntryForm(context, params, form, { kind: 'priority', back: BACK, noun: 'a priority', read })
  const content = read(form, null)
  const errors = content.ok ? readErrors('priority', content.content) : content.errors
  if (!content.ok || errors) return refused(form, errors ?? {})
  return addNew(context, owned, form, content.content)
}

async function addNew(context: Asking, { engagement }: OwnedPlan, form: FormData, priority: Priority) {
  const { inPlaceOf } = fieldsOf(form, ['inPlaceOf'])
  const findings = await loadFindings(context.db, engagement)
  const added = await addPriority(context.db, planChanger(context, engagement.id), {
    priority,
    inPlaceOf: inPlaceOf === NONE ? '' : inPlaceOf,
    limit: priorityLimit(findings?.scores ?? null).limit,
  })
  if (!added.ok) return refused(form, added.errors)
  const instead = added.gaveWay ? '; another one gave way and waits' : ''
  await noteDown(context, `added a priority of the plan${instead}`, engagement.id)
  throw redirect(`/engagements/${engagement.id}${BACK}`, 303)
}

function refused(form: FormData, errors: FieldErrors) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  return data({ ok: false as const, status: 400, errors, typed, revision: 0 }, 400)
}
