import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { RunningServer } from '#scripts/run-server.ts'
import { answerByKeyboard } from '#test/helpers/answer-by-keyboard.ts'
import { enterByLink } from '#test/helpers/answer-in-browser.ts'
import { databaseText } from '#test/helpers/database-text.ts'
import { pressByKeyboard, tabUntil } from '#test/helpers/keyboard.ts'
import { openRound, startServer } from '#test/helpers/open-round.ts'
import { expectSound, visit } from '#test/helpers/visit.ts'

const INSTRUMENT = 'full@1'
const SECTIONS = sectionsFor(findInstrument(INSTRUMENT) ?? ({ sections: [] } as never), 'senior')

let server: RunningServer
let browser: Browser
let links: string[]

beforeAll(async () => {
  server = await startServer()
  ;({ links } = await openRound(server, { privacyMode: 'confidential', instrumentKey: INSTRUMENT }))
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('GET and HEAD on a personal link change nothing, however often a mail scanner comes', async () => {
  const before = databaseText(server.dataDir)
  for (const link of links) {
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
  }
  expect(databaseText(server.dataDir)).toBe(before)
})

test('a link that is not known, and one with a letter changed, get the same page', async () => {
  const strange = await fetch(`${server.baseUrl}/p/p0000000000000000000000000000000A`)
  const changed = await fetch(`${links[0]?.slice(0, -1)}${links[0]?.endsWith('0') ? '1' : '0'}`)
  expect([strange.status, changed.status]).toEqual([404, 404])
  expect(await strange.text()).toBe(await changed.text())
})

test('the first page behind the link weighs at most 25 KB, in at most three requests', async () => {
  const { context, page } = await visit(browser)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const weights: number[] = []
  session.on('Network.loadingFinished', ({ encodedDataLength }) => weights.push(encodedDataLength))
  await page.goto(links[0] ?? '', { waitUntil: 'networkidle' })
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(25_000)
  expect(weights.length).toBeLessThanOrEqual(3)
  await context.close()
})

test('every page of the way is sound, and the browser has nothing to complain about', async () => {
  const { context, page, faults } = await visit(browser)
  await page.goto(links[0] ?? '')
  await expectSound(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL('**/answer')
  await expectSound(page)
  await page.getByRole('button', { name: 'Yes, that is me' }).click()
  await page.getByRole('link', { name: 'Begin' }).waitFor()
  for (const path of ['', ...SECTIONS.map(({ id }) => `/${id}`), '/review']) {
    await page.goto(`${server.baseUrl}/answer${path}`)
    await expectSound(page)
  }
  await page.goto(`${server.baseUrl}/answer/this-quarter`)
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByText('Did you mean to leave this empty?').waitFor()
  await expectSound(page)
  expect(faults).toEqual([])
  await context.close()
})

test('the questionnaire can be answered and handed in by keyboard alone, and the focus is always to be seen', async () => {
  const { context, page, faults } = await visit(browser)
  await page.goto(links[1] ?? '')
  await pressByKeyboard(page, 'Start')
  await tabUntil(page, ({ words }) => words === 'Yes, that is me')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Begin' }).waitFor()
  await pressByKeyboard(page, 'Begin')
  const unseen: string[] = []
  for (const { id } of SECTIONS) {
    expect(new URL(page.url()).pathname).toBe(`/answer/${id}`)
    unseen.push(...(await answerByKeyboard(page)))
  }
  expect(unseen).toEqual([])
  expect(new URL(page.url()).pathname).toBe('/answer/review')
  await pressByKeyboard(page, 'Hand in my answers')
  expect(new URL(page.url()).pathname).toBe('/answer/done')
  expect(faults).toEqual([])
  await context.close()
})

test('what is typed while a reply gets lost is no answer of another window', async () => {
  const { context, page } = await visit(browser)
  await enterByLink(page, links[3] ?? '')
  await page.goto(`${server.baseUrl}/answer/this-quarter`)
  let lost = 0
  await page.route('**/save', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  const field = page.locator('[name="priorities.1"]')
  const state = page.locator('[data-save-state]')
  await field.pressSequentially('Win the north')
  await expect
    .poll(() => state.textContent(), { timeout: 10_000 })
    .toContain('1 answer waiting. No connection.')
  await field.pressSequentially(' and hold it')
  await expect.poll(() => state.textContent(), { timeout: 10_000 }).toBe('Saved')
  await page.reload()
  expect([lost, await field.inputValue()]).toEqual([1, 'Win the north and hold it'])
  await context.close()
})

test('who types without a pause is saved all the same', async () => {
  const { context, page } = await visit(browser)
  await enterByLink(page, links[4] ?? '')
  await page.goto(`${server.baseUrl}/answer/this-quarter`)
  const saving = page.waitForResponse('**/save')
  let typing = true
  void saving.then(() => {
    typing = false
  })
  const field = page.locator('[name="priorities.1"]')
  for (let typed = 0; typing && typed < 100; typed += 1) await field.pressSequentially('x', { delay: 100 })
  expect((await saving).status()).toBe(200)
  expect((await field.inputValue()).length).toBeLessThan(100)
  await context.close()
})

test('lines change places by keyboard and without a mouse, and the order is kept', async () => {
  const { context, page } = await visit(browser)
  await enterByLink(page, links[2] ?? '')
  await page.goto(`${server.baseUrl}/answer/this-quarter`)
  await page.locator('[name="priorities.1"]').fill('Second')
  await page.locator('[name="priorities.2"]').fill('First')
  await page.locator('[name="priorities.2"]').focus()
  await tabUntil(page, ({ words }) => words === 'Move line 2 up')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[name="priorities.1"]').inputValue()).toBe('First')
  await page.goto(`${server.baseUrl}/answer/focus`)
  await page.goto(`${server.baseUrl}/answer/this-quarter`)
  expect(await page.locator('[name="priorities.2"]').inputValue()).toBe('Second')
  await context.close()
})
