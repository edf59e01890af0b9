import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The calls by which SQLite and we change files. */
export const WRITING_CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename'] as const
export type WritingCall = (typeof WRITING_CALLS)[number]

const PAUSE_MS = 20
const MOST_PAUSES = 1500

export interface Tracing {
  calls: readonly string[]
  /** Only calls that concern these files; left out: all. */
  paths?: readonly string[]
  /** Where to write what was seen. */
  log: string
  /** What to do instead of one call, such as `pwrite64:signal=SIGKILL:when=3`. */
  inject?: string
}

/**
 * The command that runs a process under the tracer. The process keeps its number. Only the named calls are slower, unless
 * one of them is to bring a signal: the faster way of tracing does not send it.
 */
export function tracer({ calls, paths = [], log, inject }: Tracing): string[] {
  return [
    ...['strace', '-D', '-f', '-y', '-s', '32', '-o', log],
    ...(inject?.includes('signal=') ? [] : ['--seccomp-bpf']),
    ...['-e', `trace=${calls.join(',')}`],
    ...paths.flatMap((path) => ['-P', path]),
    ...(inject ? ['-e', `inject=${inject}`] : []),
  ]
}

/** What was seen, once the tracer has written all of it. */
export async function traceOf(log: string, pid: number): Promise<string[]> {
  const last = new RegExp(`^${pid} +\\+\\+\\+ (exited|killed)`)
  for (let pauses = 0; pauses < MOST_PAUSES; pauses++) {
    const lines = readFileSync(log, 'utf8').split('\n')
    if (lines.some((line) => last.test(line))) return lines
    await sleep(PAUSE_MS)
  }
  throw new Error(`The tracer did not finish ${log}.`)
}
