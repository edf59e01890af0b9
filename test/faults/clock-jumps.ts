import { join } from 'node:path'
import { keptSecret } from '#app/http/config.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { type FakedClock, fakedClock } from './faked-clock.ts'
import type { FaultCheck } from './fault.ts'
import { handIn, saveLine } from './lead-browser.ts'
import { rowOf, rowsOf } from './read-rows.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** The server's clock is set wrong, set right, and jumps while it runs. */
export const clockJumps: FaultCheck = {
  name: 'clock-jumps',
  promise: 'order does not hang on the clock, links end by it, and a closed round stays closed',
  tools: ['faketime'],
  run: (length) =>
    inScratch(async (scratch) => {
      const offsets = length === 'long' ? ['+1d', '-1d', '-90d'] : ['-90d']
      const faults: string[] = []
      const expected = await answersUnder(scratch, '+0', faults)
      for (const offset of offsets)
        if ((await answersUnder(scratch, offset, faults)) !== expected)
          faults.push(`at ${offset} other answers are stored than with the right clock`)
      faults.push(...(await linksUnder(scratch)), ...(await closedRoundUnder(scratch)))
      const figures = `${offsets.length} jumps (${offsets.join(', ')}) in mid-round, ${faults.length} differences; links and sessions end and return with the clock; a round that ended by itself is closed at -90d`
      return { figures: faults.length > 0 ? `${offsets.length} jumps tried` : figures, faults }
    }),
}

/** Six people answer and hand in, and the clock jumps after their first save. Gives all that is stored but ids and dates. */
async function answersUnder(scratch: string, offset: string, faults: string[]): Promise<string> {
  const dataDir = join(scratch, `answers${offset}`)
  const { places } = (await seedRounds(dataDir, { leads: 6 })).rounds.confidential
  return withClock(scratch, dataDir, async ({ baseUrl }, clock) => {
    for (const [index, place] of places.entries()) {
      const save = (text: string, revision: number) =>
        saveLine(baseUrl, place, { itemId: 'priorities', text: `${text} of ${index}`, revision })
      const first = await save('First', 0)
      clock.set(offset)
      const second = await save('Second', 1)
      const stale = await save('Stale', 1)
      clock.set('+0')
      const third = await save('Third', 2)
      if (first.kind !== 'acknowledged' || second.kind !== 'acknowledged' || third.kind !== 'acknowledged')
        faults.push(`at ${offset} a save was not taken: ${JSON.stringify([first, second, third])}`)
      if (stale.kind === 'acknowledged') faults.push(`at ${offset} an old page overwrote a newer answer`)
      clock.set(offset)
      const done = await handIn(baseUrl, place)
      if (done.kind !== 'acknowledged') faults.push(`at ${offset} handing in: ${JSON.stringify(done)}`)
      clock.set('+0')
    }
    const drafts = rowsOf(dataDir, 'select item_id, answer, revision from draft order by answer')
    return JSON.stringify([drafts, rowsOf(dataDir, 'select level, answers from submission order by answers')])
  })
}

/** A sponsor's link holds for 30 days, a reader's session for 12 hours, a lead's for an hour. */
async function linksUnder(scratch: string): Promise<string[]> {
  const dataDir = join(scratch, 'links')
  const client = await seedPublished(dataDir)
  return withClock(scratch, dataDir, async ({ baseUrl }, clock) => {
    const pages = [
      { path: `/r/${client.shareToken}`, cookie: '' },
      { path: '/report', cookie: client.cookies.reader },
      { path: '/answer', cookie: client.cookies.lead },
    ]
    const statuses = async () => {
      const replies = pages.map(({ path, cookie }) =>
        fetch(baseUrl + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' }),
      )
      return (await Promise.all(replies)).map(({ status }) => status).join(' ')
    }
    const faults: string[] = []
    for (const [offset, wanted] of [
      ['+0', '200 200 200'],
      ['+2d', '200 303 303'],
      ['+31d', '404 303 303'],
      ['-90d', '200 200 200'],
      ['+0', '200 200 200'],
    ] as const) {
      clock.set(offset)
      const found = await statuses()
      if (found !== wanted)
        faults.push(`at ${offset} link, report and answers answered ${found}, not ${wanted}`)
    }
    return faults
  })
}

async function seedPublished(dataDir: string): Promise<SeededClient> {
  const config = { secret: keptSecret(dataDir), baseUrl: 'http://127.0.0.1' }
  const db = await openDatabase(databaseIn(dataDir))
  const client = await seedClient({ db, config } as never, { name: 'clock' })
  await db.destroy()
  return client
}

/** The round ends by itself a month ahead; then the clock is found to be wrong. */
async function closedRoundUnder(scratch: string): Promise<string[]> {
  const dataDir = join(scratch, 'closed')
  const { roundId, places } = (await seedRounds(dataDir, { leads: 1 })).rounds.confidential
  const db = await openDatabase(databaseIn(dataDir))
  await db.updateTable('round').set({ closes_itself: 1 }).where('id', '=', roundId).execute()
  await db.destroy()
  const faults: string[] = []
  for (const [offset, wanted] of [
    ['+0', 'open'],
    ['+32d', 'closed'],
    ['-90d', 'closed'],
    ['+0', 'closed'],
  ] as const) {
    const outcome = await withClock(
      scratch,
      dataDir,
      async ({ baseUrl }, clock) => {
        clock.set(offset)
        const [place] = places
        return place && saveLine(baseUrl, place, { itemId: 'stops', text: `At ${offset}`, revision: 0 })
      },
      offset,
    )
    const state = rowOf<{ state: string }>(dataDir, 'select state from round where id = ?', roundId)?.state
    if (state !== wanted) faults.push(`at ${offset} the round is ${state}, not ${wanted}`)
    if (wanted === 'closed' && outcome?.kind === 'acknowledged')
      faults.push(`at ${offset} an answer was taken in a closed round`)
  }
  return faults
}

async function withClock<Result>(
  scratch: string,
  dataDir: string,
  run: (server: ServerProcess, clock: FakedClock) => Promise<Result>,
  offset = '+0',
): Promise<Result> {
  const clock = fakedClock(scratch)
  clock.set(offset)
  const server = await startServer({ dataDir, environment: clock.environment })
  try {
    return await run(server, clock)
  } finally {
    await server.kill('SIGTERM')
  }
}
