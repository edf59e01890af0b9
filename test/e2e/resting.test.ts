import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { RunningServer } from '#scripts/run-server.ts'
import { enterByLink } from '#test/helpers/answer-in-browser.ts'
import { openRound, startServer } from '#test/helpers/open-round.ts'
import { visit } from '#test/helpers/visit.ts'

let server: RunningServer
let browser: Browser
let links: string[]

beforeAll(async () => {
  server = await startServer()
  ;({ links } = await openRound(server, { privacyMode: 'confidential', instrumentKey: 'quick-scan@1' }))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a script that is told to rest keeps what was typed, says so, and saves after the rest', async () => {
  const { context, page } = await visit(browser)
  await enterByLink(page, links[0] ?? '')
  await page.goto(`${server.baseUrl}/answer`)
  await page.locator('a[href^="/answer/"]').first().click()
  const sent: number[] = []
  await page.route('**/save', async (route) => {
    sent.push(performance.now())
    if (sent.length > 1) return route.continue()
    const headers = { 'Retry-After': '5', 'Content-Type': 'application/json' }
    return route.fulfill({ status: 429, headers, body: '{}' })
  })
  const field = page.locator('form[data-autosave] input[type="text"], form[data-autosave] textarea').first()
  await field.fill('Kept while resting')
  const state = page.locator('[data-save-state]')
  await expect
    .poll(() => state.textContent(), { timeout: 30_000 })
    .toContain('Not saved yet, 1 answer waiting')
  await field.press('End')
  await field.pressSequentially(' and longer')
  expect(sent).toHaveLength(1)
  await expect.poll(() => state.textContent(), { timeout: 60_000 }).toBe('Saved')
  expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeGreaterThan(4500)
  await page.unrouteAll()
  await page.reload()
  expect(await field.inputValue()).toBe('Kept while resting and longer')
  await context.close()
})
