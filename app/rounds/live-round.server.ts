import type { Kysely } from 'kysely'
import { isIdle } from '#app/session/last-use.server.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { findConsultantSession } from '#db/sessions.ts'
import { liveFigures } from './live-figures.ts'
import { loadMonitor } from './load-monitor.server.ts'
import { progressOf } from './progress.ts'
import { toldPlaces } from './told-places.server.ts'

export interface LiveAsking {
  db: Kysely<Database>
  roundId: string
  consultant: { id: string; name: string }
  sessionHash: string
  /** Whether a mail server is set. */
  mails: boolean
  now: () => Date
  /** Ends when the browser goes away. */
  signal: AbortSignal
}

/** A look every few seconds, so that a page tells that somebody has answered and not to the second when. */
const LOOK_MS = 5_000
const HEARTBEAT_LOOKS = 4
/** A stream ends after this; the browser asks again by itself, and is held against the guard again. */
const LONGEST_MS = 30 * 60_000
const MOST_STREAMS = 60
const MOST_OF_ONE_SESSION = 3

const streams = new Map<AbortController, string>()

/** Ends every stream, so that a server that stops need not wait for browsers. */
export function endLiveStreams(): void {
  for (const stream of streams.keys()) stream.abort()
}

/**
 * The figures of an open round as server-sent events: one at once, then one whenever they have changed. The stream ends when
 * the round is no longer open, when the session has ended, or when the browser goes. Null: there are enough streams.
 */
export function liveRound(asking: LiveAsking, lookMs = LOOK_MS): ReadableStream<Uint8Array> | null {
  const ofSession = [...streams.values()].filter((session) => session === asking.sessionHash).length
  if (streams.size >= MOST_STREAMS || ofSession >= MOST_OF_ONE_SESSION) return null
  const ending = new AbortController()
  streams.set(ending, asking.sessionHash)
  const signal = AbortSignal.any([ending.signal, asking.signal, AbortSignal.timeout(LONGEST_MS)])
  const encoder = new TextEncoder()
  return new ReadableStream({
    async start(controller) {
      try {
        for await (const event of events(asking, signal, lookMs)) controller.enqueue(encoder.encode(event))
      } finally {
        streams.delete(ending)
        close(controller)
      }
    },
    cancel: () => ending.abort(),
  })
}

async function* events(asking: LiveAsking, signal: AbortSignal, lookMs: number): AsyncGenerator<string> {
  yield 'retry: 5000\n\n'
  let shown = ''
  for (let look = 0; !signal.aborted; look++) {
    const seen = await lookAt(asking)
    if (seen === null) {
      yield 'event: over\ndata: {}\n\n'
      return
    }
    if (seen.progress !== shown) {
      shown = seen.progress
      yield `data: ${await seen.figures()}\n\n`
    } else if (look % HEARTBEAT_LOOKS === 0) yield ': still here\n\n'
    await pause(lookMs, signal)
  }
}

/** The figures now; null where there is nothing more to see for this session. */
async function lookAt({ db, roundId, consultant, sessionHash, mails, now }: LiveAsking) {
  const session = await findConsultantSession(db, sessionHash, now().toISOString())
  if (!session || isIdle({ tokenHash: sessionHash, lastUsedAt: session.lastUsedAt }, now())) return null
  const found = await findRound(db, { id: roundId, consultantId: consultant.id })
  if (found?.round.state !== 'open') return null
  const progress = progressOf(await toldPlaces(db, found.round, now()), found.engagement.departments)
  return {
    progress: JSON.stringify(progress),
    figures: async () => {
      const { next } = await loadMonitor(db, found, { consultantName: consultant.name, now: now(), mails })
      return JSON.stringify(liveFigures(progress, next))
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms).unref()
    signal.addEventListener('abort', done)
  })
}

/** A stream that the reader has cancelled is closed already. */
function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch {
    // Nobody is left to tell.
  }
}
