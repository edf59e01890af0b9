import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readCookie } from '#app/http/cookies.server.ts'
import { listDrafts } from '#db/drafts.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { type Manner, openSmtpServer, type TestMailServer } from '#test/helpers/smtp-server.ts'

const SECRET_WORDS = 'Sell the northern depot quietly'
let manner: Manner = 'take'
let smtp: TestMailServer & { close(): Promise<void> }
let app: RunningApplication
let client: SeededClient
/** The limits on codes are kept for each place, so each test has one of its own. */
let place = -1

beforeAll(async () => {
  smtp = await openSmtpServer(() => manner)
  app = await runApplication({ mail: { smtpUrl: smtp.url, fromAddress: 'survey@consulting.test' } })
  client = await seedClient(app, { name: 'ada' })
})
afterAll(async () => {
  await app.close()
  await smtp.close()
})
beforeEach(() => {
  place = (place + 1) % client.participationIds.length
  manner = 'take'
  smtp.arrived.length = 0
})

const link = () => `/p/${client.linkTokens[place]}`
const participationId = () => client.participationIds[place] ?? ''
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const section = () => `/answer/${client.sectionIds[0]}`

/** A browser that opens the link and says that it is the lead; gives its cookie and where that led. */
async function browser(cookie?: string) {
  const started = await app.ask(link(), { form: form({}), cookie })
  const token = readCookie(app.config, 'lead', started.headers.get('set-cookie') ?? '')
  const own = `plumbline-lead=${token}`
  const confirmed = await app.ask('/answer', { cookie: own, form: form({ who: 'me' }) })
  return { cookie: own, to: confirmed.headers.get('location') }
}

const answer = (cookie: string, words: string, revision = 0) =>
  app.ask(`${section()}/save`, {
    cookie,
    form: form({ 'priorities.1': words, 'priorities.revision': String(revision) }),
  })
const codeStep = (cookie: string, fields: Record<string, string>) =>
  app.ask('/answer/code', { cookie, form: form(fields) })

async function mailedCode(): Promise<string> {
  await expect.poll(() => smtp.arrived.length).toBeGreaterThan(0)
  return /^\d{6}$/m.exec(smtp.arrived.at(-1)?.text ?? '')?.[0] ?? ''
}

/** Every page that a lead can get, in one text. */
async function everythingShownTo(cookie: string): Promise<string> {
  const paths = ['/answer', '/answer/code', '/answer/review', '/answer/done']
  const pages = [...paths, ...client.sectionIds.map((id) => `/answer/${id}`)]
  const replies = await Promise.all(pages.map((path) => app.ask(path, { cookie })))
  return replies.map(({ text }) => text).join('\n')
}

test('a second browser is shown nothing of what the first one answered, before its code', async () => {
  const first = await browser()
  expect(first.to).toBe('/answer')
  await answer(first.cookie, SECRET_WORDS)
  const second = await browser()
  expect(second.to).toBe('/answer/code')
  expect(await everythingShownTo(second.cookie)).not.toContain(SECRET_WORDS)
  expect(await everythingShownTo(first.cookie)).toContain(SECRET_WORDS)
})

test('the mailed code opens them in that browser: six digits to the lead, without a link', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const { cookie } = await browser()
  expect((await codeStep(cookie, { intent: 'send' })).headers.get('location')).toBe('/answer/code')
  const code = await mailedCode()
  const [mail] = smtp.arrived
  expect(mail?.to && 'value' in mail.to && mail.to.value[0]?.address).toMatch(/@ada\.test$/)
  expect(mail?.from?.value[0]).toEqual({ name: 'Consultant ada', address: 'survey@consulting.test' })
  expect(`${mail?.text} ${mail?.html}`).not.toMatch(/https?:|\/p\/|href/)
  expect(mail?.subject).not.toContain(code)
  expect(JSON.stringify(await allRows(app))).not.toContain(code)
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`
  expect((await codeStep(cookie, { intent: 'check', code: typed })).headers.get('location')).toBe('/answer')
  expect(await everythingShownTo(cookie)).toContain(SECRET_WORDS)
})

test('a code that another browser asked for opens nothing here', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const [asking, other] = [await browser(), await browser()]
  await codeStep(asking.cookie, { intent: 'send' })
  const code = await mailedCode()
  expect((await codeStep(other.cookie, { intent: 'check', code })).status).toBe(422)
  expect(await everythingShownTo(other.cookie)).not.toContain(SECRET_WORDS)
})

test('five wrong codes are the end of it, the right one included', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const { cookie } = await browser()
  await codeStep(cookie, { intent: 'send' })
  const code = await mailedCode()
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries++)
    expect((await codeStep(cookie, { intent: 'check', code: wrong })).status).toBe(422)
  const late = await codeStep(cookie, { intent: 'check', code })
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('no longer works')])
  expect(await everythingShownTo(cookie)).not.toContain(SECRET_WORDS)
})

test('three codes an hour for one link, from however many browsers', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const statuses = []
  for (let count = 0; count < 4; count++)
    statuses.push((await codeStep((await browser()).cookie, { intent: 'send' })).status)
  expect(statuses).toEqual([303, 303, 303, 429])
  await expect.poll(() => smtp.arrived.length).toBe(3)
})

test('who goes on without the code replaces what they answer anew, and nothing else', async () => {
  const first = await browser()
  await app.ask(`${section()}/save`, {
    cookie: first.cookie,
    form: form({
      'priorities.1': SECRET_WORDS,
      'priorities.revision': '0',
      'stops.1': 'Keep this one',
      'stops.revision': '0',
    }),
  })
  const second = await browser()
  const page = await app.ask(section(), { cookie: second.cookie })
  expect(page.text).toContain('answered in another browser')
  const saved = await answer(second.cookie, 'Open in the south')
  expect(JSON.parse(saved.text)).toEqual({
    saved: [{ itemId: 'priorities', revision: 2 }],
    errors: {},
    conflicts: [],
  })
  const stored = JSON.stringify(await listDrafts(app.db, participationId()))
  expect(stored).toContain('Open in the south')
  expect(stored).toContain('Keep this one')
  expect(stored).not.toContain(SECRET_WORDS)
  const shown = await everythingShownTo(second.cookie)
  expect(shown).toContain('Open in the south')
  expect(shown).not.toContain('Keep this one')
})

test('an empty form from a browser that was shown nothing empties nothing', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const { cookie } = await browser()
  await app.ask(section(), {
    cookie,
    form: form({ 'priorities.1': '', 'priorities.revision': '0', go: 'back' }),
  })
  expect(JSON.stringify(await listDrafts(app.db, participationId()))).toContain(SECRET_WORDS)
})

test('a conflict with an answer that is hidden shows it to neither, and no guess is confirmed', async () => {
  const first = await browser()
  await answer(first.cookie, 'Mine at first')
  const second = await browser()
  await answer(second.cookie, SECRET_WORDS)
  for (const guess of [SECRET_WORDS, 'Something else']) {
    const body = form({ 'priorities.1': guess, 'priorities.revision': '1', go: 'stay' })
    const { status, text } = await app.ask(section(), { cookie: first.cookie, form: body })
    expect(status).toBe(409)
    expect(text).toContain('An answer from another browser, which is not shown here')
    expect(text.split(SECRET_WORDS).length > 1).toBe(guess === SECRET_WORDS)
  }
})

test('nobody hands in for another what they were not shown', async () => {
  await answer((await browser()).cookie, SECRET_WORDS)
  const { cookie } = await browser()
  expect((await app.ask('/answer/review', { cookie, form: form({}) })).status).toBe(422)
  await answer(cookie, 'A word of my own')
  expect((await app.ask('/answer/review', { cookie, form: form({}) })).status).toBe(303)
})

test('what was handed in is as hidden as what was not', async () => {
  const { cookie } = await browser()
  await answer(cookie, SECRET_WORDS)
  expect((await app.ask('/answer/review', { cookie, form: form({}) })).status).toBe(303)
  const second = await browser()
  expect(second.to).toBe('/answer/code')
  expect(await everythingShownTo(second.cookie)).not.toContain(SECRET_WORDS)
})

test('the same browser opens its link again and is where it was', async () => {
  const first = await browser()
  await answer(first.cookie, SECRET_WORDS)
  const again = await browser(first.cookie)
  expect(again).toEqual({ cookie: first.cookie, to: '/answer' })
  expect(await everythingShownTo(again.cookie)).toContain(SECRET_WORDS)
})

test('a mail that is refused is said on the page', async () => {
  manner = 'refuse-recipient'
  await answer((await browser()).cookie, SECRET_WORDS)
  const { cookie } = await browser()
  await codeStep(cookie, { intent: 'send' })
  const page = async () => (await app.ask('/answer/code', { cookie })).text
  await expect.poll(page).toContain('The mail did not get through')
})

test('without a mail server a yes is enough, and the page says what that means', async () => {
  const byHand = await runApplication()
  const { linkTokens, sectionIds } = await seedClient(byHand, { name: 'bea' })
  const enter = async () => {
    const started = await byHand.ask(`/p/${linkTokens[0]}`, { form: form({}) })
    const token = readCookie(byHand.config, 'lead', started.headers.get('set-cookie') ?? '')
    const cookie = `plumbline-lead=${token}`
    const asked = await byHand.ask('/answer', { cookie })
    expect(asked.text).toContain('Whoever opens this link and says yes can read')
    const { headers } = await byHand.ask('/answer', { cookie, form: form({ who: 'me' }) })
    expect(headers.get('location')).toBe('/answer')
    return cookie
  }
  const words = form({ 'priorities.1': SECRET_WORDS, 'priorities.revision': '0' })
  await byHand.ask(`/answer/${sectionIds[0]}/save`, { cookie: await enter(), form: words })
  const { text } = await byHand.ask('/answer/review', { cookie: await enter() })
  expect(text).toContain(SECRET_WORDS)
  await byHand.close()
})
