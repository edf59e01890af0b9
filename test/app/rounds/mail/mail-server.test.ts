import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { connectionOf, mailServer } from '#app/rounds/mail/mail-server.server.ts'

test.each([
  ['smtp://mail.example.org', true],
  ['smtp://user:password@mail.example.org:587', true],
  ['smtp://10.0.0.7', true],
  ['smtp://localhost.example.org', true],
  ['smtp://mail.example.org?tls=on', true],
  ['smtp://localhost:1025', undefined],
  ['smtp://127.0.0.1:1025', undefined],
  ['smtp://[::1]:1025', undefined],
  ['smtp://relay.internal:25?tls=off', undefined],
  ['smtps://user:password@mail.example.org', undefined],
])('%s: TLS must come before anything is said: %s', (url, required) => {
  expect(connectionOf(url).requireTLS).toBe(required)
})

test('the wish for mails in the clear is ours and not the mail library’s', () => {
  expect(connectionOf('smtp://relay.internal:25?tls=off')).not.toHaveProperty('tls')
})

const MESSAGE = {
  from: { name: 'Ada', address: 'ada@consulting.test' },
  replyTo: { name: 'Ada', address: 'ada@consulting.test' },
  to: { name: 'Bo', address: 'bo@client.test' },
  subject: 'Your link',
  text: 'The link',
  html: '<p>The link</p>',
  messageId: '<1@test>',
}

/** A mail server that knows no TLS, at an address that is not one of the three names of this machine. */
async function plainServer(): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom({ address }, _session, done) {
      heard.push(address)
      done()
    },
  })
  const listening = server.listen(0, '127.0.0.2')
  await new Promise((resolve) => listening.once('listening', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  return { url: `smtp://127.0.0.2:${(listening.address() as { port: number }).port}`, heard }
}

test('a server that speaks no TLS is told nothing, and the mail is not sent', async () => {
  const { url, heard } = await plainServer()
  const delivery = await mailServer(url, { silenceMs: 2000 }).deliver(MESSAGE)
  expect([delivery.kind, heard]).toEqual(['refused', []])
})

test('with ?tls=off the same server is given the mail', async () => {
  const { url, heard } = await plainServer()
  const delivery = await mailServer(`${url}?tls=off`, { silenceMs: 2000 }).deliver(MESSAGE)
  expect([delivery.kind, heard]).toEqual(['sent', ['ada@consulting.test']])
})
