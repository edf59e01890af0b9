import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#scripts/launch-chromium.ts'
import type { FaultCheck } from './fault.ts'
import { type Cut, type FaultProxy, startProxy } from './fault-proxy.ts'
import { SECTION, signedInPage, stateOf, storedLines, waitForState } from './open-page.ts'
import { inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

const ITEM = 'priorities'
/** A save of one line takes more bytes than this, so that every cut falls into one. */
const LONGEST = { request: 780, reply: 700 }
const BROKEN_WITHIN_MS = 60_000
const STATE_WITHIN_MS = 2000
const SAVED_WITHIN_MS = 5000
const NOT_SAVED = /^Not saved yet, \d+ answers? waiting\. /

/** The connection breaks at any byte of a save, while the person goes on typing. */
export const networkCut: FaultCheck = {
  name: 'network-cut',
  promise: 'no letter is lost where the network breaks, and the page says what waits',
  run: async (length) => {
    const lanes = length === 'long' ? 4 : 2
    const cuts = length === 'long' ? 200 : 4
    const browser = await launchChromium()
    try {
      const lane = (number: number) => playLane(browser, number, cuts / lanes)
      return summary((await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))).flat())
    } finally {
      await browser.close()
    }
  },
}

interface Played {
  cut: Cut
  lost: number
  /** Until the page said that something waits, and from the network's return until all was saved. */
  saidAfterMs: number
  savedAfterMs: number
  faults: string[]
}

interface Lane {
  page: Page
  proxy: FaultProxy
  dataDir: string
  place: Place
}

/** A server of its own, since its address is that of the network in front of it. */
function playLane(browser: Browser, lane: number, cuts: number): Promise<Played[]> {
  return inScratch(async (dataDir) => {
    const [place] = (await seedRounds(dataDir, { leads: 1 })).rounds.confidential.places
    if (!place) throw new Error('nobody to answer')
    let port = 0
    const proxy = await startProxy(() => port)
    const server = await startServer({ dataDir, environment: { PLUMBLINE_BASE_URL: proxy.url } })
    port = Number(new URL(server.baseUrl).port)
    const { context, page, faults } = await signedInPage(browser, proxy.url, place)
    const played: Played[] = []
    try {
      await page.goto(proxy.url + SECTION)
      for (let number = 0; number < cuts; number += 1) {
        const one = await playCut({ page, proxy, dataDir, place }, cutOf(lane, number))
        played.push({ ...one, faults: [...one.faults, ...faults.splice(0)] })
      }
    } finally {
      await context.close()
      await server.kill('SIGTERM')
      await proxy.stop()
    }
    return played
  })
}

/** Spread over the bytes of a save, each place another one. */
function cutOf(lane: number, number: number): Cut {
  const way = number % 2 === 0 ? 'request' : 'reply'
  return { in: way, afterBytes: (number * 61 + lane * 17) % LONGEST[way] }
}

async function playCut({ page, proxy, dataDir, place }: Lane, cut: Cut): Promise<Played> {
  const field = page.locator(`[name="${ITEM}.1"]`)
  const faults: string[] = []
  const words = `Cut in ${cut.in} at ${cut.afterBytes}`
  const broken = proxy.cut(cut)
  await field.fill(words)
  await field.dispatchEvent('change')
  await Promise.race([broken, tooLate(`${words}: the save was over before it`)])
  const since = performance.now()
  await field.pressSequentially(', and on it goes')
  const said = await waitForState(page, ['Not saved yet'])
  const saidAfterMs = performance.now() - since
  if (!NOT_SAVED.test(said)) faults.push(`${words}: the page said "${said}"`)
  const typed = await field.inputValue()
  proxy.heal()
  const healed = performance.now()
  await waitForState(page, ['Saved'], 40_000)
  const savedAfterMs = performance.now() - healed
  const stored = storedLines(dataDir, place, ITEM)
  const lost = stored === typed && typed === `${words}, and on it goes` ? 0 : typed.length
  if (lost > 0)
    faults.push(`${words}: typed "${typed}", stored "${stored}", the page says ${await stateOf(page)}`)
  return { cut, lost, saidAfterMs, savedAfterMs, faults }
}

async function tooLate(words: string): Promise<never> {
  await sleep(BROKEN_WITHIN_MS, undefined, { ref: false })
  throw new Error(words)
}

function summary(played: readonly Played[]) {
  const worst = (of: (one: Played) => number) => Math.round(Math.max(...played.map(of)))
  const lost = played.reduce((sum, one) => sum + one.lost, 0)
  const late = played.filter(
    ({ saidAfterMs, savedAfterMs }) => saidAfterMs > STATE_WITHIN_MS || savedAfterMs > SAVED_WITHIN_MS,
  )
  const requests = played.filter(({ cut }) => cut.in === 'request').length
  return {
    figures: `${played.length} cuts (${requests} in the request), ${lost} characters lost; the state said so after at most ${worst((one) => one.saidAfterMs)} ms, saved at most ${worst((one) => one.savedAfterMs)} ms after the return; ${late.length} later than ${STATE_WITHIN_MS} or ${SAVED_WITHIN_MS} ms`,
    faults: played.flatMap((one) => one.faults),
  }
}
