import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Run } from '../run.ts'

const MIB = 1024 * 1024
const PIECE = Buffer.alloc(64 * 1024, 'a')
const MOST_GROWTH = 64 * MIB

interface Sent {
  status: number
  page: boolean
  sent: number
  ms: number
}

/** Bodies far beyond the limit, with their length, without it and with a false one: refused while they come. */
export async function judgeBodies(run: Run): Promise<void> {
  for (const size of [10 * MIB, 1024 * MIB]) {
    const name = size === 10 * MIB ? '10 MiB' : '1 GiB'
    await judge(run, `a body of ${name} in chunks`, 413, ['Transfer-Encoding: chunked'], size, true)
    await judge(run, `a body of ${name} with its length`, 413, [`Content-Length: ${size}`], size, false)
    await judge(run, `a body of ${name} that says it is 10 bytes`, 400, ['Content-Length: 10'], size, false)
  }
  const bomb = gzipSync(Buffer.alloc(100 * MIB))
  const head = ['Content-Encoding: gzip', `Content-Length: ${bomb.length}`]
  await judge(run, 'a compressed body of 100 MiB of zeros', 415, head, bomb.length, false)
  const both = ['Content-Length: 10', 'Transfer-Encoding: chunked']
  await judge(run, 'a body with two kinds of length', 400, both, 10 * MIB, true)
}

async function judge(run: Run, name: string, wanted: number, head: string[], size: number, chunked: boolean) {
  const before = run.world.probe().rss
  const seen = await send(run, head, size, chunked)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const growth = run.world.probe().rss - before
  const status =
    seen.status === wanted || (wanted === 400 && [0, 200, 303, 400, 403, 408].includes(seen.status))
  const fine = status && growth < MOST_GROWTH && (wanted === 400 || seen.page)
  run.tally.other(
    name,
    fine,
    `status ${seen.status}${seen.page ? ' with a page' : ''} after ${(seen.sent / MIB).toFixed(1)} MiB and ${Math.round(seen.ms)} ms, memory ${growth < 0 ? '' : '+'}${(growth / MIB).toFixed(1)} MiB`,
  )
}

function send({ world }: Run, head: string[], size: number, chunked: boolean): Promise<Sent> {
  const { hostname, port, host } = new URL(world.server.baseUrl)
  const started = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let reply = ''
    let sent = 0
    const more = () => {
      while (sent < size && reply === '' && !socket.destroyed) {
        sent += PIECE.length
        const piece = chunked
          ? Buffer.concat([Buffer.from(`${PIECE.length.toString(16)}\r\n`), PIECE, Buffer.from('\r\n')])
          : PIECE
        if (!socket.write(piece)) return
      }
    }
    const end = () => {
      clearTimeout(late)
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1] ?? 0)
      resolve({
        status,
        page: reply.includes('<main class="apology">'),
        sent,
        ms: performance.now() - started,
      })
      socket.destroy()
    }
    const late = setTimeout(end, 20_000)
    socket.on('drain', more)
    socket.on('data', (chunk) => {
      reply += chunk
      if (reply.includes('</html>') || /^HTTP\/1\.1 400/.test(reply)) end()
    })
    socket.on('close', end)
    socket.on('error', () => {})
    const lines = [
      'POST /sign-in HTTP/1.1',
      `Host: ${host}`,
      `Origin: ${world.server.baseUrl}`,
      'Accept: text/html',
      'Content-Type: application/x-www-form-urlencoded',
    ]
    socket.write([...lines, ...head, '', ''].join('\r\n'))
    more()
  })
}
