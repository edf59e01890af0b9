import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { type Reply, type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const PASSWORD = 'kestrel under the bridge'
const PLANTED = 'PLANTEDPLANTEDPLANTEDPLANTED0000'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  await app.db
    .updateTable('consultant')
    .set({ password_hash: await hashPassword(PASSWORD) })
    .execute()
})
afterEach(() => app.close())

const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)
const cookieOf = ({ headers }: Reply) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
const opens = async (cookie: string) => (await app.ask('/account', { cookie })).status === 200
const signIn = (cookie?: string) =>
  app.ask('/sign-in', { cookie, form: form({ email: 'ada@consulting.test', password: PASSWORD }) })
const factor = (cookie: string, fields: Record<string, string>) =>
  app.ask('/account/second-factor', { cookie, form: form(fields) })

test('signing in never takes over a session that the browser brought along', async () => {
  const planted = `plumbline-consultant=${PLANTED}`
  const signedIn = cookieOf(await signIn(planted))
  expect(signedIn).not.toBe(planted)
  expect([await opens(planted), await opens(signedIn)]).toEqual([false, true])
})

test('signing in again ends the session before, and its copies', async () => {
  const first = cookieOf(await signIn())
  const second = cookieOf(await signIn(first))
  expect(second).not.toBe(first)
  expect([await opens(first), await opens(second)]).toEqual([false, true])
})

test('after signing out a copy of the cookie opens nothing, and signing in makes another', async () => {
  const first = cookieOf(await signIn())
  await app.ask('/sign-out', { cookie: first, form: form() })
  const second = cookieOf(await signIn(first))
  expect([await opens(first), second === first, await opens(second)]).toEqual([false, false, true])
})

test('a new password makes a new session and ends all others', async () => {
  const [first, other] = [cookieOf(await signIn()), cookieOf(await signIn())]
  const change = form({ intent: 'password', current: PASSWORD, password: 'walnut ferry silent moon' })
  const changed = cookieOf(await app.ask('/account', { cookie: first, form: change }))
  expect(new Set([first, other, changed]).size).toBe(3)
  const open = [first, other, client.cookies.consultant, changed].map(opens)
  expect(await Promise.all(open)).toEqual([false, false, false, true])
})

test('setting up a second factor ends the sessions that the password alone had opened', async () => {
  const [here, other] = [cookieOf(await signIn()), cookieOf(await signIn())]
  const begun = await factor(here, { intent: 'begin', password: PASSWORD })
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
  const codeAt = (offset: number) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + offset })
  await factor(here, { intent: 'on', code: codeAt(-30_000) })
  expect([await opens(here), await opens(other)]).toEqual([true, false])
  const waiting = cookieOf(await signIn())
  expect(await opens(waiting)).toBe(false)
  const passed = cookieOf(
    await app.ask('/sign-in/code', { cookie: waiting, form: form({ code: codeAt(0) }) }),
  )
  expect([passed === waiting, await opens(passed), await opens(waiting)]).toEqual([false, true, false])
})

test.each([
  ['a lead', () => `/p/${client.linkTokens[0]}`, 'plumbline-lead', '/answer'],
  ['a reader', () => `/r/${client.shareToken}`, 'plumbline-reader', '/report'],
])('the door of %s never takes over a session that was brought along', async (_, link, name, page) => {
  const planted = `${name}=${PLANTED}`
  const entered = cookieOf(await app.ask(link(), { cookie: planted, form: form() }))
  expect(entered).not.toBe(planted)
  expect((await app.ask(page, { cookie: planted })).status).toBe(303)
  expect((await app.ask(page, { cookie: entered })).status).toBe(200)
})
