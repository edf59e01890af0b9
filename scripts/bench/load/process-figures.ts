import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'

const TICKS_PER_SECOND = 100

/** Resident memory of a process in MiB: now, and the most it ever held. */
export function residentMemory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
  return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') }
}

/** Milliseconds of all processor cores that a process has used so far. */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return ((user + system) / TICKS_PER_SECOND) * 1000
}

/** How many connections a process holds open on its port. */
export function openConnections(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)
  return lines.filter((line) => {
    const [, address = '', , state] = line.trim().split(/\s+/)
    return address.endsWith(local) && (state === '01' || state === '08')
  }).length
}

/** How busy the machine is with everything, this included. */
export function loadAverage(): string {
  return (loadavg()[0] ?? 0).toFixed(0)
}
