import { readdirSync, statSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from '#test/faults/quantile.ts'
import type { Place } from '#test/faults/seeded-round.ts'
import { ROOT } from '../../fresh-build.ts'
import { openConnections, residentMemory } from './process-figures.ts'
import { ask } from './requests.ts'
import type { Subject } from './subjects.ts'

const DRIP_MS = 3_000
const LONGEST_MS = 60_000
const LOOK_MS = 250
/** As many requests on one connection as the server takes before it has answered them. */
const PIPELINED = 2

export interface Besieged {
  kind: SlowKind
  connections: number
  /** Seconds until the server had closed the last of them; null where some were still open after a minute. */
  closedAfter: number | null
  /** Milliseconds of somebody else's page meanwhile, and what else than a page came. */
  p50: number
  p99: number
  pages: number
  errors: number
  memory: number
}

export const SLOW_KINDS = ['headers', 'body', 'reading'] as const
export type SlowKind = (typeof SLOW_KINDS)[number]

/** Opens connections that say little or take nothing, and looks how long the server keeps them and how others fare. */
export async function besiege(
  { baseUrl, pid }: Subject,
  kind: SlowKind,
  places: readonly Place[],
  connections: number,
): Promise<Besieged> {
  const { port, host } = new URL(baseUrl)
  const idle = openConnections(Number(port))
  const began = performance.now()
  const sockets = Array.from({ length: connections }, (_, index) =>
    open(Number(port), kind, host, places[index % places.length] as Place),
  )
  const times: number[] = []
  let errors = 0
  let closedAfter: number | null = null
  await sleep(LOOK_MS)
  while (closedAfter === null && performance.now() - began < LONGEST_MS) {
    const asked = performance.now()
    const headers = { cookie: places[0]?.cookie, accept: 'text/html' }
    const { status } = await ask(`${baseUrl}/answer/this-quarter`, { headers, agent: false })
    if (status === 200) times.push(performance.now() - asked)
    else errors++
    if (openConnections(Number(port)) <= idle) closedAfter = (performance.now() - began) / 1000
    await sleep(Math.max(0, LOOK_MS - (performance.now() - asked)))
  }
  for (const socket of sockets) socket.destroy()
  return {
    kind,
    connections,
    closedAfter,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    pages: times.length,
    errors,
    memory: residentMemory(pid).now,
  }
}

function open(port: number, kind: SlowKind, host: string, { cookie }: Place): Socket {
  const socket = connect(port, '127.0.0.1')
  const head = `Host: ${host}\r\nCookie: ${cookie}\r\nOrigin: http://${host}\r\n`
  socket.on('error', () => {})
  if (kind === 'reading') {
    socket.pause()
    socket.write(`GET ${largestFile()} HTTP/1.1\r\n${head}\r\n`.repeat(PIPELINED))
    return socket
  }
  socket.resume()
  const form = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\nx='
  socket.write(
    kind === 'headers'
      ? `GET /answer/this-quarter HTTP/1.1\r\n${head}`
      : `POST /answer/this-quarter/save HTTP/1.1\r\n${head}${form}`,
  )
  const drip = setInterval(() => socket.write(kind === 'headers' ? 'X-Slow: 1\r\n' : 'x'), DRIP_MS)
  socket.once('close', () => clearInterval(drip))
  return socket
}

let largest: string | undefined

function largestFile(): string {
  const folder = join(ROOT, 'build', 'client', 'assets')
  largest ??= readdirSync(folder).reduce((one, other) =>
    statSync(join(folder, other)).size > statSync(join(folder, one)).size ? other : one,
  )
  return `/assets/${largest}`
}
