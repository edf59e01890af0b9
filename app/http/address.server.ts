import { matchRoutes } from '@remix-run/react'
import { ROUTE_TABLE, type RouteEntry } from './route-table.ts'

/** What the route table says of an address. */
export interface Address {
  entry: RouteEntry | null
  params: Readonly<Record<string, string | undefined>>
}

const ROUTES = ROUTE_TABLE.map((entry) => ({ path: entry.path, entry }))
const NOWHERE: Address = { entry: null, params: {} }
/** The same few addresses are asked for again and again, and the router sorts its whole table for each of them anew. */
const MOST_REMEMBERED = { addresses: 5_000, length: 200 }

const remembered = new Map<string, Address>()

export function addressOf(path: string): Address {
  const known = remembered.get(path)
  if (known) return known
  const match = matchRoutes(ROUTES, path)?.at(-1)
  if (!match) return NOWHERE
  const address = { entry: match.route.entry, params: match.params }
  if (remembered.size >= MOST_REMEMBERED.addresses) remembered.clear()
  if (path.length <= MOST_REMEMBERED.length) remembered.set(path, address)
  return address
}
