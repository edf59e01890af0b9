import { setTimeout as sleep } from 'node:timers/promises'

export interface Shot {
  kind: 'save' | 'view'
  status: number | string
  /** Milliseconds after the beginning when it should have gone out. */
  planned: number
  /** From then until the answer: whoever comes late waits longer, as people do. */
  ms: number
  /** How late it went out: the fault of this script and this machine, not of the server. */
  late: number
}

export interface Rates {
  seconds: number
  savesPerSecond: number
  viewsPerSecond: number
}

export type Fire = (kind: Shot['kind']) => Promise<number | string>

/** Requests at a fixed rate, whether or not those before them were answered. */
export async function arrivals(rates: Rates, fire: Fire): Promise<Shot[]> {
  const plan = planOf(rates)
  const began = performance.now()
  const shots: Promise<Shot>[] = []
  for (let next = 0; next < plan.length; ) {
    const now = performance.now() - began
    for (; next < plan.length && (plan[next] as Planned).at <= now; next++)
      shots.push(shotOf(plan[next] as Planned, began, fire))
    await sleep(2)
  }
  return Promise.all(shots)
}

interface Planned {
  kind: Shot['kind']
  at: number
}

function planOf({ seconds, savesPerSecond, viewsPerSecond }: Rates): Planned[] {
  const evenly = (kind: Shot['kind'], rate: number) =>
    Array.from({ length: rate * seconds }, (_, index) => ({ kind, at: ((index + 0.5) / rate) * 1000 }))
  return [...evenly('save', savesPerSecond), ...evenly('view', viewsPerSecond)].sort(
    (one, other) => one.at - other.at,
  )
}

async function shotOf({ kind, at }: Planned, began: number, fire: Fire): Promise<Shot> {
  const late = performance.now() - began - at
  const status = await fire(kind)
  return { kind, status, planned: at, late, ms: performance.now() - began - at }
}
