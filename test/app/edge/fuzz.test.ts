import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLimits } from '#app/http/limits.server.ts'
import { log } from '#app/http/log.server.ts'
import {
  followProgress,
  listProgressLinks,
  shareProgress,
} from '#app/redesign/commitments/share-progress.server.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { anyRequest, type Known } from './random-requests.ts'
import { type Asked, askRaw, type RawReply } from './raw-request.ts'

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2000)
const SEED = Number(process.env.FUZZ_SEED ?? 20261122)
/** Random forms delete and sign out too: after so many requests there is a new client where that has happened. */
const BATCH = 250

let app: RunningApplication
const faults: unknown[] = []

beforeAll(async () => {
  app = await runApplication({ limits: createLimits() })
  // The router tells the console of every address it does not know.
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
  vi.spyOn(log, 'error').mockImplementation((...words) => void faults.push(words))
})
afterAll(() => {
  vi.restoreAllMocks()
  return app.close()
})

test('no request, however it is made up, meets a fault of ours or is told of one', async () => {
  const statuses = new Map<number | string, number>()
  const wrong: unknown[] = []
  let client: SeededClient | undefined
  let clients = 0
  for (let done = 0; done < REQUESTS && wrong.length < 20; ) {
    if (!client || !(await isWhole(client))) client = await seedClient(app, { name: `fuzz${clients++}` })
    const drawn = fc.sample(anyRequest(await knownOf(client)), {
      seed: SEED + done,
      numRuns: Math.min(BATCH, REQUESTS - done),
    })
    for (const asked of drawn) {
      const reply = await askRaw(app.address, asked)
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
      if (isWrong(reply)) wrong.push(tellOf(asked, reply))
    }
    done += drawn.length
  }
  const counts = [...statuses].sort().map(([status, count]) => `${status}: ${count}`)
  const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `${sent} random requests, ${clients} clients, ${wrong.length} wrong replies; ${counts.join(', ')}`,
  )
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
  expect(sent).toBe(REQUESTS)
  // It would prove little if nothing had come past the doors.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 50)
  expect((await app.ask('/healthz')).status).toBe(200)
}, 36_000_000)

async function isWhole({ engagementId, cookies }: SeededClient): Promise<boolean> {
  const pages = [
    await app.ask(`/engagements/${engagementId}`, { cookie: cookies.consultant }),
    await app.ask('/answer', { cookie: cookies.lead }),
    await app.ask('/report', { cookie: cookies.reader }),
  ]
  return pages.every(({ status, headers }) => status === 200 || headers.get('location') === '/answer/done')
}

async function knownOf(client: SeededClient): Promise<Known> {
  const follower = `plumbline-follower=${await follow(client)}`
  return { client, baseUrl: app.config.baseUrl, cookies: [...Object.values(client.cookies), follower] }
}

/** The session of a sponsor who follows the plan. */
async function follow({ engagementId }: SeededClient): Promise<string | null> {
  const now = new Date()
  await shareProgress(app.db, { engagementId, now }, app.config)
  const [link] = await listProgressLinks(app.db, engagementId, now, app.config)
  return followProgress(app.db, link?.url.split('/g/')[1] ?? '', now)
}

function isWrong({ status, text }: RawReply): boolean {
  const isFault = typeof status === 'string' || (status >= 500 && status !== 503)
  return (
    isFault || /\n\s+at .+:\d+:\d+|node_modules|SQLITE_|\b(?:Type|Syntax|Range|Reference)Error\b/.test(text)
  )
}

function tellOf({ method, path, headers, body }: Asked, { status, text }: RawReply) {
  return {
    method,
    path,
    headers,
    body: body?.toString('latin1').slice(0, 500),
    status,
    text: text.slice(0, 300),
  }
}
