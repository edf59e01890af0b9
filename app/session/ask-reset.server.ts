import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { RequestContext } from '#app/http/context.server.ts'
import { networkOf } from '#app/http/limit.server.ts'
import { log } from '#app/http/log.server.ts'
import { noteAtDoor } from '#app/http/security-log.server.ts'
import { waitWords } from '#app/http/too-many.ts'
import { findConsultantByEmail } from '#db/consultants.ts'
import { resetMail } from './account-mail.ts'
import { normaliseEmail } from './email.ts'
import { mailAccount } from './mail-account.server.ts'
import { makeResetLink, RESET_MINUTES } from './reset-password.server.ts'

export type AskedReset =
  /** `settled`: when the mail, if there is one, was handed over. */
  { kind: 'asked'; settled: Promise<void> } | { kind: 'refused'; error: string; seconds: number }

/** The answer has left by then, and when exactly a link is made cannot be told from what is asked next. */
const LATER_MS = { least: 200, most: 1_200 }

/**
 * Takes the wish for a new password. Until it is answered nothing is done that depends on whether the address has an account:
 * neither the words nor the time they take tell.
 */
export function askForReset(context: RequestContext, typed: string, laterMs = LATER_MS): AskedReset {
  const email = normaliseEmail(typed)
  if (!z.email().safeParse(email).success)
    return { kind: 'refused', error: 'This is not an e-mail address.', seconds: 0 }
  const { resetsFromAddress, resetsOfAccount } = context.limits
  const seconds = resetsFromAddress.claim(networkOf(context.address)) || resetsOfAccount.claim(email)
  noteAtDoor(context, 'reset-asked', { outcome: seconds > 0 ? 'wait' : 'done', typed: email })
  if (seconds > 0) {
    const error = `This was asked for too often. Please try again in ${waitWords(seconds)}.`
    return { kind: 'refused', error, seconds }
  }
  const wait = randomInt(laterMs.least, laterMs.most)
  const settled = new Promise<void>((resolve) => setTimeout(resolve, wait).unref())
    .then(() => mailLink(context, email))
    .catch((error) => log.error({ fault: String(error) }, 'a link for a new password could not be mailed'))
  return { kind: 'asked', settled }
}

async function mailLink(context: RequestContext, email: string): Promise<void> {
  const { db, config, now } = context
  const found = await findConsultantByEmail(db, email)
  if (!found) return
  const { consultant } = found
  const link = await makeResetLink(db, consultant, { baseUrl: config.baseUrl, now: now() })
  const message = resetMail({ name: consultant.name, link, minutes: RESET_MINUTES })
  if (!(await mailAccount(context, consultant, message)))
    log.error({ notice: 'reset' }, 'a link for a new password could not be mailed')
}
