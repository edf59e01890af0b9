import { data, redirect } from '@remix-run/node'
import type { RequestContext } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { noteDown } from '#app/session/audit.server.ts'
import { takeEntryForm } from '../plan/entry-route.server.ts'
import { type OwnedPlan, ownedPlan, planChanger } from '../plan/owned-plan.server.ts'
import { readRight } from './read-right.ts'
import { signRight } from './sign-right.server.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

const BACK = '/plan/rights'

/** The two forms of a right: what it says, and who signs it. */
export async function takeRight(context: Asking, params: { engagementId?: string }, request: Request) {
  const owned = await ownedPlan(context, params.engagementId)
  const form = await readForm(request)
  if (form.get('intent') === 'sign') return takeSignature(context, owned, form)
  return takeEntryForm(context, params, form, {
    kind: 'right',
    back: BACK,
    noun: 'a decision right',
    read: (sent, before) => readRight(textsOf(sent), before, owned.owners),
  })
}

async function takeSignature(context: Asking, { engagement }: OwnedPlan, form: FormData) {
  const { entry, revision, signedBy, signedOn } = fieldsOf(form, [
    'entry',
    'revision',
    'signedBy',
    'signedOn',
  ])
  const signed = await signRight(context.db, planChanger(context, engagement.id), {
    id: entry,
    revision: Number(revision),
    signature: { signedBy, signedOn },
    roles: engagement.roles.map(({ name }) => name),
  })
  if (!signed.ok)
    return data({ signing: true as const, ...signed, typed: { signedBy, signedOn } }, signed.status)
  await noteDown(context, 'had a decision right of the plan signed off', engagement.id)
  throw redirect(`/engagements/${engagement.id}${BACK}`, 303)
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
}
