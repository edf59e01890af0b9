import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLimits } from '#app/http/limits.server.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { linksIn, mailsTo } from '#test/helpers/scan-mail.ts'
import { allRows } from '#test/helpers/seeded-client.ts'
import { openSmtpServer, type TestMailServer } from '#test/helpers/smtp-server.ts'

const PASSWORD = 'kestrel under the bridge'
const NEW = 'walnut ferry silent moon'
const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

let smtp: TestMailServer & { close(): Promise<void> }
let app: RunningApplication
/** Everybody has limits of their own. */
let people = 0

beforeAll(async () => {
  smtp = await openSmtpServer()
  app = await runApplication({ mail: { smtpUrl: smtp.url, fromAddress: 'survey@consulting.test' } })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})
beforeEach(() => {
  smtp.arrived.length = 0
})

async function somebody(role: 'owner' | 'consultant' = 'consultant', { db } = app) {
  const name = `person${people++}`
  const email = `${name}@consulting.test`
  const passwordHash = await hashPassword(PASSWORD)
  await insertConsultant(db, {
    id: name,
    name: `Pat ${name}`,
    email,
    role,
    passwordHash,
    createdOn: '2026-03-02',
  })
  return { id: name, email, cookie: `plumbline-consultant=${await startSession(db, name, new Date())}` }
}
const askFor = (email: string) => app.ask('/sign-in/forgotten', { form: form({ email }) })
const signIn = (email: string, password: string) => app.ask('/sign-in', { form: form({ email, password }) })
const opens = async (cookie: string) => (await app.ask('/account', { cookie })).status === 200

async function mailedLink(email: string): Promise<string> {
  const links = () =>
    mailsTo(smtp.arrived, email)
      .flatMap(linksIn)
      .filter((link) => link.includes('/reset/'))
  await expect.poll(() => links().length, { timeout: 10_000 }).toBeGreaterThan(0)
  return new URL(links().at(-1) ?? '').pathname
}

describe('a forgotten password, where mails are sent', () => {
  test('is replaced by a link that works once; every session ends, and the mail says so', async () => {
    const { email, cookie } = await somebody()
    expect((await app.ask('/sign-in')).text).toContain('href="/sign-in/forgotten"')
    const asked = await askFor(` ${email.toUpperCase()} `)
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in/forgotten?sent=yes'])
    const path = await mailedLink(email)
    expect(path).toMatch(/^\/reset\/[0-9A-HJKMNP-TV-Z]{32}$/)
    expect(JSON.stringify(await allRows(app))).not.toContain(path.split('/')[2])
    const page = await app.ask(path)
    expect([page.status, page.text.includes(`value="${email}"`)]).toEqual([200, true])
    const weak = await app.ask(path, { form: form({ password: 'Password-2024!' }) })
    expect([weak.status, weak.text.includes('among the first that are guessed')]).toEqual([400, true])
    expect(await opens(cookie)).toBe(true)
    const done = await app.ask(path, { form: form({ password: NEW }) })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/sign-in?password=new'])
    expect(done.headers.getSetCookie()).toEqual([])
    expect(await opens(cookie)).toBe(false)
    for (const again of [
      await app.ask(path),
      await app.ask(path, { form: form({ password: 'another one of mine' }) }),
    ])
      expect(again.status).toBe(404)
    expect([(await signIn(email, PASSWORD)).status, (await signIn(email, NEW)).status]).toEqual([400, 303])
    await expect.poll(() => mailsTo(smtp.arrived, email).length).toBe(2)
    const notice = mailsTo(smtp.arrived, email)[1]
    expect(notice?.text).toContain('A new password was set for your account')
    expect(linksIn(notice as never)).toEqual([])
  })

  test('still leaves the second factor to be given', async () => {
    const { id, email } = await somebody()
    await app.db
      .insertInto('second_factor')
      .values({ consultant_id: id, sealed_secret: '', confirmed: 1, last_step: 0 })
      .execute()
    await askFor(email)
    await app.ask(await mailedLink(email), { form: form({ password: NEW }) })
    const signedIn = await signIn(email, NEW)
    expect(signedIn.headers.get('location')).toBe('/sign-in/code')
    expect(await opens(signedIn.headers.get('set-cookie')?.split(';')[0] ?? '')).toBe(false)
  })

  test('is answered alike, in words and in time, for addresses without an account', async () => {
    const { email } = await somebody()
    const [known, unknown] = [await askFor(email), await askFor('nobody@consulting.test')]
    const shape = ({ status, text, headers, statements }: typeof known) => [
      status,
      text,
      headers.get('location'),
      statements,
    ]
    expect(shape(unknown)).toEqual(shape(known))
    // Nothing about the account is looked up before the answer has left.
    expect(known.statements).toEqual([])
    await mailedLink(email)
    expect(mailsTo(smtp.arrived, 'nobody@consulting.test')).toEqual([])
    const sent = await app.ask('/sign-in/forgotten?sent=yes')
    expect(sent.text).toContain('If there is an account with this address')
  })

  test('keeps what was typed where it is no address', async () => {
    const reply = await askFor('not an address')
    expect([reply.status, reply.text.includes('value="not an address"')]).toEqual([400, true])
  })

  test('is no use to an account that has ended', async () => {
    const { id, email } = await somebody()
    await askFor(email)
    const path = await mailedLink(email)
    await app.db.updateTable('consultant').set({ ended_on: '2026-03-02' }).where('id', '=', id).execute()
    expect([
      (await app.ask(path)).status,
      (await app.ask(path, { form: form({ password: NEW }) })).status,
    ]).toEqual([404, 404])
  })

  test('changes nothing by being looked at, and the link is dead after half an hour or beside a newer one', async () => {
    const { email } = await somebody()
    await askFor(email)
    const first = await mailedLink(email)
    const before = await allRows(app)
    for (const method of ['GET', 'HEAD', 'GET'] as const)
      expect((await app.ask(first, { method })).status).toBe(200)
    expect(await allRows(app)).toEqual(before)
    smtp.arrived.length = 0
    await askFor(email)
    const second = await mailedLink(email)
    expect([(await app.ask(first)).status, (await app.ask(second)).status]).toEqual([404, 200])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * 60_000 })
    const late = [
      (await app.ask(second)).status,
      (await app.ask(second, { form: form({ password: NEW }) })).status,
    ]
    vi.useRealTimers()
    expect(late).toEqual([404, 404])
  })

  test('is dead once the password was changed in another way', async () => {
    const { email, cookie } = await somebody()
    await askFor(email)
    const path = await mailedLink(email)
    const change = form({ intent: 'password', current: PASSWORD, password: NEW })
    expect((await app.ask('/account', { cookie, form: change })).status).toBe(303)
    expect((await app.ask(path)).status).toBe(404)
  })
})

test('three links an hour for an account and twenty from a place, known or not, with the time to wait', async () => {
  const own = await runApplication({
    mail: { smtpUrl: smtp.url, fromAddress: 'survey@consulting.test' },
    limits: createLimits(),
  })
  const { email } = await somebody('owner', own)
  const statuses = async (address: string, count: number) => {
    const found: number[] = []
    for (let turn = 0; turn < count; turn++)
      found.push((await own.ask('/sign-in/forgotten', { form: form({ email: address }) })).status)
    return found
  }
  expect(await statuses(email, 4)).toEqual([303, 303, 303, 429])
  expect(await statuses('nobody@consulting.test', 4)).toEqual([303, 303, 303, 429])
  const last = await own.ask('/sign-in/forgotten', { form: form({ email }) })
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(3000)
  expect(last.text).toContain(`value="${email}"`)
  for (let other = 0; other < 11; other++) await statuses(`other${other}@consulting.test`, 1)
  expect(await statuses('last@consulting.test', 1)).toEqual([429])
  await own.close()
})

describe('a link that an owner makes', () => {
  const make = (cookie: string, id: string, fields: Record<string, string>) =>
    app.ask('/people', { cookie, form: form({ intent: 'reset-link', id, ...fields }) })

  test('needs their password and how they know who asks, and stands in the log and in a mail', async () => {
    const [owner, colleague] = [await somebody('owner'), await somebody()]
    const fields = { [`password.link.${colleague.id}`]: PASSWORD, [`proof.link.${colleague.id}`]: 'called' }
    for (const name of Object.keys(fields))
      expect((await make(owner.cookie, colleague.id, { ...fields, [name]: 'a guess' })).status).toBe(400)
    expect((await make(colleague.cookie, owner.id, fields)).status).toBe(403)
    expect((await make(owner.cookie, 'nobody', fields)).status).toBe(400)
    expect(
      await app.db
        .selectFrom('password_reset')
        .selectAll()
        .where('consultant_id', '=', colleague.id)
        .execute(),
    ).toEqual([])
    const made = await make(owner.cookie, colleague.id, fields)
    const path = /\/reset\/\w+/.exec(made.text)?.[0] ?? ''
    expect((await app.ask('/people', { cookie: owner.cookie })).text).not.toContain('/reset/')
    const log = (await app.ask('/log', { cookie: owner.cookie })).text
    expect(log).toContain(`made a link for a new password of Pat ${colleague.id} (made sure of it by calling`)
    await expect.poll(() => mailsTo(smtp.arrived, colleague.email).length).toBe(1)
    expect(mailsTo(smtp.arrived, colleague.email)[0]?.text).toContain(
      'An owner of your workspace made a link',
    )
    expect((await app.ask(path, { form: form({ password: NEW }) })).status).toBe(303)
    expect((await signIn(colleague.email, NEW)).status).toBe(303)
    expect((await app.ask('/log', { cookie: owner.cookie })).text).toContain('set a new password by a link')
  })
})

test('where no mail is sent, the page says who can make a link, and a form sent there does nothing', async () => {
  const byHand = await runApplication()
  const { email } = await somebody('owner', byHand)
  const before = await allRows(byHand)
  const page = await byHand.ask('/sign-in/forgotten')
  expect(page.text).toContain('an owner of your workspace')
  expect(page.text).not.toContain('<form method="post" class="form"')
  expect((await byHand.ask('/sign-in/forgotten', { form: form({ email }) })).status).toBe(303)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await allRows(byHand)).toEqual(before)
  await byHand.close()
})

test('whoever holds an account is told by mail of a new password and of every change to the second factor', async () => {
  const [owner, { id, email, cookie }] = [await somebody('owner'), await somebody()]
  const factor = (own: string, fields: Record<string, string>) =>
    app.ask('/account/second-factor', { cookie: own, form: form(fields) })
  const words = async (count: number) => {
    await expect.poll(() => mailsTo(smtp.arrived, email).length).toBe(count)
    return mailsTo(smtp.arrived, email).at(-1)?.text ?? ''
  }
  const begun = await factor(cookie, { intent: 'begin', password: PASSWORD })
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(key) }).generate()
  await factor(cookie, { intent: 'on', code })
  expect(await words(1)).toContain('A second factor was set up')
  await factor(cookie, { intent: 'off', password: PASSWORD })
  expect(await words(2)).toContain('was turned off')
  const change = form({ intent: 'password', current: PASSWORD, password: NEW })
  await app.ask('/account', { cookie, form: change })
  expect(await words(3)).toContain('The password of your account was changed')
  const taken = { [`password.factor.${id}`]: PASSWORD, [`proof.factor.${id}`]: 'video' }
  await app.ask('/people', { cookie: owner.cookie, form: form({ intent: 'reset-factor', id, ...taken }) })
  expect(await words(4)).toContain('took the second factor of your account away')
  for (const mail of mailsTo(smtp.arrived, email)) {
    expect(linksIn(mail)).toEqual([])
    expect(mail.text).toMatch(/This was on localhost, on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./)
  }
})
