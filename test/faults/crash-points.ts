import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { ROOT } from '#scripts/fresh-build.ts'
import type { Step } from './crash-child.ts'
import type { Length } from './fault.ts'
import { copyOf } from './scratch.ts'
import { traceOf, tracer, WRITING_CALLS, type WritingCall } from './tracer.ts'

/** How many points of each call the short form tries, spread over all of them. */
const SHORT_SAMPLE = 3

export interface CrashPlay {
  /** The data folder at the start. */
  base: string
  steps: readonly Step[]
  /** Names of the files in the data folder whose changes count. */
  files: readonly string[]
  /** Given a copy of what the crash left and what was told before it. */
  judge(left: string, told: readonly string[]): Promise<string[]>
}

export interface Crashes {
  /** How many points there are, by call. */
  points: ReadonlyMap<WritingCall, number>
  tried: number
  faults: string[]
}

/** Kills the process when it is about to change a file for the n-th time, for every n, each time from the same start. */
export async function crashAtEveryWrite(folder: string, play: CrashPlay, length: Length): Promise<Crashes> {
  const child = await bundleChild(folder)
  const run = (inject?: string) => runTraced(folder, child, play, inject)
  const undisturbed = await run()
  const faults = undisturbed.told.at(-1) === 'ended' ? [] : [`undisturbed, it only told: ${undisturbed.told}`]
  faults.push(...(await play.judge(copyOf(join(folder, 'data'), join(folder, 'left')), undisturbed.told)))
  const points = countCalls(await traceOf(join(folder, 'trace'), undisturbed.pid), undisturbed.pid)
  let tried = 0
  for (const [call, count] of points) {
    for (const nth of chosen(count, length)) {
      const { told, signal } = await run(`${call}:signal=SIGKILL:when=${nth}`)
      const where = `at ${call} ${nth} of ${count}`
      if (signal !== 'SIGKILL') faults.push(`${where} nothing crashed`)
      const found = await play.judge(copyOf(join(folder, 'data'), join(folder, 'left')), told)
      faults.push(...found.map((fault) => `${where}, after "${told.at(-1) ?? ''}": ${fault}`))
      tried++
    }
  }
  return { points, tried, faults }
}

function chosen(count: number, length: Length): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1)
  if (length === 'long' || count <= SHORT_SAMPLE) return all
  return Array.from(
    { length: SHORT_SAMPLE },
    (_, index) => 1 + Math.round((index * (count - 1)) / (SHORT_SAMPLE - 1)),
  )
}

interface Ran {
  pid: number
  signal: NodeJS.Signals | null
  told: string[]
}

function runTraced(folder: string, child: string, play: CrashPlay, inject?: string): Promise<Ran> {
  const dataDir = copyOf(play.base, join(folder, 'data'))
  const paths = [dataDir, ...play.files.map((name) => join(dataDir, name))]
  const [command = '', ...args] = tracer({ calls: WRITING_CALLS, paths, log: join(folder, 'trace'), inject })
  const process_ = spawn(command, [...args, process.execPath, child, dataDir, JSON.stringify(play.steps)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  process_.stdout.on('data', (chunk) => {
    told += chunk
  })
  return new Promise((resolve, reject) => {
    process_.once('error', reject)
    process_.once('close', (_code, signal) =>
      resolve({ pid: process_.pid ?? 0, signal, told: told.split('\n').filter(Boolean) }),
    )
  })
}

function countCalls(trace: readonly string[], pid: number): Map<WritingCall, number> {
  const counts = new Map<WritingCall, number>()
  for (const line of trace) {
    const call = WRITING_CALLS.find(
      (name) => line.startsWith(`${pid} `) && line.replace(/^\d+ +/, '').startsWith(`${name}(`),
    )
    if (call) counts.set(call, (counts.get(call) ?? 0) + 1)
  }
  return counts
}

/** One file that starts fast, since it starts once a point. */
async function bundleChild(folder: string): Promise<string> {
  const outDir = join(folder, 'child')
  mkdirSync(outDir)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      target: 'node20',
      ssr: fileURLToPath(new URL('crash-child.ts', import.meta.url)),
      outDir,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(outDir, 'child.mjs')
}

export function pointsInWords({ points, tried }: Crashes): string {
  const counts = [...points].map(([call, count]) => `${count} ${call}`)
  const all = [...points.values()].reduce((total, count) => total + count, 0)
  return `${tried} of ${all} points (${counts.join(', ')})`
}
