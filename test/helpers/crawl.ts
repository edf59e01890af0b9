import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { DESKTOP, PHONE } from './visit.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Colours are all that changes with the scheme. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** What is wrong with the open page: in both schemes, wide and narrow, with everything folded out. */
export async function faultsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const faults: string[] = []
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size)
    await setScheme(page, 'light')
    faults.push(...(await violations(page, { type: 'tag', values: WCAG })).map(at(page, size, 'light')))
    await setScheme(page, 'dark')
    faults.push(...(await violations(page, { type: 'rule', values: COLOURS })).map(at(page, size, 'dark')))
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  if (width > PHONE.width) faults.push(at(page, PHONE, 'light')(`is ${width} px wide`))
  return faults
}

/** Colours fade from one scheme to the other: what counts is where they end. */
async function setScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => {
    document.body.getBoundingClientRect()
    for (const animation of document.getAnimations()) animation.finish()
  })
}

function at(page: Page, { width }: { width: number }, scheme: string) {
  return (fault: string) => `${new URL(page.url()).pathname} at ${width} px, ${scheme}: ${fault}`
}

interface RunOnly {
  type: 'tag' | 'rule'
  values: string[]
}

function violations(page: Page, runOnly: RunOnly): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe }
    // Left out by default, though it belongs to WCAG 2.2.
    const rules: Record<string, { enabled: boolean }> =
      runOnly.type === 'tag' ? { 'target-size': { enabled: true } } : {}
    const found = await axe.run(document, { runOnly, rules, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => {
      const [first] = nodes
      return `${id} (${nodes.length}): ${first?.html.slice(0, 200)} ${first?.any[0]?.message.slice(0, 200) ?? ''}`
    })
  }, runOnly)
}

interface Axe {
  run(
    where: Document,
    options: { runOnly: RunOnly; rules: Record<string, { enabled: boolean }>; resultTypes: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[] }>
}
