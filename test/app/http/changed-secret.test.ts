import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newToken } from '#app/http/tokens.server.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const PASSWORD = 'kestrel under the bridge'
const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

/** As if the file had been made anew before a start. */
const changeSecret = () => {
  app.config.secret = newToken() + newToken()
}
const shownLinks = async () => {
  const page = await app.ask(`/rounds/${client.rounds.open}/links`, { cookie: client.cookies.consultant })
  return [...new Set(page.text.match(/\/p\/p\w+/g))]
}

test('under a new secret what was sent still opens; what is shown opens nothing until it is made anew', async () => {
  changeSecret()
  const [sent, participationId = ''] = [`/p/${client.linkTokens[0]}`, client.participationIds[0]]
  expect([(await app.ask(sent)).status, (await app.ask(`/r/${client.shareToken}`)).status]).toEqual([
    200, 200,
  ])
  const statuses = async () => {
    const links = (await shownLinks()).slice(0, 5)
    return Promise.all(links.map(async (link) => (await app.ask(link)).status))
  }
  expect(new Set(await statuses())).toEqual(new Set([404]))
  const cookie = client.cookies.consultant
  await app.ask(`/rounds/${client.rounds.open}/links`, { cookie, form: form({ participationId }) })
  expect((await statuses()).filter((status) => status === 200)).toHaveLength(1)
  expect((await app.ask(sent)).status).toBe(404)
})

test('under a new secret a code of the app is refused, and a recovery code opens', async () => {
  await app.db
    .updateTable('consultant')
    .set({ password_hash: await hashPassword(PASSWORD) })
    .execute()
  const factor = (fields: Record<string, string>) =>
    app.ask('/account/second-factor', { cookie: client.cookies.consultant, form: form(fields) })
  const begun = await factor({ intent: 'begin', password: PASSWORD })
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
  const codeAt = (offset: number) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + offset })
  const on = await factor({ intent: 'on', code: codeAt(-30_000) })
  const recovery = /<code>([0-9A-Z]{4}(?: [0-9A-Z]{4}){5})<\/code>/.exec(on.text)?.[1] ?? ''
  changeSecret()
  const signedIn = await app.ask('/sign-in', {
    form: form({ email: 'ada@consulting.test', password: PASSWORD }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0]
  const give = async (code: string) =>
    (await app.ask('/sign-in/code', { cookie, form: form({ code }) })).status
  expect([await give(codeAt(0)), await give(recovery)]).toEqual([400, 303])
})
