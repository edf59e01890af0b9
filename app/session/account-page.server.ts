import type { RequestContext } from '#app/http/context.server.ts'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { noteDown } from './audit.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { type AccountErrors, changeName, changePassword } from './edit-account.server.ts'
import { tellAccount } from './mail-account.server.ts'
import { endOwnSessions, listOwnSessions } from './own-sessions.server.ts'
import { hasSecondFactor } from './second-factor.server.ts'
import { SESSION_SECONDS } from './start-session.server.ts'

export async function loadAccount(context: RequestContext) {
  const consultant = consultantOf(context)
  return {
    name: consultant.name,
    email: consultant.email,
    secondFactor: await hasSecondFactor(context.db, consultant.id),
    sessions: await listOwnSessions(context),
  }
}

type Errors = AccountErrors & { form?: string }
/** What came of a form: errors and, where there were too many tries, how long to wait. */
type Outcome = { ok: true; cookie?: string } | { ok: false; errors: Errors; seconds?: number }

type AccountStep =
  | { kind: 'done'; cookie?: string }
  | {
      kind: 'refused'
      errors: Errors
      name: string
      /** Sessions that were chosen. */
      chosen: string[]
      init: { status: number; headers?: Record<string, string> }
    }

/** What the account page's forms ask for. */
export async function accountStep(
  context: RequestContext,
  form: FormData,
  userAgent: string,
): Promise<AccountStep> {
  const { intent, name } = fieldsOf(form, ['intent', 'name'])
  const outcome = await outcomeOf(context, intent, form, userAgent)
  if (outcome.ok) return { kind: 'done', ...(outcome.cookie && { cookie: outcome.cookie }) }
  const { errors, seconds = 0 } = outcome
  const waits = { status: 429, headers: { 'Retry-After': String(seconds) } }
  return {
    kind: 'refused',
    errors,
    name: name || consultantOf(context).name,
    chosen: form.getAll('session').map(String),
    init: seconds > 0 ? waits : { status: 400 },
  }
}

function outcomeOf(
  context: RequestContext,
  intent: string,
  form: FormData,
  userAgent: string,
): Promise<Outcome> {
  switch (intent) {
    case 'name':
      return nameStep(context, form)
    case 'password':
      return passwordStep(context, form, userAgent)
    case 'sign-out-others':
      return sessionStep(context, form, 'all others')
    case 'end-sessions':
      return sessionStep(context, form, form.getAll('session').map(String))
    default:
      return Promise.resolve({ ok: false, errors: { form: 'Choose what to change.' } })
  }
}

async function nameStep({ db, principal }: RequestContext, form: FormData): Promise<Outcome> {
  const errors = await changeName(db, consultantOf({ principal }), fieldsOf(form, ['name']).name)
  return errors ? { ok: false, errors } : { ok: true }
}

async function sessionStep(
  context: RequestContext,
  form: FormData,
  which: 'all others' | readonly string[],
): Promise<Outcome> {
  if (which.length === 0) return { ok: false, errors: { form: 'Choose which sessions are to end.' } }
  const confirmed = await confirmPassword(context, fieldsOf(form, ['sessionPassword']).sessionPassword)
  if (!confirmed.ok)
    return { ok: false, errors: { sessionPassword: confirmed.error }, seconds: confirmed.seconds }
  await endOwnSessions(context, which)
  return { ok: true }
}

async function passwordStep(context: RequestContext, form: FormData, userAgent: string): Promise<Outcome> {
  const { current, password } = fieldsOf(form, ['current', 'password'])
  const consultant = consultantOf(context)
  const confirmed = await confirmPassword(context, current, 'This is not your present password.')
  if (!confirmed.ok) {
    const { error, seconds } = confirmed
    return { ok: false, errors: { [seconds > 0 ? 'form' : 'current']: error }, seconds }
  }
  const changed = await changePassword(context.db, consultant, { password, userAgent }, context.now())
  if (!changed.ok) return { ok: false, errors: changed.errors }
  await noteDown(context, 'changed their password')
  noteAtDoor(context, 'password-changed', { outcome: 'done', by: 'password' })
  tellAccount(context, consultant, 'password')
  return { ok: true, cookie: sessionCookie(context.config, 'consultant', changed.token, SESSION_SECONDS) }
}
