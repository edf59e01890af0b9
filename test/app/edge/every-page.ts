import type { ServerBuild } from '@remix-run/node'
import { ROUTE_TABLE, type RouteEntry, routeIdOf } from '#app/http/route-table.ts'
import type { Reply, RunningApplication } from '#test/helpers/running-application.ts'
import type { SeededClient } from '#test/helpers/seeded-client.ts'
import { addressesOf } from '../routes/every-address.ts'

export interface Visited {
  path: string
  entry: RouteEntry
  cookie: string | undefined
  reply: Reply
}

/** The session that an address is for. */
export function cookieFor({ guard }: RouteEntry, { cookies }: SeededClient): string | undefined {
  return (cookies as Record<string, string>)[guard]
}

/** Every address of the product, as whom it is for. Streams that do not end are left out. */
export function everyAddress(client: SeededClient): Omit<Visited, 'reply'>[] {
  return ROUTE_TABLE.filter(({ path }) => !path.endsWith('/live')).flatMap((entry) =>
    [...new Set(addressesOf(entry, client))].map((path) => ({
      path,
      entry,
      cookie: cookieFor(entry, client),
    })),
  )
}

export async function visitAll(app: RunningApplication, client: SeededClient): Promise<Visited[]> {
  const visited: Visited[] = []
  for (const address of everyAddress(client))
    visited.push({ ...address, reply: await app.ask(address.path, { cookie: address.cookie }) })
  return visited
}

export const kindOf = ({ headers }: Reply) => (headers.get('content-type') ?? '').split(';')[0] ?? ''

/** Whether anything can be sent to a route. */
export function takesForms(routes: ServerBuild['routes'], { file }: RouteEntry): boolean {
  return 'action' in Object(routes[routeIdOf(file)]?.module)
}
