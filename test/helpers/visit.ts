import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }

/** Somebody's browser, with all that went wrong in it. */
export interface Visit {
  context: BrowserContext
  page: Page
  /** Errors in the console, uncaught exceptions, violations of the content security policy, failed requests. */
  faults: string[]
}

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, ...options })
  const faults: string[] = []
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`violates ${event.violatedDirective}: ${event.blockedURI}`)
    })
  })
  context.on('page', (page) => {
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      // Leaving a page ends what it was still loading; that is no failure.
      if (reason !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${reason}`)
    })
  })
  return { context, page: await context.newPage(), faults }
}

/** Presses a button that leads to another page, and waits for that page. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const next = page.waitForEvent('domcontentloaded')
  await page.getByRole('button', { name }).click()
  await next
}

/** Nothing serious or critical for axe, and nothing to scroll sideways on a phone. */
export async function expectSound(page: Page): Promise<void> {
  expect(await seriousFaults(page), `axe on ${page.url()}`).toEqual([])
  const size = page.viewportSize() ?? DESKTOP
  await page.setViewportSize(PHONE)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} is wider than a phone`).toBeLessThanOrEqual(PHONE.width)
  await page.setViewportSize(size)
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    const { violations } = await axe.run()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string }[] }[]
}
