import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#scripts/run-server.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { Gate } from './gate.ts'
import { type Kept, keptIn, keyOf } from './kept.ts'
import { type Entry, ITEM, lossesOf } from './ledger.ts'
import { copyOf, databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { startServer, untilReached } from './server-process.ts'
import { sum, writersFor } from './writer.ts'

const WRITERS = 6
const STOPS = { short: 2, long: 50 }
const FEWEST_BETWEEN = 10
const MOST_BETWEEN = 60
/** What a person meets between two servers, and a browser tries again. */
const BETWEEN_SERVERS = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']

export const stopUnderLoad: FaultCheck = {
  name: 'stop-under-load',
  promise: 'an orderly stop finishes what is under way and leaves nothing to recover',
  run: (length) => inScratch((folder) => stopAgainAndAgain(folder, length)),
}

async function stopAgainAndAgain(folder: string, length: Length): Promise<FaultResult> {
  const dataDir = join(folder, 'data')
  const { rounds } = await seedRounds(dataDir, { leads: 120 })
  const gate = new Gate(WRITERS)
  const places = { linked: rounds.confidential.places, unlinked: rounds.unlinked.places }
  const writers = writersFor(gate, places, WRITERS)
  const entries = () => writers.flatMap((writer) => writer.entries)
  const acknowledged = () => sum(writers, ({ saves, handIns }) => saves + handIns)
  let over = false
  const running = Promise.all(writers.map((writer) => writer.run(() => over)))
  const faults: string[] = []
  let unanswered = 0
  let slowest = 0

  const port = await freePort()
  for (let stops = 0; !over; ) {
    const server = await startServer({ dataDir, port })
    over = stops === STOPS[length]
    gate.open(server.baseUrl)
    if (over) await running
    else {
      const drawn = acknowledged() + FEWEST_BETWEEN + Math.random() * (MOST_BETWEEN - FEWEST_BETWEEN)
      await untilReached(() => acknowledged() >= drawn, server)
      stops++
    }
    const asked = performance.now()
    const { code, signal } = await server.kill('SIGTERM')
    slowest = Math.max(slowest, performance.now() - asked)
    if (!over) await gate.close()
    if (code !== 0) faults.push(`a stop ended with ${signal ?? `code ${code}`}: ${server.output()}`)
    if (leftToRecover(dataDir)) faults.push('a stop left something in the write-ahead file')
    const kept = await keptIn(copyOf(dataDir, join(folder, 'after')))
    faults.push(...lossesOf(entries(), kept).faults)
    unanswered += entries().filter((entry) => wasDoneUnanswered(entry, kept)).length
  }
  if (unanswered > 0) faults.push(`${unanswered} saves were done and their replies cut off`)
  const setbacks = tally(writers.map((writer) => writer.setbacks))
  const between = BETWEEN_SERVERS.map((cause) => `${setbacks.get(cause) ?? 0} ${cause}`).join(', ')
  const others = [...setbacks].filter(([cause]) => !BETWEEN_SERVERS.includes(cause))
  faults.push(
    ...others.map(([cause, times]) => `${times} times ${cause}`),
    ...writers.flatMap((one) => one.faults),
  )
  return {
    figures: `${STOPS[length]} stops under load, ${acknowledged()} acknowledged, ${unanswered} done but cut off, tried again after ${between}, slowest stop ${(slowest / 1000).toFixed(1)} s`,
    faults,
  }
}

function leftToRecover(dataDir: string): boolean {
  const file = `${databaseIn(dataDir)}-wal`
  return existsSync(file) && statSync(file).size > 0
}

function wasDoneUnanswered(
  { place, pending, text, handingIn, handedIn, revision, unlinked }: Entry,
  kept: Kept,
): boolean {
  const key = keyOf(place.participationId, ITEM)
  if (pending !== null) return kept.drafts.get(key)?.revision === revision + 1
  if (!handingIn) return false
  return unlinked ? kept.unlinked.has(text) : handedIn !== text && kept.handedIn.get(key) === text
}

function tally(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const [cause, times] of all.flatMap((one) => [...one]))
    totals.set(cause, (totals.get(cause) ?? 0) + times)
  return totals
}
