import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { FaultCheck, FaultResult } from './fault.ts'
import { type OpenPage, SECTION, signedInPage, storedLines, waitForState } from './open-page.ts'
import { inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

const ITEM = 'priorities'
const CONFLICT = 'Changed in another window too.'

/** Two browsers of one person write into the same field, one after the other or both at once. */
export const twoTabs: FaultCheck = {
  name: 'two-tabs',
  promise: 'two windows never overwrite one another without asking',
  run: (length) =>
    inScratch(async (dataDir) => {
      const pairs = length === 'long' ? 4 : 2
      const rounds = length === 'long' ? 500 : 4
      const { places } = (await seedRounds(dataDir, { leads: pairs })).rounds.confidential
      const server = await startServer({ dataDir })
      const browser = await launchChromium()
      try {
        const results = await Promise.all(
          places.map((place) =>
            playPair({ browser, baseUrl: server.baseUrl, dataDir, place }, rounds / pairs),
          ),
        )
        return summary(results.flat(), rounds)
      } finally {
        await browser.close()
        await server.kill('SIGTERM')
      }
    }),
}

interface Table {
  browser: Browser
  baseUrl: string
  dataDir: string
  place: Place
}

interface Round {
  atOnce: boolean
  faults: string[]
}

async function playPair(table: Table, rounds: number): Promise<Round[]> {
  const { browser, baseUrl, place } = table
  const windows = [
    await signedInPage(browser, baseUrl, place),
    await signedInPage(browser, baseUrl, place),
  ] as const
  const played: Round[] = []
  for (let number = 0; number < rounds; number += 1) played.push(await playRound(table, windows, number))
  await Promise.all(windows.map(({ context }) => context.close()))
  return played
}

async function playRound(
  { baseUrl, dataDir, place }: Table,
  windows: readonly [OpenPage, OpenPage],
  number: number,
): Promise<Round> {
  const faults: string[] = []
  const atOnce = number % 2 === 1
  const pages = windows.map(({ page }) => page) as [Page, Page]
  const texts = [`First window, round ${number}`, `Second window, round ${number}`] as const
  await Promise.all(pages.map((page) => page.goto(baseUrl + SECTION)))
  const said = atOnce
    ? await Promise.all(pages.map((page, index) => write(page, texts[index] ?? '')))
    : [await write(pages[0], texts[0]), await write(pages[1], texts[1])]
  const winner = said.indexOf('Saved')
  if (winner < 0 || said[1 - winner] !== CONFLICT) faults.push(`round ${number}: the windows said ${said}`)
  const kept = texts[winner] ?? ''
  const stands = storedLines(dataDir, place, ITEM)
  if (stands !== kept) faults.push(`round ${number}: "${kept}" was acknowledged, "${stands}" is stored`)
  const loser = 1 - winner
  const chooseTyped = number % 4 < 2
  const shown = await resolve(pages[loser] ?? pages[0], chooseTyped)
  for (const text of texts)
    if (!shown.some((one) => one.includes(text))) faults.push(`round ${number}: "${text}" was not shown`)
  const chosen = chooseTyped ? texts[loser] : kept
  const after = storedLines(dataDir, place, ITEM)
  if (after !== chosen) faults.push(`round ${number}: "${chosen}" was chosen, "${after}" is stored`)
  for (const window of windows) faults.push(...window.faults.splice(0))
  return { atOnce, faults }
}

/** Types, leaves the field, and waits for what the page says then. */
async function write(page: Page, text: string): Promise<string> {
  const field = page.locator(`[name="${ITEM}.1"]`)
  await field.fill(text)
  await field.blur()
  const said = await waitForState(page, ['Saved', CONFLICT])
  return said.startsWith(CONFLICT) ? CONFLICT : said
}

/** Presses the button in the window that came second, reads what it is shown, and chooses. */
async function resolve(page: Page, chooseTyped: boolean): Promise<string[]> {
  await page.getByRole('button', { name: /^Save and/ }).click()
  await page.locator('.conflict').first().waitFor()
  const shown = await page.locator('.conflict q').allTextContents()
  const choice = `input[name="${ITEM}.keep"][value${chooseTyped ? '^="typed:"' : '="stored"'}]`
  await page.locator(choice).check()
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.getByRole('button', { name: /^Save and/ }).click(),
  ])
  return shown
}

function summary(played: readonly Round[], rounds: number): FaultResult {
  const atOnce = played.filter((round) => round.atOnce).length
  const faults = played.flatMap((round) => round.faults)
  const figures = `${played.length} of ${rounds} rounds, ${atOnce} at the same moment; ${faults.length} silent overwrites or wrong words`
  return { figures, faults }
}
