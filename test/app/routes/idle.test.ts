import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { forgetUses } from '#app/session/last-use.server.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const MINUTE = 60_000
const PASSWORD = 'kestrel under the bridge'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-04T09:00:00Z') })
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(async () => {
  await app.close()
  vi.useRealTimers()
})

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE)
const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)
const ask = (path = '/engagements', sent?: URLSearchParams) =>
  app.ask(path, { cookie: client.cookies.consultant, form: sent })
const isOut = async () => (await ask()).headers.get('location') === '/sign-in'

test('a consultant who asks for nothing for an hour has to sign in again', async () => {
  later(60)
  expect(await isOut()).toBe(false)
  later(61)
  expect(await isOut()).toBe(true)
  // And stays out, whatever is asked.
  for (const path of ['/account', `/engagements/${client.engagementId}`])
    expect((await ask(path)).headers.get('location')).toBe('/sign-in')
})

test('whoever keeps working stays in, and after twelve hours it is over for them, too', async () => {
  for (let turn = 0; turn < 12; turn++) {
    later(55)
    expect(await isOut()).toBe(false)
  }
  later(55)
  expect(await isOut()).toBe(false)
  later(6)
  expect(await isOut()).toBe(true)
})

test('looking at pages keeps a session in use and writes nothing; a form is noted every ten minutes at most', async () => {
  const stored = async () =>
    (await app.db.selectFrom('session').select('last_used_at').executeTakeFirstOrThrow()).last_used_at
  const begun = await stored()
  later(50)
  const before = await allRows(app)
  await ask()
  expect(await allRows(app)).toEqual(before)
  await ask('/account', form({ intent: 'none' }))
  const first = await stored()
  expect([begun, first]).toEqual(['2026-03-04T09:00:00.000Z', '2026-03-04T09:50:00.000Z'])
  later(9)
  await ask('/account', form({ intent: 'none' }))
  expect(await stored()).toBe(first)
})

test('after a new start of the server it counts from the last form, and nobody comes back who was out', async () => {
  later(50)
  await ask('/account', form({ intent: 'none' }))
  later(50)
  forgetUses()
  expect(await isOut()).toBe(false)
  later(61)
  expect(await isOut()).toBe(true)
  forgetUses()
  expect(await isOut()).toBe(true)
})

test('what a page’s script asks by itself does not keep a session in use', async () => {
  const quiet = ROUTE_TABLE.filter(({ byItself }) => byItself).map(({ path }) => path)
  expect(quiet).toEqual(['/rounds/:roundId/live', '/rounds/:roundId/revote/count'])
  for (let turn = 0; turn < 2; turn++) {
    later(35)
    await ask(`/rounds/${client.rounds.closed}/live`)
  }
  expect(await isOut()).toBe(true)
})

test('a lead and a reader stay in for as long as they were promised', async () => {
  later(59 * 2)
  const { lead, reader } = client.cookies
  expect((await app.ask('/report', { cookie: reader })).status).toBe(200)
  expect((await app.ask('/answer', { cookie: lead })).headers.get('location')).not.toBe('/sign-in')
})

test('a form that comes too late is kept in the page and can be sent once more', async () => {
  const path = `/engagements/${client.engagementId}/leads/new`
  const typed = {
    name: 'Zoë “Z” <Quinn>',
    email: 'zoe@ada.test',
    level: 'senior',
    jobTitle: 'Line one\nLine two',
  }
  later(61)
  const late = await ask(path, form({ ...typed, password: 'never shown again' }))
  const location = late.headers.get('location') ?? ''
  expect([late.status, location]).toEqual([307, `/sign-in/again?to=${encodeURIComponent(path)}`])
  const page = await app.ask(location, { form: form({ ...typed, password: 'never shown again' }) })
  expect(page.status).toBe(401)
  expect(page.text).toContain(`action="${path}"`)
  expect(page.text).toContain('value="Zoë “Z” &lt;Quinn&gt;"')
  expect(page.text).toContain('value="Line one\nLine two"')
  expect(page.text).toContain('could not be kept')
  expect(page.text).not.toContain('never shown again')
  await app.db
    .updateTable('consultant')
    .set({ password_hash: await hashPassword(PASSWORD) })
    .execute()
  const signedIn = await app.ask('/sign-in', {
    form: form({ email: 'ada@consulting.test', password: PASSWORD }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await app.ask(path, { cookie, form: form(typed) })).status).toBe(303)
})

test.each([
  'https://evil.example/',
  '//evil.example/people',
  '/\\evil.example',
  'javascript:alert(1)',
  '/p/pUNKNOWN',
  '/sign-in',
  '/sign-out',
  '/people/../../x',
  '',
])('a form is kept for pages of consultants only, not for %s', async (to) => {
  const { status, headers } = await app.ask(`/sign-in/again?to=${encodeURIComponent(to)}`, {
    form: form({ name: 'x' }),
  })
  expect([status, headers.get('location')]).toEqual([303, '/sign-in'])
})

test('a script is told that it is signed out', async () => {
  later(61)
  const { status, text } = await app.ask(`/rounds/${client.rounds.closed}/debrief/decisions`, {
    cookie: client.cookies.consultant,
    form: form(),
    headers: { accept: 'application/json' },
  })
  expect([status, JSON.parse(text)]).toEqual([401, { signedOut: true }])
})
