import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '#scripts/run-server.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { Gate } from './gate.ts'
import { keptIn } from './kept.ts'
import { type Losses, lossesOf } from './ledger.ts'
import { copyOf, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { startServer, untilReached } from './server-process.ts'
import { sum, type Writer, writersFor } from './writer.ts'

const WRITERS = 8
const WANTED = {
  short: { leads: 80, acknowledged: 300, kills: 6 },
  long: { leads: 640, acknowledged: 10_000, kills: 200 },
}
/** After the number of acknowledgements that was drawn, so that a kill meets a request at any stage. */
const LATEST_KILL_MS = 20

export const killWhileSaving: FaultCheck = {
  name: 'kill-while-saving',
  promise: 'what was acknowledged outlives a killed process, once',
  run: (length) => inScratch((folder) => killUntilEnough(folder, length)),
}

async function killUntilEnough(folder: string, length: Length): Promise<FaultResult> {
  const wanted = WANTED[length]
  const dataDir = join(folder, 'data')
  const { rounds } = await seedRounds(dataDir, wanted)
  const places = { linked: rounds.confidential.places, unlinked: rounds.unlinked.places }
  const gate = new Gate(WRITERS)
  const writers = writersFor(gate, places, WRITERS)
  const acknowledged = () => sum(writers, ({ saves, handIns }) => saves + handIns)
  let kills = 0
  let slowestStart = 0
  const findings: Losses[] = []
  let over = false
  const running = Promise.all(writers.map((writer) => writer.run(() => over)))

  const port = await freePort()
  for (;;) {
    const server = await startServer({ dataDir, port })
    slowestStart = Math.max(slowestStart, (await server.ready) ?? 0)
    over = acknowledged() >= wanted.acknowledged && kills >= wanted.kills
    gate.open(server.baseUrl)
    if (over) {
      await running
      await server.kill('SIGTERM')
      break
    }
    const drawn = acknowledged() + (Math.random() * 2 * wanted.acknowledged) / wanted.kills
    await untilReached(() => acknowledged() >= drawn, server)
    await sleep(Math.random() * LATEST_KILL_MS)
    const settled = gate.close()
    await server.kill('SIGKILL')
    await settled
    kills++
    findings.push(await lossesAfterCrash(dataDir, folder, writers))
  }
  findings.push(await lossesAfterCrash(dataDir, folder, writers))
  return resultOf({ writers, kills, slowestStart, findings })
}

function lossesAfterCrash(dataDir: string, folder: string, writers: readonly Writer[]): Promise<Losses> {
  const entries = writers.flatMap((writer) => writer.entries)
  return keptIn(copyOf(dataDir, join(folder, 'after'))).then((kept) => lossesOf(entries, kept))
}

interface Run {
  writers: readonly Writer[]
  kills: number
  slowestStart: number
  findings: readonly Losses[]
}

function resultOf({ writers, kills, slowestStart, findings }: Run): FaultResult {
  const saves = sum(writers, (writer) => writer.saves)
  const handIns = sum(writers, (writer) => writer.handIns)
  const total = (kind: 'lost' | 'duplicates' | 'halfSubmitted' | 'damaged') =>
    findings.reduce((all, losses) => all + losses[kind], 0)
  return {
    figures: [
      `${saves + handIns} acknowledged (${saves} saves, ${handIns} handed in)`,
      `${kills} kills`,
      `${total('lost')} lost`,
      `${total('duplicates')} duplicates`,
      `${total('halfSubmitted')} half-submitted`,
      `integrity_check ok ${findings.length - total('damaged')} of ${findings.length}`,
      `slowest start ${(slowestStart / 1000).toFixed(1)} s`,
    ].join(', '),
    faults: [...findings.flatMap(({ faults }) => faults), ...writers.flatMap(({ faults }) => faults)].slice(
      0,
      20,
    ),
  }
}
