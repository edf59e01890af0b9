import type { RequestContext } from '#app/http/context.server.ts'
import { sessionCookie } from '#app/http/cookies.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { deleteSessionsOf, listSessions } from '#db/sessions.ts'
import { noteDown } from './audit.server.ts'
import { type AccountErrors, changeName, changePassword, checkPassword } from './edit-account.server.ts'
import { hasSecondFactor } from './second-factor.server.ts'
import { SESSION_SECONDS } from './start-session.server.ts'

export async function loadAccount(context: RequestContext) {
  const consultant = consultantOf(context)
  const sessions = await listSessions(context.db, consultant.id, context.now().toISOString())
  const own = sessionHashOf(context)
  return {
    name: consultant.name,
    email: consultant.email,
    secondFactor: await hasSecondFactor(context.db, consultant.id),
    sessions: sessions.map(({ tokenHash, startedOn, browser }) => ({
      browser: browser || 'A browser',
      startedOn: startedOn ?? 'before this list was kept',
      here: tokenHash === own,
    })),
  }
}

type AccountStep =
  | { kind: 'done'; cookie?: string }
  | {
      kind: 'refused'
      errors: AccountErrors & { form?: string }
      name: string
      init: { status: number; headers?: Record<string, string> }
    }

/** What the account page's forms ask for. */
export async function accountStep(
  context: RequestContext,
  form: FormData,
  userAgent: string,
): Promise<AccountStep> {
  const typed = fieldsOf(form, ['intent', 'name', 'current', 'password'])
  const consultant = consultantOf(context)
  const refused = (errors: AccountErrors & { form?: string }, status = 400, headers = {}): AccountStep => ({
    kind: 'refused',
    errors,
    name: typed.name || consultant.name,
    init: { status, headers },
  })
  if (typed.intent === 'name') {
    const errors = await changeName(context.db, consultant, typed.name)
    return errors ? refused(errors) : { kind: 'done' }
  }
  if (typed.intent === 'sign-out-others') {
    await deleteSessionsOf(context.db, { consultantId: consultant.id, except: sessionHashOf(context) })
    return { kind: 'done' }
  }
  if (typed.intent !== 'password') return refused({ form: 'Choose what to change.' })
  const checked = await checkPassword(context.db, context.limits.signIn, consultant, {
    password: typed.current,
    address: context.address,
  })
  if (checked === 'wrong') return refused({ current: 'This is not your present password.' })
  if (checked !== 'right')
    return refused({ form: `Too many attempts. Please wait ${checked.wait} seconds.` }, 429, {
      'Retry-After': String(checked.wait),
    })
  const changed = await changePassword(
    context.db,
    consultant,
    { password: typed.password, userAgent },
    context.now(),
  )
  if (!changed.ok) return refused(changed.errors)
  await noteDown(context, 'changed their password')
  return { kind: 'done', cookie: sessionCookie(context.config, 'consultant', changed.token, SESSION_SECONDS) }
}

export function sessionHashOf({ principal }: Pick<RequestContext, 'principal'>): string {
  return principal.kind === 'consultant' ? principal.sessionHash : ''
}
