import type { ServerBuild } from '@remix-run/node'
import { DatabaseBusyError } from '#db/busy.ts'
import { BUSY_WORDS, inOneLine } from './busy-words.ts'

type Route = NonNullable<ServerBuild['routes'][string]>
type Handler = NonNullable<Route['module']['loader']>

/** The build with every loader and action answering 503 where the database could not be had, pages or not. */
export function withBusyAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).flatMap(([id, route]) =>
    route ? [[id, { ...route, module: withBusyModule(route.module) }] as const] : [],
  )
  return { ...build, routes: Object.fromEntries(routes) }
}

function withBusyModule(module: Route['module']): Route['module'] {
  const { loader, action } = module
  return {
    ...module,
    ...(loader && { loader: answeringBusy(loader) }),
    ...(action && { action: answeringBusy(action) }),
  }
}

function answeringBusy(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args)
    } catch (error) {
      if (error instanceof DatabaseBusyError) throw busyResponse(error)
      throw error
    }
  }
}

function busyResponse(error: DatabaseBusyError): Response {
  return new Response(inOneLine(BUSY_WORDS[error.reason]), {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' },
  })
}
