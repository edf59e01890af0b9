import type { RequestContext } from '#app/http/context.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { noteDown } from './audit.server.ts'
import { tellAccount } from './mail-account.server.ts'
import { accountInUse, resetFactor } from './manage-people.server.ts'
import { checkOwner } from './owner-check.server.ts'
import { makeResetLink, RESET_MINUTES } from './reset-password.server.ts'

export type OpenedLock =
  | { kind: 'done' }
  | { kind: 'made'; link: string; words: string }
  /** `proof`: what was chosen stays chosen. */
  | { kind: 'refused'; errors: Record<string, string>; proof: string }

/**
 * An owner opens a lock of somebody who cannot: a link for a new password, or the second factor taken away. It needs the owner's
 * password and how they know who asks, stands in the log, and is told to the person by mail where mails are sent.
 */
export async function openLock(
  context: RequestContext,
  form: FormData,
  intent: 'reset-link' | 'reset-factor',
  id: string,
): Promise<OpenedLock> {
  const account = await accountInUse(context.db, id)
  if (!account) return { kind: 'refused', errors: { form: 'There is no such account.' }, proof: '' }
  const checked = await checkOwner(context, form, `${intent === 'reset-link' ? 'link' : 'factor'}.${id}`)
  if (!checked.ok) return { kind: 'refused', errors: checked.errors, proof: checked.proof }
  if (intent === 'reset-factor') {
    const step = await resetFactor(context.db, id)
    if (!step.ok) return { kind: 'refused', errors: { form: step.error }, proof: '' }
    await noteDown(context, `${step.words} (${checked.words})`)
    noteAtDoor(context, 'factor-changed', { outcome: 'done', to: 'off', of: id })
    tellAccount(context, account, 'factor-taken')
    return { kind: 'done' }
  }
  const link = await makeResetLink(context.db, account, {
    baseUrl: context.config.baseUrl,
    now: context.now(),
  })
  await noteDown(context, `made a link for a new password of ${account.name} (${checked.words})`)
  noteAtDoor(context, 'reset-link', { outcome: 'made', by: 'owner', of: id })
  tellAccount(context, account, 'link-by-owner')
  const words = `With it ${account.name} sets a new password. Pass it on yourself: it works once, for ${RESET_MINUTES} minutes, and is not shown again.`
  return { kind: 'made', link, words }
}
