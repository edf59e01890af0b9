import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MEBIBYTE = 1024 * 1024

/** A group of processes that the kernel gives so much memory and no more. */
export interface MemoryGroup {
  /** A command that runs another one within the group. */
  under: readonly string[]
  /** How often the kernel ended a process of the group for want of memory. */
  kills(): number
  /** What the group took at most, in MiB. */
  most(): number
  remove(): Promise<void>
}

/** Names of files in both kinds of groups that Linux has. */
const KINDS = [
  { at: '/sys/fs/cgroup', limit: 'memory.max', most: 'memory.peak', kills: 'memory.events' },
  {
    at: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    most: 'memory.max_usage_in_bytes',
    kills: 'memory.oom_control',
  },
]

/** Null where this machine lets nobody make such groups: that needs root. */
export function makeMemoryGroup(mebibytes: number): MemoryGroup | null {
  for (const { at, limit, most, kills } of KINDS) {
    const folder = join(at, `plumbline-${process.pid}`)
    if (!canMake(folder)) continue
    if (!existsSync(join(folder, limit))) {
      rmdirSync(folder)
      continue
    }
    writeFileSync(join(folder, limit), String(mebibytes * MEBIBYTE))
    return {
      under: ['sh', '-c', `echo $$ > ${folder}/cgroup.procs && exec "$@"`, 'sh'],
      kills: () =>
        Number(/oom_kill (\d+)/.exec(readFileSync(join(folder, kills), 'utf8'))?.[1] ?? Number.NaN),
      most: () => Math.round(Number(readFileSync(join(folder, most), 'utf8')) / MEBIBYTE),
      remove: () => removeWhenEmpty(folder),
    }
  }
  return null
}

function canMake(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** A process that has just ended is still counted for a moment. */
async function removeWhenEmpty(folder: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++)
    try {
      return rmdirSync(folder)
    } catch {
      await sleep(50)
    }
}
