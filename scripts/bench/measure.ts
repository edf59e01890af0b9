import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Milliseconds that something took: on the wall, and of all processor cores together. */
export interface Taken {
  wall: number
  cpu: number
}

export function timed(run: () => unknown): Taken {
  const before = process.cpuUsage()
  const start = performance.now()
  run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1000 }
}

export async function timedAsync(run: () => Promise<unknown>): Promise<Taken> {
  const before = process.cpuUsage()
  const start = performance.now()
  await run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, cpu: (user + system) / 1000 }
}

/** The most memory this process has held so far, in MB. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024
}

/** Runs a script of this folder in a process of its own, so that its memory is its own, and reads what it prints as JSON. */
export async function inChild<Result>(script: string, ...args: (string | number)[]): Promise<Result> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, script), ...args.map(String)],
    { maxBuffer: 2 ** 24 },
  )
  return JSON.parse(stdout) as Result
}
