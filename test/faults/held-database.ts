import { setTimeout as sleep } from 'node:timers/promises'
import { openNative } from '#db/native.ts'
import { PATIENCE_MS } from '#db/patience.ts'
import type { FaultCheck } from './fault.ts'
import { saveLine } from './lead-browser.ts'
import { quantile } from './quantile.ts'
import { rowsOf } from './read-rows.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { type Place, seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

const WAITING = 100

/** A copy tool, say, that takes the lock for writing and keeps it. */
export const heldDatabase: FaultCheck = {
  name: 'held-database',
  promise: 'while another program holds the database, reading goes on and saving asks to be tried again',
  run: (length) =>
    inScratch(async (dataDir) => {
      const holds = length === 'long' ? [500, 2000, 30_000] : [500, 1500]
      const { places } = (await seedRounds(dataDir, { leads: WAITING })).rounds.confidential
      const server = await startServer({ dataDir })
      const held: Held[] = []
      try {
        for (const ms of holds) held.push(await hold({ dataDir, baseUrl: server.baseUrl, places }, ms))
      } finally {
        await server.kill('SIGTERM')
      }
      return {
        figures: held.map(({ figures }) => figures).join('; '),
        faults: held.flatMap(({ faults }) => faults),
      }
    }),
}

interface Scene {
  dataDir: string
  baseUrl: string
  places: readonly Place[]
}

interface Held {
  figures: string
  faults: string[]
}

/** Every lead saves at once and goes on trying until it is done; somebody reads pages all the while. */
async function hold({ dataDir, baseUrl, places }: Scene, ms: number): Promise<Held> {
  const known = textsOf(dataDir)
  await readPage(baseUrl, places)
  const stranger = await openNative(databaseIn(dataDir))
  stranger.exec('begin immediate')
  let over = false
  const reads: number[] = []
  const statuses = new Set<number>()
  const reading = (async () => {
    while (!over) {
      const started = performance.now()
      statuses.add(await readPage(baseUrl, places))
      reads.push(performance.now() - started)
      await sleep(20)
    }
  })()
  const answered = ms > PATIENCE_MS ? answerWhileHeld(baseUrl, places) : []
  const saving = places.map((place) => {
    const revision = known.get(place.participationId)?.revision ?? 0
    return saveUntilDone(baseUrl, place, { text: `held for ${ms} ms`, revision })
  })
  const [faults] = await Promise.all([answered, sleep(ms)])
  stranger.exec('rollback')
  stranger.close()
  over = true
  await reading
  const saved = await Promise.all(saving)
  return judge(ms, { faults, saved, reads, statuses, stored: textsOf(dataDir), expected: places.length })
}

async function readPage(baseUrl: string, places: readonly Place[]): Promise<number> {
  const headers = { cookie: places[0]?.cookie ?? '', accept: 'text/html', connection: 'close' }
  const page = await fetch(`${baseUrl}/answer/this-quarter`, { headers })
  await page.text()
  return page.status
}

/** The answer says when to come back. */
async function answerWhileHeld(baseUrl: string, places: readonly Place[]): Promise<string[]> {
  const { status, headers } = await fetch(`${baseUrl}/answer/this-quarter/save`, {
    method: 'POST',
    body: new URLSearchParams({ 'stops.1': 'Held', 'stops.revision': '0' }),
    headers: { accept: 'application/json', cookie: places.at(-1)?.cookie ?? '', origin: baseUrl },
  })
  const said = [status, headers.get('retry-after')].join(' ')
  return said === '503 2' ? [] : [`a save was answered ${said} (status, Retry-After)`]
}

interface Saved {
  asked: number
  noReply: number
  faults: string[]
  /** How long the server took to say that it is busy. */
  longestMs: number
}

/** As the questionnaire's script does: again after a while, with the revision that the page has. */
async function saveUntilDone(
  baseUrl: string,
  place: Place,
  { text, revision }: { text: string; revision: number },
): Promise<Saved> {
  const saved: Saved = { asked: 0, noReply: 0, faults: [], longestMs: 0 }
  for (;;) {
    const started = performance.now()
    const outcome = await saveLine(baseUrl, place, { itemId: 'priorities', text, revision })
    saved.longestMs = Math.max(saved.longestMs, performance.now() - started)
    if (outcome.kind === 'acknowledged') return saved
    // A connection that was kept may be closed just as it is used: the page's script tries again then, too.
    if (outcome.kind === 'no-reply' && saved.noReply++ < 3) continue
    if (outcome.kind !== 'refused' || outcome.status !== 503) {
      saved.faults.push(`a save ended with ${JSON.stringify(outcome).slice(0, 200)}`)
      return saved
    }
    saved.asked += 1
    if (/SQLITE/i.test(outcome.text)) saved.faults.push(`the database's own words: ${outcome.text}`)
    await sleep(2000)
  }
}

function textsOf(dataDir: string): Map<string, { answer: string; revision: number }> {
  const sql = "select participation_id as id, answer, revision from draft where item_id = 'priorities'"
  const rows = rowsOf<{ id: string; answer: string; revision: number }>(dataDir, sql)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

interface Evidence {
  faults: readonly string[]
  saved: readonly Saved[]
  reads: readonly number[]
  statuses: ReadonlySet<number>
  stored: ReadonlyMap<string, { answer: string }>
  expected: number
}

function judge(ms: number, { faults: before, saved, reads, statuses, stored, expected }: Evidence): Held {
  const faults = [...before, ...saved.flatMap((one) => one.faults)]
  for (const status of statuses) if (status !== 200) faults.push(`a page was answered ${status} meanwhile`)
  const there = [...stored.values()].filter(({ answer }) => answer.includes(`held for ${ms} ms`)).length
  if (there !== expected) faults.push(`${expected - there} of ${expected} acknowledged saves are not stored`)
  const asked = saved.reduce((sum, one) => sum + one.asked, 0)
  const longest = Math.round(Math.max(...saved.map(({ longestMs }) => longestMs)))
  const figures = `held ${ms / 1000} s: ${expected} saves, ${asked} answered 503 (after at most ${longest} ms), ${expected - there} lost, ${reads.length} pages read, p99 ${quantile(reads, 0.99)} ms, longest ${quantile(reads, 1)} ms`
  return { figures, faults }
}
