import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import clientFile from './demo/client.json' with { type: 'json' }
import { enterClient } from './demo/enter-client.ts'
import { readClient } from './demo/read-client.ts'
import { freshBuild, ROOT } from './fresh-build.ts'
import { launchChromium } from './launch-chromium.ts'
import { runServer } from './run-server.ts'

const FOLDER = join(ROOT, 'docs', 'screenshots')
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
const DESKTOP = { viewport: { width: 1280, height: 960 } }

/** Takes the README's pictures from a demonstration of its own. */
async function main(): Promise<void> {
  freshBuild()
  mkdirSync(FOLDER, { recursive: true })
  const server = await runServer()
  const browser = await launchChromium()
  try {
    const { access } = await enterClient(readClient(clientFile), server)
    await questionnaire(browser, server.baseUrl + access.seniorLink)
    await report(browser, server.baseUrl + access.sponsorLink)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function questionnaire(browser: Browser, link: string): Promise<void> {
  const page = await (await browser.newContext(PHONE)).newPage()
  await page.goto(link)
  await save(page, 'welcome-phone')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Yes, that is me' }).click()
  await page.getByRole('link', { name: 'Begin' }).click()
  await page.locator('[name="priorities.1"]').fill('Install in 8 weeks')
  await page.locator('[name="priorities.2"]').fill('Launch Aero')
  await page.locator('[name="priorities.2"]').blur()
  await page.getByText('Saved', { exact: true }).waitFor()
  await save(page, 'questionnaire-phone')
}

async function report(browser: Browser, link: string): Promise<void> {
  const page = await (await browser.newContext(DESKTOP)).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Open the report' }).click()
  await page.waitForURL('**/report')
  await page.evaluate(() => document.fonts.ready)
  await page
    .getByRole('heading', { name: /signals/ })
    .first()
    .evaluate((heading) => heading.scrollIntoView())
  await save(page, 'report-desktop')
  await page
    .getByRole('heading', { name: /leaders named/ })
    .first()
    .evaluate((heading) => heading.scrollIntoView())
  await save(page, 'report-priorities-desktop')
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path })
  console.log(path)
}

await main()
