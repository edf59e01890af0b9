import type { RequestContext } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { checkPassword } from './edit-account.server.ts'

/** `seconds`: how long to wait, where there were too many tries. */
export type Confirmed = { ok: true } | { ok: false; error: string; seconds: number }

/** Whether it is still the person who signed in: asked for before the locks of an account are changed. */
export async function confirmPassword(
  context: RequestContext,
  password: string,
  wrong = 'This is not your password.',
): Promise<Confirmed> {
  const { db, limits, address } = context
  const checked = await checkPassword(db, limits.signIn, consultantOf(context), { password, address })
  if (checked === 'right') return { ok: true }
  noteAtDoor(context, 'password-check', { outcome: checked === 'wrong' ? 'refused' : 'wait' })
  if (checked === 'wrong') return { ok: false, error: wrong, seconds: 0 }
  const { wait } = checked
  return { ok: false, error: `Too many attempts. Please wait ${wait} seconds.`, seconds: wait }
}
