import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken, linkToken } from '#app/http/tokens.server.ts'
import { listShares } from '#db/report-shares.ts'
import { readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const PASSPHRASE = 'three grey herons'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

/** Makes a link as the consultant would and gives its path. */
async function makeLink(fields: Record<string, string>): Promise<string> {
  const path = `/rounds/${client.rounds.published}/shares`
  const sent = form({ intent: 'share', days: '30', ...fields })
  const reply = await app.ask(path, { cookie: client.cookies.consultant, form: sent })
  if (reply.status !== 303) throw new Error(reply.text)
  const made = (await listShares(app.db, client.rounds.published)).find(
    ({ id }) => !client.shareIds.includes(id),
  )
  return `/r/${linkToken(app.config.secret, 'r', made?.id ?? '', 1)}`
}

async function enter(link: string, fields: Record<string, string> = {}): Promise<string> {
  const reply = await app.ask(link, { form: form(fields) })
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

test('a link with a passphrase opens with it and with nothing else, and the passphrase is kept as a hash', async () => {
  const link = await makeLink({ passphrase: PASSPHRASE })
  const door = await app.ask(link, {})
  expect(door.text).toContain('type="password"')
  expect(door.text).not.toContain('Client of ada')
  for (const wrong of ['', 'three grey heron', 'x'.repeat(5000)]) {
    const reply = await app.ask(link, { form: form({ passphrase: wrong }) })
    expect([reply.status, reply.headers.getSetCookie()]).toEqual([400, []])
    expect(reply.text).not.toContain(wrong || 'nothing')
  }
  const cookie = await enter(link, { passphrase: PASSPHRASE })
  expect((await app.ask('/report', { cookie })).status).toBe(200)
  const stored = JSON.stringify(await app.db.selectFrom('report_share').selectAll().execute())
  expect(stored).toContain('$argon2id$')
  expect(stored).not.toContain(PASSPHRASE)
})

test('after five wrong tries the link waits, also for the right one; another link does not', async () => {
  const link = await makeLink({ passphrase: PASSPHRASE })
  const tries = ['a', 'b', 'c', 'd', 'e', PASSPHRASE]
  const replies = []
  for (const passphrase of tries) replies.push(await app.ask(link, { form: form({ passphrase }) }))
  expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429])
  expect(Number(replies.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(800)
  expect((await app.ask(`/r/${client.shareToken}`, { form: form() })).status).toBe(303)
})

test('a passphrase that is too short makes no link and is not shown again', async () => {
  const path = `/rounds/${client.rounds.published}/shares`
  const sent = form({ intent: 'share', days: '14', passphrase: 'short', guess: '1' })
  const reply = await app.ask(path, { cookie: client.cookies.consultant, form: sent })
  expect(reply.status).toBe(400)
  expect(reply.text).toContain('at least 8 characters')
  const controls = readForms(reply.text).flatMap((one) => one.controls)
  expect(controls.find(({ name }) => name === 'days')?.value).toBe('14')
  expect(controls.find(({ name }) => name === 'guess')?.sent).toBe(true)
  expect(controls.find(({ name }) => name === 'passphrase')?.value).toBe('')
  expect(await listShares(app.db, client.rounds.published)).toHaveLength(1)
})

test('unknown, expired and revoked links are the same page, with or without a passphrase', async () => {
  const link = await makeLink({ passphrase: PASSPHRASE })
  const unknown = await app.ask('/r/rUNKNOWN', { form: form({ passphrase: PASSPHRASE }) })
  await app.db
    .updateTable('report_share')
    .set({ expires_at: '2026-03-02T08:00:00.000Z' })
    .where('token_hash', '=', hashToken(link.slice(3)))
    .execute()
  const expired = await app.ask(link, { form: form({ passphrase: PASSPHRASE }) })
  expect([expired.status, expired.text]).toEqual([404, unknown.text])
})

test('where a guess is asked for, no figure leaves the server before it, the PDF included', async () => {
  const cookie = await enter(await makeLink({ guess: '1' }))
  const asked = await app.ask('/report', { cookie })
  expect(asked.text).toContain('what do you expect?')
  expect(asked.text).not.toContain('<svg class="scene"')
  expect(asked.text).not.toMatch(/\d+ of 100/)
  const pdf = await app.ask('/report.pdf', { cookie })
  expect([pdf.status, pdf.headers.get('location')]).toEqual([302, '/report'])

  const refused = await app.ask('/report', { cookie, form: form({ 'guess-1': 'quite a lot' }) })
  expect(refused.status).toBe(400)
  const values = readForms(refused.text).flatMap(({ controls }) => controls.map(({ value }) => value))
  expect(values).toEqual(expect.arrayContaining(['quite a lot']))

  expect((await app.ask('/report', { cookie, form: form({ 'guess-1': '70' }) })).status).toBe(303)
  const opened = await app.ask('/report', { cookie })
  expect(opened.text).toContain('Your guess')
  expect(opened.text).toContain('data-label="Your guess">70<')
  expect((await app.ask('/report.pdf', { cookie })).headers.get('content-type')).toBe('application/pdf')

  await app.ask('/report', { cookie, form: form({ 'guess-1': '5' }) })
  expect((await app.ask('/report', { cookie })).text).toContain('data-label="Your guess">70<')
})

test('a guess belongs to its link: other readers and the frozen document know nothing of it', async () => {
  const documents = () => app.db.selectFrom('report_version').selectAll().execute()
  const before = await documents()
  const cookie = await enter(await makeLink({ guess: '1' }))
  await app.ask('/report', { cookie, form: form({ 'guess-1': '70' }) })
  expect(await documents()).toEqual(before)
  expect((await app.ask('/report', { cookie: client.cookies.reader })).text).not.toContain('Your guess')
  const shares = await app.ask(`/rounds/${client.rounds.published}/shares`, {
    cookie: client.cookies.consultant,
  })
  expect(shares.text).toContain('the guess is made')
})

test('who does not want to guess reads the report all the same', async () => {
  const cookie = await enter(await makeLink({ guess: '1' }))
  expect((await app.ask('/report', { cookie, form: form({ intent: 'skip' }) })).status).toBe(303)
  const opened = await app.ask('/report', { cookie })
  expect(opened.text).toContain('report-contents')
  expect(opened.text).not.toContain('Your guess')
})

test('a passphrase of signs that take two places each opens the link that it was set for', async () => {
  const passphrase = '\u{1f9ed}'.repeat(100)
  const link = await makeLink({ passphrase })
  expect((await app.ask(link, { form: form({ passphrase }) })).status).toBe(303)
})
