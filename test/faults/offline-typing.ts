import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { FaultCheck } from './fault.ts'
import { SECTION, signedInPage, stateOf, storedLines, waitForState } from './open-page.ts'
import { inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

const ITEMS = ['priorities', 'stops'] as const
const PER_CHARACTER_MS = 200

/** A train goes through a tunnel while somebody types at five characters a second. */
export const offlineTyping: FaultCheck = {
  name: 'offline-typing',
  promise: 'what is typed without a network waits, is counted, and is saved when there is one',
  run: (length) =>
    inScratch(async (dataDir) => {
      const seconds = length === 'long' ? 60 : 3
      const [place] = (await seedRounds(dataDir, { leads: 1 })).rounds.confidential.places
      if (!place) throw new Error('nobody to answer')
      const server = await startServer({ dataDir })
      const browser = await launchChromium()
      try {
        const { context, page, faults } = await signedInPage(browser, server.baseUrl, place)
        await page.goto(server.baseUrl + SECTION)
        const found = await throughTheTunnel({ context, page, dataDir, place }, seconds)
        return { ...found, faults: [...faults, ...found.faults] }
      } finally {
        await browser.close()
        await server.kill('SIGTERM')
      }
    }),
}

interface Traveller {
  context: BrowserContext
  page: Page
  dataDir: string
  place: Place
}

async function throughTheTunnel({ context, page, dataDir, place }: Traveller, seconds: number) {
  const faults: string[] = []
  await context.setOffline(true)
  const since = performance.now()
  let saidAfterMs = Number.NaN
  const watching = waitForState(page, ['Not saved yet']).then(() => {
    saidAfterMs = performance.now() - since
  })
  const letters = Math.round((seconds * 1000) / PER_CHARACTER_MS / ITEMS.length)
  const texts = ITEMS.map((itemId) => wordsOf(itemId, letters))
  for (const [index, itemId] of ITEMS.entries()) {
    const field = page.locator(`[name="${itemId}.1"]`)
    await field.pressSequentially(texts[index] ?? '', { delay: PER_CHARACTER_MS, timeout: 120_000 })
    await field.blur()
  }
  await watching
  await waitForState(page, ['Not saved yet, 2 answers waiting. No connection.'])
  if (!(await asksBeforeLeaving(page))) faults.push('the page could be left without being asked')
  await context.setOffline(false)
  const returned = performance.now()
  await waitForState(page, ['Saved'])
  const savedAfterMs = performance.now() - returned
  const lost = ITEMS.reduce((sum, itemId, index) => {
    const text = texts[index] ?? ''
    return sum + (storedLines(dataDir, place, itemId) === text ? 0 : text.length)
  }, 0)
  if (lost > 0) faults.push(`${lost} characters are not stored; the page says ${await stateOf(page)}`)
  const figures = `${texts.join('').length} characters typed in ${seconds} s without a network, ${lost} lost; the state said so after ${Math.round(saidAfterMs)} ms, saved ${Math.round(savedAfterMs)} ms after the return`
  return { figures, faults }
}

/** At most as long as a line may be. */
function wordsOf(itemId: string, letters: number): string {
  return `${itemId} in the tunnel `.repeat(20).slice(0, Math.min(letters, 140)).trim()
}

async function asksBeforeLeaving(page: Page): Promise<boolean> {
  const asked = page.waitForEvent('dialog', { timeout: 5000 }).then(
    async (dialog) => {
      await dialog.dismiss()
      return dialog.type() === 'beforeunload'
    },
    () => false,
  )
  await page.close({ runBeforeUnload: true })
  return asked
}
