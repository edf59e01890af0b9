import { ROUTE_TABLE, type RouteEntry } from '#app/http/route-table.ts'
import { AGGREGATE_IDS } from '#app/report/exports/aggregate-tables.ts'
import { openShare, shareReport } from '#app/report/share-report.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import type { RunningApplication } from '#test/helpers/running-application.ts'

/** What is sent, by name, byte for byte (as latin-1). */
export type Surfaces = Record<string, string>

/** What a consultant is shown of a report before it is given out, and what they may hand to a sponsor. */
const FOR_SPONSORS =
  /^\/rounds\/:roundId\/(report|report\.json|report\.pptx|report\/edit|report\/changes|exports|plan.*)$/

interface Asked {
  name: string
  path: string
  cookie: string
  /** Ids of themes and lines are drawn at random in each database, and stand on a consultant's own pages only. */
  hasIds?: boolean
}

/** Everything that a reader can ask for, and what the consultant can of the report: each as a page, as data, as a loader's. */
export async function collectSurfaces(
  app: RunningApplication,
  roundIds: readonly string[],
  { consultantId, secret }: { consultantId: string; secret: string },
): Promise<Surfaces> {
  const own = `plumbline-consultant=${await startSession(app.db, consultantId, new Date())}`
  const surfaces: Surfaces = {}
  for (const [at, roundId] of roundIds.entries()) {
    const reader = `plumbline-reader=${await readerOf(app, roundId, secret)}`
    const isLast = at === roundIds.length - 1
    const asked = [...readerAddresses(reader), ...(isLast ? consultantAddresses(roundId, own) : [])]
    for (const one of asked) surfaces[`${one.name}, round ${at + 1}`] = await bytesOf(app, one)
  }
  return surfaces
}

async function readerOf(app: RunningApplication, roundId: string, secret: string): Promise<string> {
  const asked = { roundId, days: 30, now: new Date() }
  const url = await shareReport(app.db, asked, { secret, baseUrl: app.config.baseUrl })
  const token = new URL(url ?? '').pathname.slice(3)
  return (await openShare(app.db, token, new Date())) ?? ''
}

/** Whatever the table of routes opens to a reader, so that a new address is compared as well; and one that is not there. */
function readerAddresses(cookie: string): Asked[] {
  const routes = ROUTE_TABLE.filter(({ guard, path }) => guard === 'reader' && !path.includes(':'))
  const missing = { name: 'reader not found', path: '/report/none', cookie }
  return [...routes.flatMap((route) => waysOf(route, route.path, `reader ${route.path}`, cookie)), missing]
}

function consultantAddresses(roundId: string, cookie: string): Asked[] {
  const routes = ROUTE_TABLE.filter(({ guard, path }) => guard === 'consultant' && FOR_SPONSORS.test(path))
  const files = ['aggregates.xlsx', ...AGGREGATE_IDS.map((id) => `${id}.csv`)]
  return [
    ...routes.flatMap((route) =>
      waysOf(
        route,
        route.path.replace(':roundId', roundId),
        route.path.replace('/rounds/:roundId/', 'draft '),
        cookie,
      ),
    ),
    ...files.map((file) => ({ name: `table ${file}`, path: `/rounds/${roundId}/exports/${file}`, cookie })),
  ].map((one) => ({ ...one, hasIds: true }))
}

/** A page is also a loader that can be called by itself, in two ways. */
function waysOf({ file }: RouteEntry, path: string, name: string, cookie: string): Asked[] {
  if (!file.endsWith('.tsx')) return [{ name, path, cookie }]
  return [
    { name, path, cookie },
    { name: `${name} as data`, path: `${path}.data`, cookie },
    { name: `${name} as loader`, path: `${path}?_data=${file.replace('.tsx', '')}`, cookie },
  ]
}

/** Status, the headers but for the clock, and the body. */
async function bytesOf(app: RunningApplication, { path, cookie, hasIds }: Asked): Promise<string> {
  const response = await fetch(app.address + path, {
    headers: { cookie, connection: 'close' },
    redirect: 'manual',
  })
  const headers = [...response.headers].filter(([name]) => !['date', 'connection'].includes(name))
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
  const sent = `${response.status}\n${JSON.stringify(headers)}\n${body}`
  return hasIds && !body.startsWith('PK') ? withoutRandomIds(sent) : sent
}

/** Each id told by the place where it first stands. */
function withoutRandomIds(text: string): string {
  const ids = new Map<string, string>()
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const place = ids.get(id) ?? `id ${ids.size}`
    ids.set(id, place)
    return place
  })
}
