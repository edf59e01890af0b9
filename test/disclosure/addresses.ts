import { ROUTE_TABLE, type RouteEntry } from '#app/http/route-table.ts'
import { AGGREGATE_IDS } from '#app/report/exports/aggregate-tables.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { addressesOf } from '#test/app/routes/every-address.ts'
import type { SeededClient } from '#test/helpers/seeded-client.ts'

/** Something to fetch, under a name that is the same in every database. */
export interface Asked {
  name: string
  path: string
  cookie: string
  /** Ids of themes, lines, votes and links are drawn at random in each database, and stand on these pages as they are. */
  hasIds?: boolean
  /** Its rows stand in the order of such ids. */
  inRandomOrder?: boolean
  /** Made of nothing that anybody answered, as far as is known, or of what is compared elsewhere: fetched now and then. */
  far?: boolean
}

export interface Cookies {
  consultant: string
  viewer: string
  follower: string
  lead: string
}

/** Ids of a client with one round. */
export type KnownIds = Pick<
  SeededClient,
  'engagementId' | 'leadIds' | 'participationIds' | 'planEntryIds' | 'sectionIds' | 'shareIds' | 'linkTokens'
> & { rounds: { published: string } }

/**
 * Who comes to know what is changed: nobody at all, the consultant who reads single answers, the one who sorts lines, or the room
 * once its vote is closed.
 */
export type ToldTo = 'nobody' | 'confidant' | 'sorter' | 'room'

/** Begins the name of whatever shows single answers, or lines as they were written. */
const CONFIDENTIAL = 'in confidence '
const SINGLE_ANSWERS =
  /\/leads\/:leadId\/data|\/parcel\.zip$|^\/rounds\/:roundId\/(themes|report\/quotes)|\/(answers|lines)\.(csv|xlsx)$/

/** What is made of the answers of a round in pages about it and about the plan; the papers of a report are a reader's as well. */
const NEAR =
  /^\/rounds\/:roundId(\/(report|report\.json|report\/edit|report\/charts\/:file|exports|exports\/:file))?$|\/plan(\.pdf)?$|\/plan\/(priorities|not-now|rights|rhythm|rollout)(\/:entryId)?$/

/** Whether a surface may differ by such an answer. In unlinked mode a consultant sorts lines and reads nothing else of anybody. */
export function mayDiffer(surface: string, toldTo: ToldTo, mode: PrivacyMode): boolean {
  if (toldTo === 'room') return surface.startsWith('vote closed')
  if (!surface.startsWith(CONFIDENTIAL) || toldTo === 'nobody') return false
  return toldTo === 'sorter' || mode === 'confidential'
}

/** Whatever the table of routes opens to a reader, so that a new address is compared as well; and one that is not there. */
export function readerAddresses(cookie: string): Asked[] {
  const routes = ROUTE_TABLE.filter(({ guard, path }) => guard === 'reader' && !path.includes(':'))
  const missing = { name: 'reader not found', path: '/report/none', cookie }
  return [...routes.flatMap((route) => waysOf(route, route.path, `reader ${route.path}`, cookie)), missing]
}

/** What is seen of a round while it is open. */
export function openAddresses(roundId: string, { consultant, viewer }: Omit<Cookies, 'lead'>): Asked[] {
  const path = `/rounds/${roundId}`
  return [
    { name: 'consultant, still open', path, cookie: consultant },
    { name: 'viewer, still open', path, cookie: viewer },
  ]
}

/** The page of the debrief and the way to a vote, of any round. */
export function roomAddresses(roundId: string, { consultant, viewer }: Cookies): Asked[] {
  return [
    { name: 'room debrief', path: `/rounds/${roundId}/debrief`, cookie: consultant, hasIds: true },
    { name: 'viewer debrief', path: `/rounds/${roundId}/debrief`, cookie: viewer, hasIds: true },
    ...voteAddresses(roundId, consultant),
  ]
}

export function voteAddresses(roundId: string, cookie: string): Asked[] {
  return ['revote', 'revote/count'].map((page) => ({
    name: `room ${page}`,
    path: `/rounds/${roundId}/${page}`,
    cookie,
    hasIds: true,
  }))
}

/**
 * Everything that names an engagement or a round, as each of those who may open it: whoever follows the progress of the plan,
 * somebody else who answered, a viewer, and the consultant.
 */
export function addressesAround(known: KnownIds, cookies: Cookies): Asked[] {
  const follower = ROUTE_TABLE.filter(({ guard }) => guard === 'follower').flatMap((route) =>
    waysOf(route, route.path, `follower ${route.path}`, cookies.follower),
  )
  const lead = opened('lead').flatMap((route) => placed(route, known, 'lead', cookies.lead))
  const around = opened('consultant').filter(
    ({ path }) => path === '/engagements' || /:(engagementId|roundId)/.test(path),
  )
  const viewer = around
    .filter(({ reads }) => reads === 'viewer')
    .flatMap((route) => placed(route, known, 'viewer', cookies.viewer))
  const consultant = around.flatMap((route) => placed(route, known, 'consultant', cookies.consultant))
  const tables = AGGREGATE_IDS.map((id) => ({
    name: `table ${id}.csv`,
    path: `/rounds/${known.rounds.published}/exports/${id}.csv`,
    cookie: cookies.consultant,
    far: true,
  }))
  return [...follower, ...lead, ...viewer, ...consultant, ...tables].map((one) => ({ ...one, hasIds: true }))
}

/** Streams do not end. */
function opened(guard: RouteEntry['guard']): RouteEntry[] {
  return ROUTE_TABLE.filter((route) => route.guard === guard && !route.path.endsWith('/live'))
}

/** An address with the ids of a client in it, named by the ids' places. */
function placed(route: RouteEntry, known: KnownIds, who: string, cookie: string): Asked[] {
  return addressesOf(route, known as unknown as SeededClient).map((path, at) => {
    const isTold = SINGLE_ANSWERS.test(route.path) || SINGLE_ANSWERS.test(path)
    const name = `${isTold ? CONFIDENTIAL : ''}${who} ${route.path} ${at}`
    const inRandomOrder = /\/(parcel\.zip|themes\.json)$/.test(path)
    return { name, path, cookie, inRandomOrder, far: !NEAR.test(route.path) }
  })
}

/** A page is also a loader that could be called by itself, in two ways. */
function waysOf({ file }: RouteEntry, path: string, name: string, cookie: string): Asked[] {
  if (!file.endsWith('.tsx')) return [{ name, path, cookie }]
  return [
    { name, path, cookie },
    { name: `${name} as data`, path: `${path}.data`, cookie },
    { name: `${name} as loader`, path: `${path}?_data=${file.replace('.tsx', '')}`, cookie },
  ]
}
