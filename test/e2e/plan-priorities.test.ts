import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptSecret } from '#app/http/config.server.ts'
import { addToPlan } from '#app/redesign/plan/change-plan.server.ts'
import { draftRegister } from '#app/redesign/rights/draft-register.ts'
import { openDatabase } from '#db/open-database.ts'
import { freshBuild } from '#scripts/fresh-build.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import { freePort, type RunningServer, runServer } from '#scripts/run-server.ts'
import { pressByKeyboard, tabUntil } from '#test/helpers/keyboard.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { PHONE } from '#test/helpers/visit.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-priorities-'))
let server: RunningServer
let browser: Browser
let context: BrowserContext
let client: SeededClient
let plan: string

beforeAll(async () => {
  freshBuild()
  const port = await freePort()
  const path = join(dataDir, 'plumbline.sqlite')
  const baseUrl = `http://127.0.0.1:${port}`
  const db = await openDatabase(path)
  const config = { baseUrl, databasePath: path, secret: keptSecret(dataDir) }
  client = await seedClient({ db, config } as Parameters<typeof seedClient>[0], { name: 'ada' })
  const changer = { engagementId: client.engagementId, by: 'Ada', on: '2026-03-02' }
  // With the one that is there already: the four situations and four of the team's own.
  const rights = draftRegister(null, []).map(({ right }) => ({ ...right, owner: 'Chief executive' }))
  for (const right of [...rights, ...rights.slice(0, 3)]) await addToPlan(db, changer, 'right', right)
  await db.destroy()
  server = await runServer({ dataDir, port })
  browser = await launchChromium()
  context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, baseURL: baseUrl })
  const [name = '', value = ''] = client.cookies.consultant.split('=')
  await context.addCookies([{ name, value, url: baseUrl }])
  plan = `${baseUrl}/engagements/${client.engagementId}/plan`
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabUntil(page, ({ name }) => name === field)
  await page.keyboard.type(text)
}

test('by keyboard and without JavaScript: a theme becomes a priority, and another one gives way for it', async () => {
  const page = await context.newPage()
  await page.goto(`${plan}/priorities`)
  await pressByKeyboard(page, 'Take over: Win the north')
  await type(page, 'owner', 'Chief executive')
  await type(page, 'tradeOff', 'Trade fairs')
  // The one that is there was added long ago: the cycle runs, though there is room for more.
  await tabUntil(page, ({ name }) => name === 'inPlaceOf')
  await page.keyboard.press('Space')
  await pressByKeyboard(page, 'Add to the plan')
  await page.waitForURL(/priorities$/)
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Win the north'])
  await pressByKeyboard(page, 'Not now')
  expect(await page.getByText('Gave way to “Win the north”').count()).toBe(1)
  await page.close()
})

test('the register with four situations and four of the team\u2019s own prints on one page', async () => {
  const page = await context.newPage()
  await page.goto(`${plan}/rights/print`)
  expect(await page.getByRole('rowheader').count()).toBe(8)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  // A4 upright, in points: the browser rounds to whole pixels.
  expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1)
  expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1)
  await page.close()
})
