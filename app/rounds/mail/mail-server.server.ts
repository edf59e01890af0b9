import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionOptions,
} from 'nodemailer/lib/smtp-connection'
import type { Delivery } from './mail.ts'
import type { MailMessage } from './mail-body.ts'

export interface Addressed extends MailMessage {
  from: { name: string; address: string }
  replyTo: { name: string; address: string }
  to: { name: string; address: string }
  /** The same for each attempt, so that a mail server that got it twice can drop one. */
  messageId: string
}

export interface MailServer {
  deliver(message: Addressed): Promise<Delivery>
}

type Credentials = SMTPConnectionOptions & { auth?: SMTPConnectionAuth }

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

/** Hands mails to the mail server behind an address such as `smtps://user:password@mail.example.org`. */
export function mailServer(smtpUrl: string, limits: { silenceMs?: number } = {}): MailServer {
  const silence = limits.silenceMs ?? SILENCE_MS
  const patience = Math.min(CONNECT_MS, silence)
  const { auth, ...server } = connectionOf(smtpUrl)
  const options: Credentials = {
    ...server,
    ...(auth ? { auth } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: silence,
  }
  return { deliver: async (message) => handOver(options, message, await composed(message)) }
}

const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]']

/**
 * What an address asks for. Links and addresses of leads do not cross a network in the clear: over `smtp://` the connection
 * must turn to TLS before anything is said, unless the mail server is on this machine or the address ends in `?tls=off`.
 */
export function connectionOf(smtpUrl: string): ReturnType<typeof parseConnectionUrl> {
  const url = new URL(smtpUrl)
  const mayBePlain = OWN_MACHINE.includes(url.hostname) || url.searchParams.get('tls') === 'off'
  url.searchParams.delete('tls')
  const requireTLS = url.protocol === 'smtp:' && !mayBePlain
  return { ...parseConnectionUrl(url.href), ...(requireTLS && { requireTLS }) }
}

const BY_MACHINE = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** The mail as bytes. */
export function composed(
  { from, replyTo, to, subject, text, html, messageId }: Addressed,
  headers: Record<string, string> = BY_MACHINE,
): Promise<Buffer> {
  const mail = new MailComposer({ from, replyTo, to, subject, text, html, messageId, headers })
  return mail.compile().build()
}

/**
 * The text is read only once the mail server has said that it may come. Breaks before that may be tried again; after it,
 * nobody knows whether the mail was taken, unless the mail server said so.
 */
async function handOver(options: Credentials, message: Addressed, bytes: Buffer): Promise<Delivery> {
  let handedOver = false
  const text = new Readable({
    read() {
      handedOver = true
      this.push(bytes)
      this.push(null)
    },
  })
  const connection = new SMTPConnection(options)
  try {
    await connected(connection, options)
    const envelope = { from: message.from.address, to: [message.to.address] }
    const answer = await finished<{ response: string }>(connection, (done) =>
      connection.send(envelope, text, done),
    )
    connection.quit()
    return { kind: 'sent', words: oneLine(answer.response) }
  } catch (error) {
    connection.close()
    return whatWentWrong(error, handedOver)
  }
}

async function connected(connection: SMTPConnection, { auth }: Credentials): Promise<void> {
  await finished(connection, (done) => connection.connect(done))
  if (auth) await finished(connection, (done) => connection.login(auth, done))
}

/** One step of the conversation. A connection that breaks says so by its event, and not always to who is waiting. */
function finished<Answer>(
  connection: SMTPConnection,
  step: (done: (error?: Error | null, answer?: Answer) => void) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    step((error, answer) => (error ? reject(error) : resolve(answer as Answer)))
  })
}

function whatWentWrong(error: unknown, handedOver: boolean): Delivery {
  const { responseCode, response, message } = error as {
    responseCode?: number
    response?: string
    message?: string
  }
  const words = oneLine(response ?? message ?? 'The mail server gave no reason.')
  if (responseCode && responseCode >= 500) return { kind: 'refused', words }
  if (handedOver && !responseCode) return { kind: 'uncertain', words }
  return { kind: 'later', words }
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300)
}
