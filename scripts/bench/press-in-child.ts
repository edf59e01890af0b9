import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ReportDocument } from '#app/report/document.ts'
import type { PaperJob } from '#app/report/paper/press-worker.server.ts'
import { createPress } from '#app/report/press.server.ts'
import { PRESS_LIMITS } from '#app/report/write-report-pdf.server.ts'
import { ROOT } from '../fresh-build.ts'
import { type Taken, timedAsync } from './measure.ts'
import { median } from './table.ts'

export interface PrintedInWorker {
  /** With the start of the worker thread. */
  first: Taken
  further: Taken
  /** The longest that anything else had to wait meanwhile, ms. */
  longestStop: number
  /** The same while nothing was printed: what other programs on the machine cost. */
  idleStop: number
  /** Processor time that one report took of the thread that answers requests, ms; null where the system does not tell. */
  ownCpu: number | null
  /** MB of this process before the worker was there, and the most it held with it. */
  memoryBefore: number
  memoryPeak: number
}

const TIMES = 15
const IDLE_MS = 4000
const MB = 2 ** 20

/** Milliseconds on a processor so far. */
function mainThreadCpu(): number | null {
  const file = `/proc/self/task/${process.pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : null
}

async function longestStop(during: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  await during()
  delay.disable()
  return delay.max / 1e6
}

/** Prints the report in a file in the worker thread of the build, as the server does. */
async function main(file: string): Promise<PrintedInWorker> {
  const document = JSON.parse(readFileSync(file, 'utf8')) as ReportDocument
  const code = pathToFileURL(join(ROOT, 'build', 'server', 'press-worker.js'))
  const press = createPress<PaperJob>(code, {
    limits: PRESS_LIMITS,
    onFault: (fault) => {
      throw new Error(fault)
    },
  })
  const memoryBefore = process.memoryUsage.rss() / MB
  let memoryPeak = 0
  const watch = setInterval(() => {
    memoryPeak = Math.max(memoryPeak, process.memoryUsage.rss() / MB)
  }, 20)
  const idleStop = await longestStop(() => pause(IDLE_MS))
  const print = async () => {
    const printed = await press.print({ document, paper: 'A4' })
    if (printed.kind !== 'printed') throw new Error(printed.reason)
  }
  const ownBefore = mainThreadCpu()
  let first: Taken = { wall: 0, cpu: 0 }
  const further: Taken[] = []
  const stop = await longestStop(async () => {
    first = await timedAsync(print)
    for (let turn = 0; turn < TIMES; turn++) further.push(await timedAsync(print))
  })
  clearInterval(watch)
  const ownAfter = mainThreadCpu()
  return {
    first,
    further: { wall: median(further.map(({ wall }) => wall)), cpu: median(further.map(({ cpu }) => cpu)) },
    longestStop: stop,
    idleStop,
    ownCpu: ownAfter === null || ownBefore === null ? null : (ownAfter - ownBefore) / (TIMES + 1),
    memoryBefore,
    memoryPeak,
  }
}

console.log(JSON.stringify(await main(process.argv[2] ?? '')))
