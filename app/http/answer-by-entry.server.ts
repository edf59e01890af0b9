import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { type RouteEntry, routeIdOf } from './route-table.ts'

/**
 * Answers with the route that was guarded and with no other: each line of the table has a handler of its own that knows only this
 * one route. So a request cannot be guarded as one address and answered as another, and the router has nothing to search: it would
 * sort all addresses anew for every request, which was two fifths of what a save cost.
 */
export function answerByEntry(build: ServerBuild): RequestHandler {
  const handlers = new Map<string | undefined, RequestHandler>()
  return (request, response, next) => {
    const file = (response.locals.entry as RouteEntry | null)?.file
    const handler = handlers.get(file) ?? handlerOf(build, file)
    handlers.set(file, handler)
    return handler(request, response, next)
  }
}

function handlerOf(build: ServerBuild, file: string | undefined): RequestHandler {
  const known = ['root', file && routeIdOf(file)]
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => known.includes(id)))
  const assets = { ...build.assets, routes: only(build.assets.routes) }
  return createRequestHandler({
    build: { ...build, assets, routes: only(build.routes) },
    getLoadContext: (_request, response) => response.locals.context,
  })
}
