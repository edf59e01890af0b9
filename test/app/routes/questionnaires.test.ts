import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInstrumentFile } from '#app/questionnaire/files/read-file.ts'
import { findCommitments } from '#db/commitments.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

const ask = (path: string, fields?: Record<string, string>) =>
  app.ask(path, {
    cookie: client.cookies.consultant,
    ...(fields && { form: new URLSearchParams(fields) }),
  })

async function ownFrom(key: string): Promise<string> {
  const { headers } = await ask('/questionnaires', { intent: 'copy', from: key })
  return headers.get('location') ?? ''
}

test('from a shipped questionnaire to a round that uses one’s own', async () => {
  const path = await ownFrom('quick-scan@1')
  await ask(`${path}/items/tiebreak`, {
    intent: 'save',
    wording: 'When two priorities collide, which one wins, and do you know it?',
    level: 'senior',
  })
  await ask(path, { intent: 'off', id: 'stops' })
  await ask(path, { intent: 'item-up', id: 'notnow' })
  const page = await ask(path)
  expect(page.text).toContain('and do you know it?')
  expect(page.text).toContain('Switch on: What work should stop or wait?')
  expect(page.text.indexOf('id="notnow"')).toBeLessThan(page.text.indexOf('id="stops"'))

  await ask(path, { intent: 'freeze' })
  const frozen = await ask(path)
  expect(frozen.text).toContain('it does not change any more')
  expect(frozen.text).not.toContain('What work should stop')
  const late = await ask(path, { intent: 'off', id: 'notnow' })
  expect(late.status).toBe(400)
  const plan = await ask(`/engagements/${client.engagementId}/rounds/new`)
  expect(plan.text).toContain('value="own-quick-scan@1"')
})

test('the export of either kind comes back in by the import', async () => {
  for (const format of ['yaml', 'json']) {
    const file = await ask(`/questionnaires/pulse@1/file/${format}`)
    expect(file.headers.get('content-disposition')).toContain(`pulse.v1.${format}`)
    expect(readInstrumentFile(file.text).ok).toBe(true)
    const { status, headers } = await ask('/questionnaires/import', { text: file.text })
    expect([status, headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/questionnaires\/[\w-]{36}$/),
    ])
  }
  expect((await ask('/questionnaires/pulse@1/file/exe')).status).toBe(404)
})

test('a file that is wrong is refused with the place, and what was pasted stays', async () => {
  const { status, text } = await ask('/questionnaires/import', {
    text: 'format: plumbline-instrument/1\nid: mine\nversion: one\n',
  })
  expect(status).toBe(400)
  expect(text).toContain('Line 3, column 1')
  expect(text).toContain('&quot;version&quot;: must be a number')
  expect(text).toContain('version: one')
})

test('hostile words in a questionnaire are shown as words', async () => {
  const path = await ownFrom('pulse@1')
  const hostile = '"><script>alert(1)</script>{{7*7}}'
  await ask(`${path}/items/notnow`, { intent: 'save', wording: hostile, level: 'senior' })
  for (const page of [path, `${path}/items/notnow`, `${path}/preview`, `${path}/languages/de`]) {
    const { status, text } = await ask(page)
    expect([page, status, text.includes('<script>alert')]).toEqual([page, 200, false])
  }
})

test('a language is added, translated, offered to leads and taken out', async () => {
  const path = await ownFrom('pulse@1')
  expect((await ask(path, { intent: 'add-language', language: 'no tag!' })).status).toBe(400)
  await ask(path, { intent: 'add-language', language: 'ar' })
  const page = await ask(`${path}/languages/ar`)
  expect(page.text).toMatch(/<textarea[^>]*lang="ar"[^>]*dir="rtl"/)
  const keys = [...page.text.matchAll(/<textarea id="([^"]+)"/g)].map(([, key = '']) => key)
  await ask(`${path}/languages/ar`, Object.fromEntries(keys.map((key) => [key, `نص ${key}`])))
  expect((await ask(`${path}/preview?language=ar`)).text).toContain('dir="rtl"')
  await ask(`${path}/languages/ar`, { intent: 'remove' })
  expect((await ask(`${path}/languages/ar`)).status).toBe(404)
})

test('an address that names no questionnaire, or a step that there is not, leads nowhere', async () => {
  expect((await ask('/questionnaires/no-such-one')).status).toBe(404)
  expect((await ask('/questionnaires/full@99/preview')).status).toBe(404)
  const path = await ownFrom('pulse@1')
  expect((await ask(path, { intent: 'constructor' })).status).toBe(400)
  expect((await ask('/questionnaires/pulse@1', { intent: 'delete' })).status).toBe(404)
})

test('the sealed key is written down with its fingerprint before the round opens, and stays unread until it closes', async () => {
  const key = `/rounds/${client.rounds.draft}/key`
  await ask(key, { intent: 'seal', priorities: 'Win the north\nOpen Lisbon' })
  const sealed = await ask(key)
  const digest = /[0-9a-f]{64}/.exec(sealed.text)?.[0]
  expect(sealed.text).not.toContain('Lisbon')
  expect((await ask('/log')).text).toContain(`SHA-256 ${digest}`)
  expect((await ask(key, { intent: 'open-key' })).status).toBe(409)
  await ask(`/rounds/${client.rounds.draft}`, { intent: 'open' })
  expect((await ask(key, { intent: 'seal', priorities: 'Something else' })).status).toBe(400)
  await ask(`/rounds/${client.rounds.draft}`, { intent: 'close' })
  await ask(key, { intent: 'open-key' })
  const opened = await ask(key)
  expect(opened.text).toContain('2. Open Lisbon')
  expect(opened.text).toContain(digest)
})

test('commitments are typed before a pulse opens, and not after', async () => {
  const path = `/rounds/${client.rounds.open}/commitments`
  const { headers } = await ask(path, { commitments: 'Too late' })
  expect(headers.get('location')).toBe(`/rounds/${client.rounds.open}`)
  expect(await findCommitments(app.db, client.rounds.open)).toEqual([])
})

test('the pages of a lead say their language to the browser', async () => {
  const { text } = await app.ask('/answer', { cookie: client.cookies.lead })
  expect(text).toContain('<html lang="en-GB" dir="ltr">')
  expect((await app.ask('/sign-in', {})).text).toContain('<html lang="en" dir="ltr">')
})
