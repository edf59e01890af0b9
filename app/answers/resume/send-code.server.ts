import { createHmac, randomInt, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Config } from '#app/http/config.server.ts'
import { log } from '#app/http/log.server.ts'
import { deliverUnqueued } from '#app/rounds/mail/deliver-unqueued.server.ts'
import { type MailServer, mailServer } from '#app/rounds/mail/mail-server.server.ts'
import { firstNameOf } from '#app/rounds/mail/mail-text.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { findMailPlace } from '#db/mail-places.ts'
import { saveResumeCode, setCodeDelivery } from '#db/resume-codes.ts'
import type { Database } from '#db/schema.ts'
import { spokenTo } from '../lead-language.server.ts'
import { codeMail } from './code-mail.ts'
import { CODE_MINUTES, CODE_TRIES, type CodeDelivery, shownCode } from './resume-code.ts'

type Sending = Pick<Config, 'secret' | 'baseUrl'> & {
  fromAddress: string
  server: MailServer
  now: Date
  /** Milliseconds before the second and the third attempt. */
  pauses?: readonly number[]
}

/** What codes are sent with; null where no mail server is set. */
export function codeSender(config: Config, now: Date): Sending | null {
  const { mail, secret, baseUrl } = config
  return mail && { secret, baseUrl, fromAddress: mail.fromAddress, server: mailServer(mail.smtpUrl), now }
}

/** What the database keeps in a code's place: keyed, and worth something in one session only. */
export function hashResumeCode(secret: string, sessionHash: string, code: string): string {
  return createHmac('sha256', secret).update(`resume:${sessionHash}:${code}`).digest('hex')
}

/**
 * Makes a code for a session and mails it to the lead. Gives the delivery as a promise of its own: no page waits for a
 * mail server. It does not go through the queue, whose texts are kept and which consultants can watch.
 */
export async function sendCode(
  db: Kysely<Database>,
  session: LeadSession,
  sending: Sending,
): Promise<{ delivered: Promise<CodeDelivery> }> {
  const code = shownCode(randomInt(1_000_000))
  const { sessionHash } = session
  const codeHash = hashResumeCode(sending.secret, sessionHash, code)
  const expiresAt = new Date(sending.now.getTime() + CODE_MINUTES * 60_000).toISOString()
  const fresh = { sessionHash, codeHash, expiresAt, triesLeft: CODE_TRIES, delivery: 'under-way' as const }
  await saveResumeCode(db, fresh)
  const delivered = mailCode(db, session, code, sending)
    .catch((error): CodeDelivery => {
      log.error({ fault: String(error) }, 'a code could not be mailed')
      return 'failed'
    })
    .then(async (delivery) => {
      await setCodeDelivery(db, { sessionHash, codeHash, delivery })
      return delivery
    })
  // The server may stop meanwhile; the code then runs out by itself.
  delivered.catch((error) => log.error({ fault: String(error) }, 'the delivery of a code was not noted'))
  return { delivered }
}

async function mailCode(
  db: Kysely<Database>,
  session: LeadSession,
  code: string,
  { server, fromAddress, baseUrl, pauses }: Sending,
): Promise<CodeDelivery> {
  const place = await findMailPlace(db, session.participationId)
  if (!place) return 'failed'
  const { language } = await spokenTo(db, session)
  const { name, email, clientName, consultantName, consultantEmail } = place
  const message = {
    ...codeMail({ code, firstName: firstNameOf(name), clientName, consultantName, language }),
    from: { name: consultantName, address: fromAddress },
    replyTo: { name: consultantName, address: consultantEmail },
    to: { name, address: email },
    messageId: `<${randomUUID()}@${new URL(baseUrl).hostname}>`,
  }
  return (await deliverUnqueued(server, message, pauses)) ? 'sent' : 'failed'
}
