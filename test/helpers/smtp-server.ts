import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** How a mail server meets one mail: takes it, says no, or fails in the middle. */
export type Manner =
  | 'take'
  | 'refuse'
  | 'refuse-recipient'
  | 'busy'
  | 'cut-after-text'
  | 'cut-before-text'
  | 'hang'

export interface TestMailServer {
  url: string
  /** Mails whose text arrived whole, whatever the sender was told, in the order of arrival. */
  arrived: ParsedMail[]
}

type MannerOf = (attempt: number, recipient: string) => Manner

/** A mail server for one test. */
export async function startSmtpServer(mannerOf?: MannerOf): Promise<TestMailServer> {
  const server = await openSmtpServer(mannerOf)
  onTestFinished(server.close)
  return server
}

/** A real mail server on a port of its own. `mannerOf`: by the number of the attempt (from 1) and the recipient. */
export async function openSmtpServer(
  mannerOf: MannerOf = () => 'take',
): Promise<TestMailServer & { close(): Promise<void> }> {
  const arrived: ParsedMail[] = []
  let attempts = 0
  const manners = new Map<string, Manner>()
  const cut = () => {
    for (const connection of server.connections)
      if (manners.get(connection.id)?.startsWith('cut')) connection.close()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, session, done) {
      attempts += 1
      const manner = mannerOf(attempts, address)
      manners.set(session.id, manner)
      if (manner === 'cut-before-text') return cut()
      done(manner === 'refuse-recipient' ? refusal(550, 'No such person here') : null)
    },
    onData(stream, session, done) {
      const manner = manners.get(session.id)
      simpleParser(stream).then((mail) => {
        arrived.push(mail)
        if (manner === 'cut-after-text') return cut()
        if (manner === 'hang') return
        if (manner === 'refuse') return done(refusal(554, 'Looks like spam'))
        if (manner === 'busy') return done(refusal(451, 'Come back later'))
        done(null, 'queued')
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
