import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { consultantOf } from '#app/http/principal.server.ts'
import { liveRound } from '#app/rounds/live-round.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'

/** `no-transform`: a stream that is compressed is held back until it is long enough. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
}

/** Whoever opens the address as a page is sent to the page. No content tells a browser not to ask again. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { round } = await ownedRound(context, params.roundId)
  const { principal } = context
  const streams = request.headers.get('Accept')?.includes('text/event-stream')
  if (!streams || request.method !== 'GET') throw redirect(`/rounds/${round.id}`)
  if (round.state !== 'open') return new Response(null, { status: 204 })
  if (principal.kind !== 'consultant') throw new Response(null, { status: 404 })
  const stream = liveRound({
    db: context.db,
    roundId: round.id,
    consultant: consultantOf(context),
    sessionHash: principal.sessionHash,
    mails: context.config.mail !== null,
    now: context.now,
    signal: request.signal,
  })
  if (!stream) return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  return new Response(stream, { headers: HEADERS })
}
