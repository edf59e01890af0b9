import { setTimeout as sleep } from 'node:timers/promises'
import { keptSecret } from '#app/http/config.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { inventedReport } from '#scripts/bench/invented-report.ts'
import { arrivals } from '#scripts/bench/load/open-model.ts'
import { residentMemory } from '#scripts/bench/load/process-figures.ts'
import { connections } from '#scripts/bench/load/requests.ts'
import { Savers } from '#scripts/bench/load/savers.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import type { FaultCheck, FaultResult, Length } from './fault.ts'
import { makeMemoryGroup } from './memory-group.ts'
import { quantile } from './quantile.ts'
import { databaseIn, inScratch } from './scratch.ts'
import { seedRounds } from './seeded-round.ts'
import { startServer } from './server-process.ts'

/** What docs/operations.md calls the least. */
const MEBIBYTES = 512
const LEADS = 60
const NOMINAL = { savesPerSecond: 20, viewsPerSecond: 5 }
const SECONDS = { short: 8, long: 60 }

export const smallMemory: FaultCheck = {
  name: 'small-memory',
  promise: 'with the least memory that is promised to do, nothing is ended by the kernel and nothing is lost',
  run: (length) => inScratch((folder) => inLittleMemory(folder, length)),
}

async function inLittleMemory(dataDir: string, length: Length): Promise<FaultResult> {
  const { places } = (await seedRounds(dataDir, { leads: LEADS })).rounds.confidential
  const client = await seedReport(dataDir)
  const group = makeMemoryGroup(MEBIBYTES)
  const server = await startServer({ dataDir, under: group?.under ?? [] })
  const agent = connections()
  const savers = new Savers(server.baseUrl, agent, places)
  try {
    const load = arrivals({ ...NOMINAL, seconds: SECONDS[length] }, (kind) =>
      kind === 'save' ? savers.save() : savers.view(),
    )
    await sleep(1000)
    const documents = await Promise.all(documentsOf(client).map((one) => fetchDocument(server.baseUrl, one)))
    const shots = await load
    const kills = group?.kills() ?? 0
    const most = group?.most() ?? Math.round(residentMemory(server.pid).peak)
    const lost = savers.lostIn(dataDir).length
    const others = shots.filter(({ status }) => status !== 200).length
    const faults = [
      ...documents.flatMap(({ fault }) => fault ?? []),
      ...(kills === 0 ? [] : [`${kills} processes were ended for want of memory`]),
      ...(most <= MEBIBYTES ? [] : [`${most} MiB were taken`]),
      ...(lost === 0 ? [] : [`${lost} acknowledged saves are not stored`]),
      ...(others === 0 ? [] : [`${others} of ${shots.length} requests were not answered 200`]),
    ]
    const p95 = quantile(
      shots.map(({ ms }) => ms),
      0.95,
    )
    const sizes = documents.map(({ kilobytes }) => kilobytes).join(', ')
    return {
      figures: `${MEBIBYTES} MiB: ${savers.acknowledged} saves, ${lost} lost, p95 ${p95} ms, three documents at once (${sizes} KB), ${most} MiB at most, ${group ? `${kills} ended by the kernel` : 'no limit could be set'}`,
      faults,
    }
  } finally {
    agent.destroy()
    await server.kill('SIGTERM')
    await group?.remove()
  }
}

/** A client whose published report is as long as that of a big team. */
async function seedReport(dataDir: string): Promise<SeededClient> {
  const db = await openDatabase(databaseIn(dataDir))
  try {
    const config = {
      baseUrl: 'http://127.0.0.1',
      databasePath: databaseIn(dataDir),
      secret: keptSecret(dataDir),
    }
    const client = await seedClient({ db, config } as Parameters<typeof seedClient>[0], { name: 'ada' })
    const document = JSON.stringify(inventedReport(LEADS))
    await db.updateTable('report_version').set({ document }).execute()
    return client
  } finally {
    await db.destroy()
  }
}

interface Wanted {
  path: string
  cookie: string
}

function documentsOf({ cookies, engagementId }: SeededClient): Wanted[] {
  return [
    { path: '/report.pdf', cookie: cookies.reader },
    { path: '/report.pdf?paper=letter', cookie: cookies.reader },
    { path: `/engagements/${engagementId}/plan.pdf`, cookie: cookies.consultant },
  ]
}

async function fetchDocument(
  baseUrl: string,
  { path, cookie }: Wanted,
): Promise<{ kilobytes: number; fault?: string }> {
  const response = await fetch(baseUrl + path, { headers: { cookie }, redirect: 'manual' })
  const bytes = Buffer.from(await response.arrayBuffer())
  const whole = bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-8).toString().includes('%%EOF')
  const kilobytes = Math.round(bytes.length / 1000)
  return whole
    ? { kilobytes }
    : { kilobytes, fault: `${path} was answered ${response.status}, not a whole PDF` }
}
