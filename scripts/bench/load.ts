import { join } from 'node:path'
import { quantile } from '#test/faults/quantile.ts'
import { inScratch } from '#test/faults/scratch.ts'
import { seedRounds } from '#test/faults/seeded-round.ts'
import { freshBuild } from '../fresh-build.ts'
import type { Length } from './catalogue.ts'
import { arrivals, type Rates, type Shot } from './load/open-model.ts'
import { loadAverage, processorTime, residentMemory } from './load/process-figures.ts'
import { connections } from './load/requests.ts'
import { type Besieged, besiege, SLOW_KINDS } from './load/slow-clients.ts'
import { bare, ours, type Subject } from './load/subjects.ts'
import { milliseconds, tableOf } from './table.ts'

/** So many that at a thousand saves a second nobody meets the limit of 120 a minute that each place has. */
const PLACES = 600
const SECONDS: Record<Length, Record<LoadName, number>> = {
  short: { nominal: 20, 'ten times': 20, overload: 20, after: 20 },
  long: { nominal: 60, 'ten times': 300, overload: 60, after: 30 },
}
const RATES = {
  nominal: { savesPerSecond: 20, viewsPerSecond: 5 },
  'ten times': { savesPerSecond: 200, viewsPerSecond: 50 },
  overload: { savesPerSecond: 1000, viewsPerSecond: 0 },
  after: { savesPerSecond: 20, viewsPerSecond: 5 },
}
const SLOW: Record<Length, number> = { short: 300, long: 1000 }
/** What ten times the load is meant to keep to. */
const AIMS = { p95: 250, p99: 500, memory: 400, recovery: 10, closed: 15, meanwhile: 300 }

type LoadName = keyof typeof RATES

interface Measured {
  load: LoadName
  server: Subject['name']
  shots: Shot[]
  acknowledged: number
  lost: number
  cpu: number
  memory: { now: number; peak: number }
  loadAverage: string
}

/** Saves and page views at fixed rates on the built server, and on a bare one in turns. */
export async function* benchLoad(length: Length): AsyncIterable<string> {
  freshBuild()
  const lines: string[] = []
  yield `${PLACES} places of an open round, each with a signed-in browser; length: ${length}`
  await inScratch(async (folder) => {
    const dataDir = join(folder, 'ours')
    const { places } = (await seedRounds(dataDir, { leads: PLACES })).rounds.confidential
    const agent = connections()
    const own = await ours(dataDir, places, agent)
    const beside = await bare(folder, own, places, agent)
    try {
      const measured: Measured[] = []
      for (const load of Object.keys(RATES) as LoadName[])
        for (const subject of [own, beside]) {
          const seconds = subject === own ? SECONDS[length][load] : SECONDS.short[load]
          measured.push(await measure(subject, load, { ...RATES[load], seconds }))
        }
      const besieged: Besieged[] = []
      for (const kind of SLOW_KINDS) besieged.push(await besiege(own, kind, places, SLOW[length]))
      lines.push(...timesOf(measured), '', ...costsOf(measured), '', ...siegesOf(besieged))
      lines.push(...aimsOf(measured, besieged))
    } finally {
      agent.destroy()
      await Promise.all([own.stop(), beside.stop()])
    }
  })
  yield* lines
}

async function measure(subject: Subject, load: LoadName, rates: Rates): Promise<Measured> {
  const { savers, pid, dataDir } = subject
  const before = { acknowledged: savers.acknowledged, cpu: processorTime(pid) }
  const shots = await arrivals(rates, (kind) => (kind === 'save' ? savers.save() : savers.view()))
  return {
    load,
    server: subject.name,
    shots,
    acknowledged: savers.acknowledged - before.acknowledged,
    lost: savers.lostIn(dataDir).length,
    cpu: (processorTime(pid) - before.cpu) / shots.length,
    memory: residentMemory(pid),
    loadAverage: loadAverage(),
  }
}

function timesOf(measured: readonly Measured[]): string[] {
  const rows = measured.flatMap((one) =>
    (['save', 'view'] as const).flatMap((kind) => {
      const shots = one.shots.filter((shot) => shot.kind === kind)
      if (shots.length === 0) return []
      const times = answeredTimes(shots)
      const figures = [0.5, 0.95, 0.99, 1].map((share) => String(quantile(times, share)))
      return [[one.load, one.server, kind, String(shots.length), ...figures, statusesOf(shots)]]
    }),
  )
  return [
    'Milliseconds from the time a request was due to its answer, of those that were done',
    ...tableOf(['load', 'server', 'kind', 'due', 'p50', 'p95', 'p99', 'most', 'by status'], rows),
    'nominal: 20 saves and 5 page views a second; ten times: 200 and 50; overload: 1,000 saves; after: nominal, right after it',
  ]
}

function costsOf(measured: readonly Measured[]): string[] {
  return [
    'What it took',
    ...tableOf(
      ['load', 'server', 'acknowledged', 'lost', 'CPU ms each', 'MiB', 'MiB peak', 'sent late p99', 'load'],
      measured.map((one) => [
        one.load,
        one.server,
        String(one.acknowledged),
        String(one.lost),
        one.cpu.toFixed(2),
        milliseconds(one.memory.now),
        milliseconds(one.memory.peak),
        String(
          quantile(
            one.shots.map(({ late }) => late),
            0.99,
          ),
        ),
        one.loadAverage,
      ]),
    ),
    'lost: acknowledged and not in the database; sent late: by this script on this machine, and part of the times above;',
    'load: the load average of the machine; bare: plain HTTP, the same durable upsert, a page of the same size (scripts/bench/load/bare-save-server.ts)',
  ]
}

function siegesOf(besieged: readonly Besieged[]): string[] {
  return [
    'Connections that say or take next to nothing, on the same server; ms of somebody else meanwhile',
    ...tableOf(
      ['slow', 'connections', 'all closed after s', 'page p50', 'p99', 'pages', 'errors', 'MiB'],
      besieged.map((one) => [
        one.kind,
        String(one.connections),
        one.closedAfter?.toFixed(1) ?? 'still open',
        String(one.p50),
        String(one.p99),
        String(one.pages),
        String(one.errors),
        milliseconds(one.memory),
      ]),
    ),
  ]
}

function* aimsOf(measured: readonly Measured[], besieged: readonly Besieged[]): Iterable<string> {
  const own = (load: LoadName) =>
    measured.find((one) => one.load === load && one.server === 'ours') as Measured
  const ten = own('ten times')
  const times = answeredTimes(ten.shots)
  const errors = ten.shots.filter(({ status }) => status !== 200).length
  yield aim('ten times, p95', quantile(times, 0.95), AIMS.p95, 'ms')
  yield aim('ten times, p99', quantile(times, 0.99), AIMS.p99, 'ms')
  yield aim('ten times, errors', errors, 0, '')
  yield aim('resident memory, peak', Math.round(own('after').memory.peak), AIMS.memory, 'MiB')
  yield aim('acknowledged saves lost', Math.max(...measured.map(({ lost }) => lost)), 0, '')
  yield aim('p99 back under 500 ms after overload', recoveryOf(own('after').shots), AIMS.recovery, 's')
  const closed = Math.max(...besieged.map(({ closedAfter }) => closedAfter ?? Number.POSITIVE_INFINITY))
  yield aim('slow connections closed', Math.round(closed * 10) / 10, AIMS.closed, 's')
  yield aim('somebody else meanwhile, p99', Math.max(...besieged.map(({ p99 }) => p99)), AIMS.meanwhile, 'ms')
}

/** Seconds until the p99 of each second, and of every one after it, is under the aim. */
function recoveryOf(shots: readonly Shot[]): number {
  const slow = shots.filter(({ ms, status }) => ms > AIMS.p99 || status !== 200)
  return slow.length === 0 ? 0 : Math.floor(Math.max(...slow.map(({ planned }) => planned)) / 1000) + 1
}

function answeredTimes(shots: readonly Shot[]): number[] {
  return shots.filter(({ status }) => status === 200).map(({ ms }) => ms)
}

function statusesOf(shots: readonly Shot[]): string {
  const counts = new Map<number | string, number>()
  for (const { status } of shots) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${status}: ${count}`).join(', ')
}

function aim(what: string, figure: number, most: number, unit: string): string {
  return `aim: ${what} <= ${`${most} ${unit}`.trim()}: ${figure}, ${figure <= most ? 'met' : 'missed'}`
}
