import type { Request, RequestHandler } from 'express'
import { BUSY_WORDS } from './busy-words.ts'
import { neverStored } from './headers.server.ts'
import { refuse } from './refusal.server.ts'

/**
 * Begun and not yet answered, forms that are still coming in apart. Whoever only looks has more room: while another process holds
 * the database, saves wait for it and pages can still be read.
 */
const MOST_IN_WORK = { changing: 100, looking: 200 }
const MOST_WAIT_MS = 2_000
/** What one request keeps the others waiting for, until it is known; and at most, so that one slow page shuts nobody out. */
const FIRST_GUESS_MS = 5
const MOST_TURN_MS = 25
const LATEST_SHARE = 0.1

/**
 * Requests are begun one by one, with a look at the network between them, and one that would wait too long for its turn is
 * turned away before anything is done for it. So those that are begun are answered soon, where without it all would be
 * answered late. How long a turn takes is measured: it depends on the machine, on its disk, and on who else uses them.
 */
export function shedLoad(mostWaitMs = MOST_WAIT_MS): RequestHandler {
  const waiting: Waiting[] = []
  const begun = new Set<Request>()
  let turnMs = FIRST_GUESS_MS
  let busy = false
  const takeTurn = () => {
    const began = performance.now()
    busy = waiting.length > 0
    if (!busy) return
    nextOf(waiting)?.begin()
    setImmediate(() => {
      turnMs += LATEST_SHARE * (Math.min(MOST_TURN_MS, performance.now() - began) - turnMs)
      takeTurn()
    })
  }
  return (request, response, next) => {
    if (isFree(request.path)) return next()
    if (waiting.length * turnMs > mostWaitMs || inWork(begun) >= mostInWork(request))
      return neverStored(request, response, () => {
        response.set('Retry-After', '2')
        refuse(request, response, 503, BUSY_WORDS.locked)
      })
    begun.add(request)
    const done = () => begun.delete(request)
    response.once('prefinish', done).once('close', done)
    const begin = () => {
      if (!request.destroyed) next()
    }
    waiting.push({ request, begin })
    if (!busy) setImmediate(takeTurn)
    busy = true
  }
}

interface Waiting {
  request: Request
  begin(): void
}

/** First come, first served, but a form that is still coming in lets everybody pass who has said all they want. */
function nextOf(waiting: Waiting[]): Waiting | undefined {
  const at = waiting.findIndex(({ request }) => request.complete)
  return at > 0 ? waiting.splice(at, 1)[0] : waiting.shift()
}

/** Whoever watches the server must be told, files cost next to nothing, streams and documents have limits of their own. */
function isFree(path: string): boolean {
  return path === '/healthz' || path.startsWith('/assets/') || /(\/live|\.pdf|\.pptx)$/.test(path)
}

function mostInWork({ method }: Request): number {
  return method === 'GET' || method === 'HEAD' ? MOST_IN_WORK.looking : MOST_IN_WORK.changing
}

function inWork(begun: ReadonlySet<Request>): number {
  let count = 0
  for (const { complete } of begun) if (complete) count++
  return count
}
