import type { RequestContext } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { qrPicture } from '#app/http/qr-picture.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { deleteSessionsOf } from '#db/sessions.ts'
import { demandsSecondFactor } from '#db/workspace.ts'
import { noteDown } from './audit.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { tellAccount } from './mail-account.server.ts'
import { sessionHashOf } from './own-sessions.server.ts'
import { confirmFactor, dropFactor, offerFactor } from './second-factor.server.ts'

/** What the person's app is to be shown; null where a second factor is in use. */
async function offerTo(context: RequestContext) {
  const offered = await offerFactor(context.db, consultantOf(context), context.config.secret)
  return offered && { secret: offered.secret, picture: qrPicture(offered.uri) }
}

const WRONG_CODE =
  'This code is not right. Check that the clock of your device is, and begin again with your password: the key stays the same.'

type FactorStep =
  | { kind: 'offered'; offered: Awaited<ReturnType<typeof offerTo>> }
  | { kind: 'on'; codes: string[] }
  | { kind: 'off' }
  | { kind: 'refused'; error: string }

export async function factorStep(context: RequestContext, form: FormData): Promise<FactorStep> {
  const { intent, code, password } = fieldsOf(form, ['intent', 'code', 'password'])
  const consultant = consultantOf(context)
  const attempt = { account: `code ${consultant.id}`, address: context.address }
  if (intent === 'off' || intent === 'begin') {
    const confirmed = await confirmPassword(context, password)
    if (!confirmed.ok) return { kind: 'refused', error: confirmed.error }
  }
  if (intent === 'begin') return { kind: 'offered', offered: await offerTo(context) }
  if (intent === 'off') {
    if (await demandsSecondFactor(context.db))
      return { kind: 'refused', error: 'Everybody in this workspace needs a second factor.' }
    await dropFactor(context.db, consultant.id)
    await noteDown(context, 'turned their second factor off')
    noteAtDoor(context, 'factor-changed', { outcome: 'done', to: 'off' })
    tellAccount(context, consultant, 'factor-off')
    return { kind: 'off' }
  }
  const wait = await context.limits.signIn.claim(attempt)
  if (wait > 0) {
    noteAtDoor(context, 'second-factor', { outcome: 'wait' })
    return { kind: 'refused', error: `Too many attempts. Please wait ${wait} seconds.` }
  }
  const keys = { serverSecret: context.config.secret, now: context.now() }
  const codes = await confirmFactor(context.db, consultant, code, keys)
  // The key is shown again only to who knows the password: a wrong code must not bring it up.
  if (!codes) {
    noteAtDoor(context, 'second-factor', { outcome: 'refused' })
    return { kind: 'refused', error: WRONG_CODE }
  }
  await context.limits.signIn.forgive(attempt)
  // The others were opened by the password alone.
  await deleteSessionsOf(context.db, { consultantId: consultant.id, except: sessionHashOf(context) })
  await noteDown(context, 'set up a second factor')
  noteAtDoor(context, 'factor-changed', { outcome: 'done', to: 'on' })
  tellAccount(context, consultant, 'factor-on')
  return { kind: 'on', codes }
}
