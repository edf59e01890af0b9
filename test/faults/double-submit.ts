import type { FaultCheck } from './fault.ts'
import { startProxy } from './fault-proxy.ts'
import { saveLine } from './lead-browser.ts'
import { rowOf } from './read-rows.ts'
import { inScratch } from './scratch.ts'
import { type Place, type SeededRound, seedRounds } from './seeded-round.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const AT_ONCE = 50

/** The button pressed fifty times at once, and again after a reply that never came. */
export const doubleSubmit: FaultCheck = {
  name: 'double-submit',
  promise: 'handing in twice is handing in once, and both look the same',
  run: (length) =>
    inScratch(async (dataDir) => {
      const people = length === 'long' ? 20 : 2
      const { rounds } = await seedRounds(dataDir, { leads: people * 2 })
      const server = await startServer({ dataDir })
      const faults: string[] = []
      try {
        for (const round of [rounds.confidential, rounds.unlinked]) {
          for (const place of round.places.slice(0, people))
            faults.push(...(await pressFiftyTimes(server, dataDir, round, place)))
          for (const place of round.places.slice(people))
            faults.push(...(await pressAfterLostReply(server, dataDir, round, place)))
        }
      } finally {
        await server.kill('SIGTERM')
      }
      const figures = `${2 * people} leads x ${AT_ONCE} submits at once, ${2 * people} retries after a lost reply (linked and unlinked): ${faults.length} rows or outcomes too many`
      return { figures, faults }
    }),
}

async function pressFiftyTimes(
  { baseUrl }: ServerProcess,
  dataDir: string,
  round: SeededRound,
  place: Place,
): Promise<string[]> {
  const before = submissionsOf(dataDir, round)
  await saveLine(baseUrl, place, { itemId: 'priorities', text: 'Win the north', revision: 0 })
  const outcomes = await Promise.all(Array.from({ length: AT_ONCE }, () => handIn(baseUrl, place)))
  return judge(outcomes, submissionsOf(dataDir, round) - before)
}

/** The network swallows the reply; the person presses again. */
async function pressAfterLostReply(
  { baseUrl }: ServerProcess,
  dataDir: string,
  round: SeededRound,
  place: Place,
): Promise<string[]> {
  const before = submissionsOf(dataDir, round)
  await saveLine(baseUrl, place, { itemId: 'priorities', text: 'Win the north', revision: 0 })
  const proxy = await startProxy(() => Number(new URL(baseUrl).port))
  const cut = proxy.cut({ in: 'reply', afterBytes: 0 })
  const lost = await handIn(proxy.url, place, baseUrl).then(
    (outcome) => [`the reply was to be lost, but it came: ${outcome}`],
    () => [],
  )
  await cut
  proxy.heal()
  const again = await handIn(proxy.url, place, baseUrl)
  await proxy.stop()
  return [...lost, ...judge([again], submissionsOf(dataDir, round) - before)]
}

/** Status, address and page that follow when a lead presses the button. */
async function handIn(url: string, { cookie }: Place, origin = url): Promise<string> {
  const headers = { accept: 'text/html', cookie, origin, connection: 'close' }
  const body = new URLSearchParams({ final: 'yes' })
  const reply = await fetch(`${url}/answer/review`, { method: 'POST', body, headers, redirect: 'manual' })
  await reply.text()
  return `${reply.status} ${reply.headers.get('location')}`
}

function judge(outcomes: readonly string[], rows: number): string[] {
  const faults: string[] = []
  const different = [...new Set(outcomes)]
  if (different.length > 1 || !/^303 \/answer\/(done|leave\?handed-in)/.test(different[0] ?? ''))
    faults.push(`outcomes: ${different.map((one) => `${one} (${outcomes.filter((o) => o === one).length})`)}`)
  if (rows !== 1) faults.push(`${rows} submissions of one lead`)
  return faults
}

function submissionsOf(dataDir: string, { roundId }: SeededRound): number {
  const sql = 'select count(*) as number from submission where round_id = ?'
  return rowOf<{ number: number }>(dataDir, sql, roundId)?.number ?? 0
}
