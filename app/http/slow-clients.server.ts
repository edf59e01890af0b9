import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { RequestHandler } from 'express'

const KIB = 1024
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
/** Node looks every half minute if it is not told otherwise, and what is late is late until then. */
const LOOK_MS = 2_000
const MOST_CONNECTIONS = 2_000
const GRACE_MS = 8_000
/** So much of a form must have come by the end of the grace, or all of it. */
const LEAST_COME = 10 * KIB
/** A reply that waits to be taken may rest this much longer for each second's worth of it. */
const READ_PER_SECOND = 32 * KIB

/** Browsers ask again on a connection once they were answered; whoever piles requests up on it has the replies piled up here. */
const MOST_UNANSWERED = 2

/** A server that lets nobody keep a connection by being slow to say what they want. */
export function createPatientServer(app: RequestListener): Server {
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS },
    app,
  )
  server.maxConnections = MOST_CONNECTIONS
  return server
}

/** The same for the rest of a conversation: a form that trickles in, and a reply that nobody takes. */
export function cutSlowClients({ graceMs = GRACE_MS, lookMs = LOOK_MS } = {}): RequestHandler {
  const unanswered = new WeakMap<Socket, number>()
  const count = (socket: Socket, step: number): number => {
    const now = (unanswered.get(socket) ?? 0) + step
    unanswered.set(socket, now)
    return now
  }
  return (request, response, next) => {
    const { socket } = request
    if (count(socket, 1) > MOST_UNANSWERED) return void socket.destroy()
    const began = performance.now()
    const readBefore = socket.bytesRead
    const isIdle = watchUnread(socket, graceMs)
    let answered = false
    const looks = setInterval(() => {
      const now = performance.now()
      if (socket.destroyed || (answered && request.complete)) return clearInterval(looks)
      const trickles = !request.complete && socket.bytesRead - readBefore < LEAST_COME
      if ((trickles && now - began >= graceMs) || isIdle(now)) socket.destroy()
    }, lookMs)
    // Who was refused at once may still be talking.
    response.once('close', () => {
      answered = true
      count(socket, -1)
      if (request.complete) clearInterval(looks)
    })
    next()
  }
}

/** Whether what is written rests untaken for longer than a slow line needs for it, asked at intervals. */
function watchUnread(socket: Socket, graceMs: number): (now: number) => boolean {
  let last = { written: -1, waiting: 0, since: 0 }
  return (now) => {
    const { bytesWritten: written, writableLength: waiting } = socket
    if (waiting === 0 || written !== last.written || waiting !== last.waiting)
      last = { written, waiting, since: now }
    return now - last.since > graceMs + (waiting / READ_PER_SECOND) * 1000
  }
}
