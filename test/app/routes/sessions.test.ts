import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, leadSession, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { addressesOf } from './every-address.ts'

const PAST = '2026-03-02T08:00:00.000Z'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

test('a reader reaches the page, the PDF and the slides of one report, and nothing else', async () => {
  const reached: string[] = []
  const cookie = client.cookies.reader
  for (const entry of ROUTE_TABLE.filter(({ guard }) => guard !== 'public')) {
    for (const path of addressesOf(entry, client)) {
      const { status } = await app.ask(path, { cookie })
      if (status === 200) reached.push(path)
    }
  }
  expect(reached).toEqual(['/report', '/report.pdf', '/report.pptx'])
})

test('a lead writes to their own place only, whatever else the form names', async () => {
  const [own = '', other = ''] = client.participationIds
  const path = `/answer/${client.sectionIds[0]}`
  const sent = form({
    'priorities.1': 'Mine alone',
    'priorities.revision': '0',
    participationId: other,
    participation_id: other,
    level: 'department',
    submitted: '1',
    __proto__: 'x',
    'constructor.prototype.submitted': '1',
    go: 'stay',
  })
  expect((await app.ask(path, { cookie: client.cookies.lead, form: sent })).status).toBe(303)
  const drafts = await app.db.selectFrom('draft').select(['participation_id', 'item_id']).execute()
  expect(drafts).toEqual([{ participation_id: own, item_id: 'priorities' }])
  const neighbour = `plumbline-lead=${await leadSession(app.db, other)}`
  for (const page of ['/answer', path, '/answer/review'])
    expect((await app.ask(page, { cookie: neighbour })).text).not.toContain('Mine alone')
})

test('a session that has run out opens nothing', async () => {
  for (const table of ['session', 'lead_session', 'report_session'] as const)
    await app.db.updateTable(table).set({ expires_at: PAST }).execute()
  const { consultant, lead, reader } = client.cookies
  const doors = [
    ['/engagements', consultant, '/sign-in'],
    ['/answer', lead, '/link-needed'],
    ['/report', reader, '/link-needed'],
  ] as const
  for (const [path, cookie, door] of doors) {
    const { status, headers } = await app.ask(path, { cookie })
    expect([path, status, headers.get('location')]).toEqual([path, 303, door])
  }
})

test('signing out ends the session for every copy of the cookie', async () => {
  const cookie = client.cookies.consultant
  expect((await app.ask('/sign-out', { cookie })).status).toBe(302)
  expect((await app.ask('/engagements', { cookie })).status).toBe(200)
  expect((await app.ask('/sign-out', { cookie, form: form() })).status).toBe(303)
  expect((await app.ask('/engagements', { cookie })).headers.get('location')).toBe('/sign-in')
})

test('a new link ends the old one and its session; a revoked report link ends its reader', async () => {
  const cookie = client.cookies.consultant
  const links = `/rounds/${client.rounds.open}/links`
  await app.ask(links, { cookie, form: form({ participationId: client.participationIds[0] ?? '' }) })
  expect((await app.ask(`/p/${client.linkTokens[0]}`, {})).status).toBe(404)
  expect((await app.ask('/answer', { cookie: client.cookies.lead })).status).toBe(303)

  const shares = `/rounds/${client.rounds.published}/shares`
  await app.ask(shares, { cookie, form: form({ intent: 'revoke', share: client.shareIds[0] ?? '' }) })
  expect((await app.ask(`/r/${client.shareToken}`, {})).status).toBe(404)
  expect((await app.ask('/report', { cookie: client.cookies.reader })).status).toBe(303)
})

test('when a round closes, whoever is in the middle of it is told so and saves nothing more', async () => {
  const cookie = client.cookies.lead
  const section = `/answer/${client.sectionIds[0]}`
  const answer = () => form({ 'priorities.1': 'Too late', 'priorities.revision': '0', go: 'next' })
  await app.ask(`/rounds/${client.rounds.open}`, {
    cookie: client.cookies.consultant,
    form: form({ intent: 'close' }),
  })
  expect((await app.ask(`${section}/save`, { cookie, form: answer() })).status).toBe(410)
  for (const path of [section, '/answer/review'])
    expect((await app.ask(path, { cookie, form: answer() })).headers.get('location')).toBe('/answer')
  expect((await app.ask('/answer', { cookie })).text).toContain('closed')
  expect((await allRows(app)).draft).toEqual([])
})

test.each([
  '/',
  '/setup',
  '/sign-in',
  '/sign-in/again',
  '/sign-in/again?to=/people',
  '/sign-in/forgotten',
  '/reset/UNKNOWN',
  '/link-needed',
  '/p/pUNKNOWN',
  '/answer/leave',
  '/r/rUNKNOWN',
])('a form sent to the door %s by nobody changes nothing and breaks nothing', async (path) => {
  const before = await allRows(app)
  const forms = [form(), form({ email: '\u0000', password: 'x'.repeat(5000), code: '', intent: 'open' })]
  for (const sent of forms) expect((await app.ask(path, { form: sent })).status).toBeLessThan(500)
  expect(await allRows(app)).toEqual(before)
})

test.each([
  ['multipart/form-data', 'no boundary'],
  ['multipart/form-data; boundary=x', 'not what was announced'],
])('a body of type "%s" that cannot be read is refused, not a fault', async (type, body) => {
  const request = { form: body as unknown as URLSearchParams, headers: { 'content-type': type } }
  expect((await app.ask('/sign-in', request)).status).toBe(400)
})
