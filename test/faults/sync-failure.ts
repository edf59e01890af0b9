import { join } from 'node:path'
import { freePort } from '#scripts/run-server.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { Gate } from './gate.ts'
import { keptIn } from './kept.ts'
import { lossesOf } from './ledger.ts'
import { copyOf, databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { tracer } from './tracer.ts'
import { sum, writersFor } from './writer.ts'

const WRITERS = 2
const PATIENCE_MS = 60_000
const FAILING_SYNCS = { short: [5], long: Array.from({ length: 26 }, (_, index) => index + 5) }

export const syncFailure: FaultCheck = {
  name: 'sync-failure',
  promise: 'a sync that fails is never acknowledged, and the server starts anew',
  tools: ['strace'],
  run: (length) => inScratch((folder) => failSyncs(folder, length)),
}

async function failSyncs(folder: string, length: Length): Promise<FaultResult> {
  const dataDir = join(folder, 'data')
  const { rounds } = await seedRounds(dataDir, { leads: 24 })
  const gate = new Gate(WRITERS)
  const writers = writersFor(
    gate,
    { linked: rounds.confidential.places, unlinked: rounds.unlinked.places },
    WRITERS,
  )
  const refused = () => sum(writers, ({ setbacks }) => setbacks.get('status 503') ?? 0)
  let over = false
  const running = Promise.all(writers.map((writer) => writer.run(() => over)))
  const faults: string[] = []
  const check = async () => {
    const kept = await keptIn(copyOf(dataDir, join(folder, 'after')))
    faults.push(
      ...lossesOf(
        writers.flatMap(({ entries }) => entries),
        kept,
      ).faults,
    )
  }

  const port = await freePort()
  for (const nth of FAILING_SYNCS[length]) {
    const before = refused()
    const server = await startServer({ dataDir, port, under: failingSync(dataDir, folder, nth) })
    gate.open(server.baseUrl)
    faults.push(...(await endingFaults(server, nth)))
    await gate.close()
    if (refused() === before) faults.push(`sync ${nth} failed, and nobody was told`)
    await check()
  }
  const server = await startServer({ dataDir, port })
  over = true
  gate.open(server.baseUrl)
  await running
  await server.kill('SIGTERM')
  await check()

  const acknowledged = sum(writers, ({ saves, handIns }) => saves + handIns)
  const runs = FAILING_SYNCS[length].length
  return {
    figures: `${runs} failed syncs, ${acknowledged} acknowledged, ${refused()} answered 503, ${faults.length} false or lost, ${runs + 1} of ${runs + 1} starts`,
    faults: [...faults, ...writers.flatMap((writer) => writer.faults)],
  }
}

function failingSync(dataDir: string, folder: string, nth: number): string[] {
  return tracer({
    calls: ['fsync', 'fdatasync'],
    paths: [`${databaseIn(dataDir)}-wal`],
    log: join(folder, 'trace'),
    inject: `fsync,fdatasync:error=EIO:when=${nth}`,
  })
}

/** It must log, and end with a code at which a supervisor starts it again. */
async function endingFaults(server: ServerProcess, nth: number): Promise<string[]> {
  const late = setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS)
  const { code, signal } = await server.ended
  clearTimeout(late)
  const ended = code === 1 ? [] : [`after sync ${nth} it ended with ${signal ?? `code ${code}`}`]
  return server.output().includes('disk I/O error')
    ? ended
    : [...ended, `sync ${nth} failed and was not logged`]
}
