import { stringify } from 'csv-stringify/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { type Instrument, instrumentSchema } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { RunningServer } from '#scripts/run-server.ts'
import { drawAnswers } from '#scripts/simulate/profiles.ts'
import type { Person } from '#scripts/simulate/read-executives.ts'
import { answerAs } from '#scripts/visit/answer-as.ts'
import { answerByKeyboard } from '#test/helpers/answer-by-keyboard.ts'
import { enterByLink, fillSection, goOn, handIn } from '#test/helpers/answer-in-browser.ts'
import { lockCodebook, sortLines } from '#test/helpers/bench-in-browser.ts'
import { companyOf25, DEPARTMENTS, ThemeOfLine } from '#test/helpers/company-of-25.ts'
import { databaseText } from '#test/helpers/database-text.ts'
import { pressByKeyboard, tabUntil } from '#test/helpers/keyboard.ts'
import { CONSULTANT, rolesOf, startServer } from '#test/helpers/open-round.ts'
import { fetchAsScanner, linksIn, mailsTo, pressAllAsScanner } from '#test/helpers/scan-mail.ts'
import { openSmtpServer, type TestMailServer } from '#test/helpers/smtp-server.ts'
import { DESKTOP, expectSound, press, type Visit, visit } from '#test/helpers/visit.ts'

const company = companyOf25()
const instrument: Instrument = instrumentSchema.parse(findInstrument('quick-scan@1'))
const answers = drawAnswers(
  { executives: company, instrument, roles: rolesOf(company), departments: DEPARTMENTS },
  'levels-apart',
  7,
)
const SECOND = {
  name: 'Ravi Menon',
  email: 'ravi@consulting.example',
  password: 'eleven green bicycles ring',
}
/** One address was mistyped in the list. */
const MISTYPED = 'p25@kestral.example'
const [byPhone, withoutScript, byKeyboard] = company.people as [Person, Person, Person]
const midway = company.people.slice(20, 22)
const [replaced, withdrawn, mistyped] = company.people.slice(22) as [Person, Person, Person]

let smtp: TestMailServer & { close(): Promise<void> }
let server: RunningServer
let browser: Browser
let consultant: Visit
let desk: Page
const found = { engagement: '', round: '', sponsor: '' }
const faults: string[] = []

beforeAll(async () => {
  smtp = await openSmtpServer((_, recipient) => (recipient === MISTYPED ? 'refuse-recipient' : 'take'))
  server = await startServer({ SMTP_URL: smtp.url, PLUMBLINE_MAIL_FROM: 'survey@consulting.example' })
  browser = await launchChromium()
  consultant = await visit(browser, { viewport: DESKTOP })
  desk = consultant.page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await smtp?.close()
})

// One story: each test goes on where the one before it stopped, and after a failure there is no way on.
let stopped = false
beforeEach(({ skip }) => skip(stopped, 'an earlier step failed'))
afterEach(({ task }) => {
  stopped ||= task.result?.state === 'fail'
})

const linkOf = ({ email }: Pick<Person, 'email'>) =>
  linksIn(mailsTo(smtp.arrived, email).at(-1) ?? ({} as never))[0] ?? ''
const settled = () =>
  expect
    .poll(() => desk.reload().then(() => desk.getByText('on the way').count()), { timeout: 20_000 })
    .toBe(0)

/** A browser of somebody's own, closed at the end, with its faults kept. */
async function as(options: Parameters<typeof visit>[1], work: (page: Page) => Promise<void>): Promise<void> {
  const visitor = await visit(browser, options)
  await work(visitor.page)
  faults.push(...visitor.faults)
  await visitor.context.close()
}

/** Opens the question behind a step and says yes to it. */
async function confirm(page: Page, ask: string, act: string | RegExp): Promise<void> {
  await page.locator('summary', { hasText: ask }).first().click()
  await press(page, act)
}

async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
}

test('the first consultant sets up, and a second one joins by a link that scanners do not use up', async () => {
  await desk.goto(`${server.baseUrl}/setup`)
  await fillIn(desk, { ...CONSULTANT, code: server.setupCode })
  await press(desk, 'Set up Plumbline')
  await desk.goto(`${server.baseUrl}/people`)
  await fillIn(desk, { email: SECOND.email })
  await desk.locator('button[value="invite"]').click()
  await desk.waitForLoadState()
  const join = (await desk.content()).match(/https?:\/\/[^\s"<]+\/join\/\w+/)?.[0] ?? ''
  const before = databaseText(server.dataDir)
  await fetchAsScanner(join)
  expect(databaseText(server.dataDir)).toBe(before)
  await pressAllAsScanner(browser, join)
  expect(databaseText(server.dataDir)).toBe(before)
  await as({ viewport: DESKTOP }, async (page) => {
    await page.goto(join)
    await expectSound(page)
    await fillIn(page, { name: SECOND.name, password: SECOND.password })
    await press(page, 'Make the account')
    expect(new URL(page.url()).pathname).toBe('/account')
  })
})

test('an engagement with 25 leads comes from a CSV file, one of them with a mistyped address', async () => {
  await desk.goto(`${server.baseUrl}/engagements/new`)
  await fillIn(desk, {
    clientName: company.name,
    departments: DEPARTMENTS.join('\n'),
    roles: rolesOf(company).join('\n'),
  })
  await press(desk, 'Create the engagement')
  found.engagement = desk.url()
  const rows = company.people.map(({ name, email, level, department, role }) => [
    name,
    email === mistyped.email ? MISTYPED : email,
    level,
    department,
    role,
  ])
  const csv = stringify([['name', 'email', 'level', 'department', 'title'], ...rows])
  await desk.goto(`${found.engagement}/leads/import`)
  await desk
    .locator('[name="file"]')
    .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await press(desk, 'Check the list')
  await press(desk, 'Add 25 leads')
  expect(desk.url()).toBe(found.engagement)
  await expectSound(desk)
})

test('the texts of the mails are edited and read as a lead would, before the round opens', async () => {
  await desk.goto(`${found.engagement}/rounds/new`)
  await desk.locator('[name="instrumentKey"][value="quick-scan@1"]').check()
  await desk.locator('[name="title"]').fill('Spring')
  await desk.locator('[name="privacyMode"][value="confidential"]').check()
  await press(desk, 'Create the round')
  found.round = desk.url()
  await desk.goto(`${found.round}/mail/texts`)
  await desk.locator('[name="invitation.subject"]').fill('{firstName}, four minutes for {client}')
  await desk.locator('button[value="preview"]').click()
  await desk
    .getByText(/, four minutes for Kestrel Ferries/)
    .first()
    .waitFor()
  await expectSound(desk)
  await desk.locator('button[value="save"]').click()
  await desk.waitForURL(found.round)
  await confirm(desk, 'Open the round', 'Open “Spring”')
  await desk.waitForURL('**/mail')
})

test('each lead gets one mail with a link of their own; the refused one says why', async () => {
  await confirm(desk, 'Send 25 invitations', 'Send 25 invitations now')
  await settled()
  expect(smtp.arrived).toHaveLength(24)
  expect(mailsTo(smtp.arrived, byPhone.email)[0]?.subject).toBe('Anouk, four minutes for Kestrel Ferries')
  expect(new Set(smtp.arrived.flatMap(linksIn)).size).toBe(24)
  await desk.getByText('The mail server said: 550 No such person here').waitFor()
  await expectSound(desk)
})

test('a mail scanner that fetches every link of every mail changes nothing', async () => {
  const before = databaseText(server.dataDir)
  for (const link of smtp.arrived.flatMap(linksIn)) await fetchAsScanner(link)
  expect(databaseText(server.dataDir)).toBe(before)
})

test('one that presses every button of the landing page starts nothing and hands nothing in', async () => {
  for (const link of smtp.arrived.slice(0, 3).flatMap(linksIn))
    expect(await pressAllAsScanner(browser, link)).toBeGreaterThan(0)
  await desk.goto(found.round)
  expect(await desk.locator('[data-live="answered"]').textContent()).toBe('0 of 25')
  expect(await desk.locator('[data-live="all.started"]').textContent()).toBe('0')
})

test('the address is corrected and the mail sent again', async () => {
  await desk.goto(`${found.round}/people`)
  await desk.getByRole('link', { name: `Correct ${mistyped.name}` }).click()
  await desk.waitForURL('**/leads/**')
  await fillIn(desk, { email: mistyped.email })
  await desk.locator('button[name="intent"][value="save"]').click()
  await desk.waitForURL(found.engagement)
  await desk.goto(`${found.round}/mail`)
  await press(desk, `Send it to ${mistyped.name} again`)
  await settled()
  expect(mailsTo(smtp.arrived, mistyped.email)).toHaveLength(1)
})

test('a lead answers on a phone', async () => {
  await as({}, (page) => answerIn(page, byPhone))
})

test('a lead answers without JavaScript', async () => {
  await as({ javaScriptEnabled: false }, (page) => answerIn(page, withoutScript))
})

async function answerIn(page: Page, person: Person): Promise<void> {
  await enterByLink(page, linkOf(person))
  const sections = sectionsFor(instrument, person.level)
  await page.goto(`${server.baseUrl}/answer/${sections[0]?.id}`)
  for (const section of sections) {
    await fillSection(page, section, answers.get(person.id) as Answers)
    await goOn(page)
  }
  await handIn(page)
}

test('a lead answers by keyboard alone', async () => {
  await as({ viewport: DESKTOP }, async (page) => {
    await page.goto(linkOf(byKeyboard))
    await pressByKeyboard(page, 'Start')
    await tabUntil(page, ({ words }) => words === 'Yes, that is me')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Begin' }).waitFor()
    await pressByKeyboard(page, 'Begin')
    for (const _ of sectionsFor(instrument, byKeyboard.level))
      expect(await answerByKeyboard(page)).toEqual([])
    await pressByKeyboard(page, 'Hand in my answers')
    expect(new URL(page.url()).pathname).toBe('/answer/done')
  })
})

test('two leads stop midway, and the others answer', async () => {
  for (const person of midway) {
    await as({}, async (page) => {
      await enterByLink(page, linkOf(person))
      const [section] = sectionsFor(instrument, person.level)
      await page.goto(`${server.baseUrl}/answer/${section?.id}`)
      if (section) await fillSection(page, section, answers.get(person.id) as Answers)
      await goOn(page)
    })
  }
  for (const person of company.people.slice(3, 20)) {
    const lead = { link: linkOf(person), level: person.level, answers: answers.get(person.id) as Answers }
    await answerAs(server.baseUrl, lead, instrument)
  }
})

test('one lead is replaced and another withdrawn while the round is open', async () => {
  const former = linkOf(replaced)
  await desk.goto(`${found.round}/people`)
  await desk.getByRole('link', { name: `Replace ${replaced.name}` }).click()
  await desk.waitForURL('**/replace')
  await fillIn(desk, { name: 'Nina Brandt', email: 'nina@kestrel.example' })
  await press(desk, `Replace ${replaced.name}`)
  await desk.goto(`${found.round}/people`)
  await desk.locator('tr', { hasText: withdrawn.name }).locator('summary').click()
  await press(desk, `Withdraw ${withdrawn.name}`)
  await expectSound(desk)
  for (const link of [former, linkOf(withdrawn)]) expect((await fetch(link)).status).toBe(404)
  await desk.goto(`${found.round}/mail`)
  await confirm(desk, 'Send 1 invitation', 'Send 1 invitation now')
  await settled()
  expect(linkOf({ email: 'nina@kestrel.example' })).toMatch(/\/p\/p\w{32}$/)
})

test('the monitor shows who has answered, by level, and what to do next', async () => {
  await desk.goto(found.round)
  expect(await desk.locator('[data-live="answered"]').textContent()).toBe('20 of 24')
  expect(await desk.locator('[data-live="all.started"]').textContent()).toBe('2')
  await desk.getByRole('region', { name: 'What to do next' }).waitFor()
  await expectSound(desk)
})

test('a reminder by hand has other words for those who stopped midway', async () => {
  smtp.arrived.length = 0
  await desk.goto(`${found.round}/mail`)
  await confirm(desk, 'Remind 4 leads', 'Send 4 reminders now')
  await settled()
  const subjects = (email: string) => mailsTo(smtp.arrived, email).map(({ subject }) => subject)
  for (const { email } of midway)
    expect(subjects(email)).toEqual([`${company.name}: you are part of the way through`])
  for (const email of ['nina@kestrel.example', mistyped.email])
    expect(subjects(email)).toEqual([`${company.name}: your view is still missing`])
  expect(smtp.arrived).toHaveLength(4)
})

test('who goes on from the reminder on another device sees earlier answers after the code from their mail', async () => {
  const [person] = midway as [Person]
  const [first, ...rest] = sectionsFor(instrument, person.level)
  await as({}, async (page) => {
    await page.goto(linkOf(person))
    await press(page, 'Start')
    await press(page, 'Yes, that is me')
    expect(new URL(page.url()).pathname).toBe('/answer/code')
    await expectSound(page)
    await page.goto(`${server.baseUrl}/answer/${first?.id}`)
    expect(await page.locator('[name="priorities.1"]').inputValue()).toBe('')
    await expectSound(page)
    await page.goto(`${server.baseUrl}/answer/code`)
    await press(page, 'Send me a code')
    await expectSound(page)
    await expect.poll(() => mailsTo(smtp.arrived, person.email).length).toBe(2)
    const mail = mailsTo(smtp.arrived, person.email).at(-1)
    expect(linksIn(mail ?? ({} as never))).toEqual([])
    await page.locator('[name="code"]').fill(/^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '')
    await press(page, 'Show my answers')
    await page.goto(`${server.baseUrl}/answer/${first?.id}`)
    expect(await page.locator('[name="priorities.1"]').inputValue()).not.toBe('')
    await goOn(page)
    for (const section of rest) {
      await fillSection(page, section, answers.get(person.id) as Answers)
      await goOn(page)
    }
    await handIn(page)
  })
})

test('closing warns by name of who is not in', async () => {
  await desk.goto(found.round)
  await desk.locator('summary', { hasText: 'Close the round' }).click()
  for (const name of ['Nina Brandt', mistyped.name])
    await desk.getByText(new RegExp(`Not in yet: .*${name}`)).waitFor()
  await expectSound(desk)
  await press(desk, 'Close “Spring”')
  await desk.waitForURL(found.round)
})

test('themes are sorted and locked, the report is published, and the sponsor reads it', async () => {
  const themes = new ThemeOfLine(company)
  for (const item of ['priorities', 'stops', 'dependencies']) {
    await desk.goto(`${found.round}/themes/${item}`)
    await sortLines(desk, themes)
  }
  await desk.goto(`${found.round}/themes`)
  await lockCodebook(desk)
  await desk.goto(`${found.round}/report`)
  await press(desk, 'Publish this report')
  await desk.waitForURL('**/shares')
  await press(desk, 'Make a link for the sponsor')
  found.sponsor = await desk.locator('input[id^="link-"]').inputValue()
  const before = databaseText(server.dataDir)
  await fetchAsScanner(found.sponsor)
  expect(databaseText(server.dataDir)).toBe(before)
  await as({ viewport: DESKTOP }, async (page) => {
    await page.goto(found.sponsor)
    await press(page, 'Open the report')
    await page.waitForURL('**/report')
    await expectSound(page)
    const words = (await page.locator('body').textContent()) ?? ''
    expect(words).toContain(company.name)
    for (const { name } of company.people) expect(words).not.toContain(name)
  })
})

test('in all this no browser had anything to complain about', () => {
  expect([...consultant.faults, ...faults]).toEqual([])
})
