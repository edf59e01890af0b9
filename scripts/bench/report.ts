import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshBuild } from '../fresh-build.ts'
import { inventedReport } from './invented-report.ts'
import { inChild } from './measure.ts'
import type { PrintedInWorker } from './press-in-child.ts'
import type { PrintedHere } from './print-in-child.ts'
import { milliseconds, tableOf } from './table.ts'

const PEOPLE = [9, 60, 500]
/** What printing is meant to keep to; for a report of 16 sheets, and in step with the sheets of a longer one. */
const AIMS = { cpu: 300, kilobytes: 250, sheets: 16, overBare: 2.5, growth: 1.3, stop: 50, memory: 260 }

interface Printed {
  people: number
  here: PrintedHere
  worker: PrintedInWorker
}

/** The report of 9, 60 and 500 leads on paper: time, size and memory, here and in the worker thread of the build. */
export async function* benchReport(): AsyncIterable<string> {
  freshBuild()
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  try {
    const printed: Printed[] = []
    for (const people of PEOPLE) printed.push(await printedReport(people, join(folder, `${people}.json`)))
    yield* tablesOf(printed)
    yield* aimsOf(printed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function printedReport(people: number, file: string): Promise<Printed> {
  writeFileSync(file, JSON.stringify(inventedReport(people)))
  return {
    people,
    here: await inChild<PrintedHere>('print-in-child.ts', file),
    worker: await inChild<PrintedInWorker>('press-in-child.ts', file),
  }
}

function* tablesOf(printed: readonly Printed[]): Iterable<string> {
  yield 'The report on A4, in one process of its own; ms, KB'
  yield* tableOf(
    ['leads', 'sheets', 'KB', 'first ms', 'first CPU', 'further ms', 'CPU', 'bare CPU', 'ratio'],
    printed.map(({ people, here }) => [
      String(people),
      String(here.sheets),
      milliseconds(here.bytes / 1000),
      ...[here.first.wall, here.first.cpu, here.further.wall, here.further.cpu, here.bare.cpu].map(
        milliseconds,
      ),
      (here.further.cpu / here.bare.cpu).toFixed(2),
    ]),
  )
  yield 'bare: the same words and pictures by pdfkit alone (scripts/bench/bare-pdf.ts), fonts cached, in turns with ours'
  yield ''
  yield "In the build's worker thread, as the server does; ms, MB of the whole process"
  yield* tableOf(
    [
      'leads',
      'first ms',
      'further ms',
      'CPU',
      'own CPU',
      'longest stop',
      'idle',
      'MB before',
      'MB peak',
      'more',
    ],
    printed.map(({ people, worker }) => [
      String(people),
      ...[worker.first.wall, worker.further.wall, worker.further.cpu].map(milliseconds),
      worker.ownCpu === null ? '-' : milliseconds(worker.ownCpu),
      ...[worker.longestStop, worker.idleStop].map(milliseconds),
      ...[worker.memoryBefore, worker.memoryPeak, worker.memoryPeak - worker.memoryBefore].map(milliseconds),
    ]),
  )
  yield 'own CPU: what a report takes of the thread that answers requests, its watching included'
  yield 'longest stop: of the event loop of that thread, while 16 reports were printed; idle: while none was'
}

function* aimsOf(printed: readonly Printed[]): Iterable<string> {
  const worst = (figure: (one: Printed) => number) => Math.max(...printed.map(figure))
  const scaled = (figure: number, { here }: Printed) => (figure / here.sheets) * AIMS.sheets
  const cpu = worst((one) => scaled(one.here.further.cpu, one))
  const kilobytes = worst((one) => scaled(one.here.bytes / 1000, one))
  const ratio = worst(({ here }) => here.further.cpu / here.bare.cpu)
  const [least, ...more] = printed.map((one) => scaled(one.here.further.cpu, one))
  const growth = Math.max(...more) / (least ?? 1)
  yield aim('CPU for 16 sheets, warm', milliseconds(cpu), cpu, AIMS.cpu, 'ms')
  yield aim('size of 16 sheets', milliseconds(kilobytes), kilobytes, AIMS.kilobytes, 'KB')
  yield aim('ratio to the bare fixture, worst', ratio.toFixed(2), ratio, AIMS.overBare, 'x')
  yield aim('time a sheet, most leads to fewest', growth.toFixed(2), growth, AIMS.growth, 'x')
  const stop = worst(({ worker }) => worker.longestStop)
  yield aim('longest stop of the event loop', milliseconds(stop), stop, AIMS.stop, 'ms')
  const memory = worst(({ worker }) => worker.memoryPeak)
  yield aim('memory of the process while printing', milliseconds(memory), memory, AIMS.memory, 'MB')
}

function aim(what: string, shown: string, figure: number, most: number, unit: string): string {
  return `aim: ${what} <= ${most} ${unit}: ${shown}, ${figure <= most ? 'met' : 'missed'}`
}
