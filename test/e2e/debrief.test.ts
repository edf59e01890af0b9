import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { RunningServer } from '#scripts/run-server.ts'
import { drawAnswers } from '#scripts/simulate/profiles.ts'
import { answerAs } from '#scripts/visit/answer-as.ts'
import { publishRound } from '#scripts/visit/publish-round.ts'
import type { Visitor } from '#scripts/visit/visitor.ts'
import { tabUntil } from '#test/helpers/keyboard.ts'
import {
  CONSULTANT,
  departmentsOf,
  ferries,
  openRound,
  rolesOf,
  startServer,
} from '#test/helpers/open-round.ts'
import { DESKTOP, expectSound, PHONE, press, type Visit, visit } from '#test/helpers/visit.ts'

const team = ferries()
const instrument = instrumentSchema.parse(findInstrument('full@1'))
const answers = drawAnswers(
  { executives: team, instrument, roles: rolesOf(team), departments: departmentsOf(team) },
  'split',
  1,
)
const DECISION = 'Freeze the list of initiatives until the quarter ends'

let server: RunningServer
let browser: Browser
let wall: Visit
let page: Page
let round: { consultant: Visitor; roundPath: string; links: string[] }

beforeAll(async () => {
  server = await startServer()
  browser = await launchChromium()
  round = await openRound(server, { privacyMode: 'confidential', instrumentKey: 'full@1' })
  for (const [place, { id, level }] of team.people.entries()) {
    const lead = { link: round.links[place] ?? '', level, answers: answers.get(id) ?? {} }
    await answerAs(server.baseUrl, lead, instrument)
  }
  const { consultant, roundPath } = round
  await consultant.send(await consultant.open(roundPath), [], 'close')
  await publishRound(consultant, roundPath)
  // A screen that is still fading in has colours of its own for the moment.
  wall = await visit(browser, { viewport: DESKTOP, reducedMotion: 'reduce' })
  page = wall.page
  await page.goto(`${server.baseUrl}/sign-in`)
  await page.locator('[name="email"]').fill(CONSULTANT.email)
  await page.locator('[name="password"]').fill(CONSULTANT.password)
  await press(page, 'Sign in')
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

// One story: each test goes on where the one before it stopped, and after a failure there is no way on.
let stopped = false
beforeEach(({ skip }) => skip(stopped, 'an earlier step failed'))
afterEach(({ task }) => {
  stopped ||= task.result?.state === 'fail'
})

const where = () => page.locator('[data-where]').textContent()
const saved = () => page.locator('[data-saved]').textContent()

/** Presses keys until the screen is the one that is looked for. */
async function goTo(part: string): Promise<void> {
  const steps = await page.locator('[data-step]').count()
  for (let step = 0; step <= steps; step++) {
    if ((await where())?.startsWith(part)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`there is no screen "${part}"`)
}

test('a keyboard alone leads through the whole debrief, one screen after the other', async () => {
  await page.goto(`${server.baseUrl}${round.roundPath}/debrief`)
  await page.locator('main.one-by-one').waitFor()
  const steps = await page.locator('[data-step]').count()
  expect(steps).toBeGreaterThan(8)
  const seen: string[] = []
  for (let step = 0; step < steps; step++) {
    expect(await page.locator('[data-step]:visible').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-step'))).toBe(true)
    seen.push((await where()) ?? '')
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : ' ')
  }
  expect(new Set(seen).size).toBe(steps)
  expect(await where()).toMatch(/^To close/)
  await page.keyboard.press('Home')
  expect(await where()).toMatch(/^Start/)
  await page.keyboard.press('1')
  expect(await where()).toMatch(/^Finding 1 · Guess/)
})

test('the keys are told on a question mark, and letters can be switched off', async () => {
  await page.keyboard.press('?')
  await page.locator('dialog[open]').waitFor()
  await expectSound(page)
  await tabUntil(page, ({ type }) => type === 'checkbox')
  await page.keyboard.press(' ')
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  const before = await where()
  await page.keyboard.press('0')
  expect(await where()).toBe(before)
  await page.locator('[data-go="help"]').click()
  await page.locator('[data-letters]').check()
  await page.keyboard.press('Escape')
})

test('the room guesses before it is shown, and is told how far off it was', async () => {
  await page.keyboard.press('1')
  await tabUntil(page, ({ tag, name }) => tag === 'input' && name === '')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  expect(await where()).toMatch(/^Finding 1 · What the answers say/)
  const told = await page.locator('[data-guessed]:visible').textContent()
  expect(told).toMatch(/You guessed 100: \d+ points? more than the answers say|within the range/)
  for (const part of [
    'The answer · 3',
    'Finding 1 · What',
    'Finding 1 · Talk',
    'Finding 1 · Decide',
    'To close',
  ]) {
    await page.keyboard.press('Home')
    await goTo(part)
    await expectSound(page)
  }
})

test('it goes on without a network, and what is decided meanwhile arrives when there is one again', async () => {
  await page.keyboard.press('Home')
  await wall.context.setOffline(true)
  await goTo('Finding 1 · Decide')
  await tabUntil(page, ({ name }) => name === 'wording')
  await page.keyboard.press('Control+A')
  await page.keyboard.type(DECISION)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Chair')
  await page.keyboard.press('Control+Enter')
  await page.getByText('0 saved, 1 waiting: no network').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  expect(await page.locator('[data-decided]').textContent()).toContain(`${DECISION} · Chair`)
  expect(await page.locator('[data-decided]').textContent()).toContain('waiting to be sent')
  await page.keyboard.press('Home')
  await goTo('To close')
  await wall.context.setOffline(false)
  await page.getByText('1 saved', { exact: true }).waitFor()
  expect(await saved()).toBe('1 saved')
})

test('another decision gets another form, and a second sending changes nothing', async () => {
  await page.keyboard.press('End')
  await tabUntil(page, ({ name, value }) => name === 'wording' && value === '')
  await page.keyboard.type('Meet every Monday')
  await page.keyboard.press('Control+Enter')
  await page.getByText('2 saved', { exact: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  expect(await page.locator('[data-more] form').count()).toBe(2)
  await expectSound(page)
  await page.reload()
  await page.locator('main.one-by-one').waitFor()
  expect(await saved()).toBe('2 saved')
  expect(await page.locator('[data-decided] li').allTextContents()).toEqual([
    expect.stringContaining(`${DECISION} · Chair`),
    'Meet every Monday · nobody named yet · no day set',
  ])
})

test('without a script every screen stands on one page, and its forms work', async () => {
  const { context, page: plain } = await visit(browser, {
    javaScriptEnabled: false,
    storageState: await wall.context.storageState(),
  })
  await plain.goto(`${server.baseUrl}${round.roundPath}/debrief`)
  const steps = await plain.locator('[data-step]').count()
  expect(await plain.locator('[data-step]:visible').count()).toBe(steps)
  const form = plain.locator('#closing form').last()
  await form.locator('[name="wording"]').fill('Read the page aloud')
  await form.getByRole('button').click()
  await plain.waitForURL('**/debrief#closing')
  expect(await plain.locator('[data-decided]').textContent()).toContain('Read the page aloud')
  await context.close()
})

/** A lead's phone in the room: from the personal link to the vote. */
async function voteOn(link: string, point: string): Promise<{ context: BrowserContext; phone: Page }> {
  const { context, page: phone } = await visit(browser, { viewport: PHONE, javaScriptEnabled: false })
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Start' }).click()
  await phone.getByRole('button', { name: 'Yes, that is me' }).click()
  await phone.waitForURL('**/answer/revote')
  await phone.locator(`[name="tiebreak"][value="${point}"]`).check()
  await phone.getByRole('button', { name: 'Send my vote' }).click()
  await phone.getByRole('heading', { name: 'Your vote is in' }).waitFor()
  return { context, phone }
}

test('four phones vote again by the same links, without a script; the result is shown when it is closed', async () => {
  await page.goto(`${server.baseUrl}${round.roundPath}/revote`)
  await page.locator('[name="item"][value="tiebreak"]').check()
  await press(page, 'Open the vote')
  await expectSound(page)
  const seniors = round.links.filter((_, place) => team.people[place]?.level === 'senior')
  const [first = '', ...others] = seniors
  const look = await visit(browser, { viewport: PHONE })
  await look.page.goto(first)
  await expectSound(look.page)
  await look.page.getByRole('button', { name: 'Start' }).click()
  await expectSound(look.page)
  await look.page.getByRole('button', { name: 'Yes, that is me' }).click()
  await look.page.waitForURL('**/answer/revote')
  await expectSound(look.page)
  await look.context.close()
  for (const link of others) await (await voteOn(link, '4')).context.close()
  await page.getByText('Fewer than four have voted.').waitFor()
  const last = await voteOn(first, '4')
  await page.getByText('Four or more have voted.').waitFor()
  expect(await page.getByText('Here, in the room').count()).toBe(0)
  await press(page, 'Close the vote and show the result')
  await expectSound(page)
  const result = await page.locator('.votes-level').first().textContent()
  console.log(`the result of four votes: ${result}`)
  expect(result).toMatch(/Agreement 100 of 100 \(four people/)
  expect(result).toMatch(/Agreement went from \d+ to 100 of 100: inside the noise/)
  await last.phone.goto(first)
  expect(await last.phone.locator('h1').textContent()).toContain('closed')
  await last.context.close()
})

test('no page broke a rule of the browser, and only the missing network was missed', () => {
  const expected = /ERR_INTERNET_DISCONNECTED/
  expect(wall.faults.filter((fault) => !expected.test(fault))).toEqual([])
})
