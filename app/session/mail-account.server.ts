import { randomUUID } from 'node:crypto'
import type { RequestContext } from '#app/http/context.server.ts'
import { log } from '#app/http/log.server.ts'
import { deliverUnqueued } from '#app/rounds/mail/deliver-unqueued.server.ts'
import type { MailMessage } from '#app/rounds/mail/mail-body.ts'
import { mailServer } from '#app/rounds/mail/mail-server.server.ts'
import { type AccountNotice, noticeMail } from './account-mail.ts'
import type { Consultant } from './consultant.ts'

type Addressee = Pick<Consultant, 'name' | 'email'>
type House = Pick<RequestContext, 'config' | 'now'>

/** Hands a mail to a consultant over, three times at most. It waits in no queue: its text is kept nowhere. */
export async function mailAccount({ config }: House, to: Addressee, message: MailMessage): Promise<boolean> {
  const { mail, baseUrl } = config
  if (!mail) return false
  const server = mailServer(mail.smtpUrl)
  const sender = { name: 'Plumbline', address: mail.fromAddress }
  const messageId = `<${randomUUID()}@${new URL(baseUrl).hostname}>`
  const addressed = {
    ...message,
    from: sender,
    replyTo: sender,
    to: { name: to.name, address: to.email },
    messageId,
  }
  return deliverUnqueued(server, addressed)
}

/** Tells somebody that the locks of their account changed, where a mail server is set. No page waits for it. */
export function tellAccount(house: House, to: Addressee, kind: AccountNotice): void {
  if (!house.config.mail) return
  const host = new URL(house.config.baseUrl).host
  const message = noticeMail(kind, { name: to.name, host, at: house.now().toISOString() })
  mailAccount(house, to, message).then(
    (sent) => sent || log.error({ notice: kind }, 'a change to an account could not be mailed'),
    (error) => log.error({ fault: String(error) }, 'a change to an account could not be mailed'),
  )
}
