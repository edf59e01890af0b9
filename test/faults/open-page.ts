import type { Browser, BrowserContext, Page } from 'playwright-core'
import { rowOf } from './read-rows.ts'
import type { Place } from './seeded-round.ts'

export const SECTION = '/answer/this-quarter'

/** A lead at a questionnaire's page, with all that must never be shown to them. */
export interface OpenPage {
  context: BrowserContext
  page: Page
  /** Answers of status 500, and words of the database's own on a page. */
  faults: string[]
}

/** Signs a browser in at a place. The page is not opened yet. */
export async function signedInPage(browser: Browser, baseUrl: string, place: Place): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = place.cookie.split('=')
  await context.addCookies([{ name, value, url: baseUrl }])
  const page = await context.newPage()
  const faults: string[] = []
  page.on('response', async (response) => {
    if (response.status() === 500) faults.push(`status 500 from ${response.url()}`)
    if (response.status() === 503 && /SQLITE/i.test(await response.text().catch(() => '')))
      faults.push(`the database's own words from ${response.url()}`)
  })
  return { context, page, faults }
}

/** What the page says about saving. */
export async function stateOf(page: Page): Promise<string> {
  return (await page.locator('[data-save-state]').textContent()) ?? ''
}

/** Waits until the page says something that begins like one of these, and gives it. */
export async function waitForState(page: Page, beginnings: readonly string[], ms = 15_000): Promise<string> {
  const said = await page.waitForFunction(
    (wanted) => {
      const words = document.querySelector('[data-save-state]')?.textContent ?? ''
      return wanted.some((beginning) => words.startsWith(beginning)) && words
    },
    beginnings,
    { timeout: ms, polling: 20 },
  )
  return String(await said.jsonValue())
}

/** The lines that stand in the database for a lead's item, one below the other. */
export function storedLines(dataDir: string, { participationId }: Place, itemId: string): string {
  const row = rowOf<{ answer: string }>(
    dataDir,
    'select answer from draft where participation_id = ? and item_id = ?',
    participationId,
    itemId,
  )
  const { value } = JSON.parse(row?.answer ?? '{}') as { value?: { lines: { text: string }[] } }
  return (value?.lines ?? []).map(({ text }) => text).join('\n')
}
