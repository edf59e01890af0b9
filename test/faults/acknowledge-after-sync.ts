import { join } from 'node:path'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { Gate } from './gate.ts'
import { inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'
import { syncOrderOf } from './sync-order.ts'
import { traceOf, tracer } from './tracer.ts'
import { sum, writersFor } from './writer.ts'

const WRITERS = 4
const WANTED = {
  short: { saves: 60, handIns: 12, leads: 40 },
  long: { saves: 1000, handIns: 100, leads: 120 },
}
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'write', 'writev', 'sendto', 'sendmsg']

export const acknowledgeAfterSync: FaultCheck = {
  name: 'acknowledge-after-sync',
  promise: 'nobody is told "saved" before it would outlive a power cut',
  tools: ['strace'],
  run: (length) => inScratch((folder) => watchOrder(folder, length)),
}

async function watchOrder(folder: string, length: Length): Promise<FaultResult> {
  const wanted = WANTED[length]
  const dataDir = join(folder, 'data')
  const log = join(folder, 'trace')
  const { rounds } = await seedRounds(dataDir, wanted)
  const gate = new Gate(WRITERS)
  const places = { linked: rounds.confidential.places, unlinked: rounds.unlinked.places }
  const writers = writersFor(gate, places, WRITERS)
  const saves = () => sum(writers, (writer) => writer.saves)
  const handIns = () => sum(writers, (writer) => writer.handIns)

  const server = await startServer({ dataDir, under: tracer({ calls: CALLS, log }) })
  gate.open(server.baseUrl)
  const enough = () => saves() >= wanted.saves && handIns() >= wanted.handIns
  await Promise.all(writers.map((writer) => writer.run(enough)))
  await server.kill('SIGTERM')
  const order = syncOrderOf(await traceOf(log, server.pid))

  const told = saves() + handIns()
  const unseen =
    order.acknowledgements === told ? [] : [`${told} were told, ${order.acknowledgements} were seen to leave`]
  const early = order.early === 0 ? [] : [`${order.early} acknowledgements left before the sync`]
  return {
    figures: `${saves()} saves and ${handIns()} submits acknowledged, ${order.syncs} syncs, ${order.early} acknowledged before the sync`,
    faults: [...early, ...unseen, ...writers.flatMap(({ faults }) => faults)],
  }
}
