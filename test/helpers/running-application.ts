import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import type { Kysely } from 'kysely'
import * as entryServer from '#app/entry.server.tsx'
import type { Config } from '#app/http/config.server.ts'
import { NO_LIMIT } from '#app/http/limit.server.ts'
import { createLimits, type Limits } from '#app/http/limits.server.ts'
import { log } from '#app/http/log.server.ts'
import { ROUTE_TABLE, routeIdOf } from '#app/http/route-table.ts'
import { application } from '#app/http/serve.server.ts'
import * as root from '#app/root.tsx'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'

export interface Reply {
  status: number
  text: string
  headers: Headers
  /** SQL statements between the request and the reply, the guard's included. */
  statements: string[]
}

export interface Asking {
  cookie?: string
  /** Sends a form, as a browser on our own pages would. */
  form?: URLSearchParams | FormData
  method?: 'GET' | 'HEAD'
  headers?: Record<string, string>
}

export interface RunningApplication {
  db: Kysely<Database>
  config: Config
  /** Where the server listens. */
  address: string
  ask(path: string, asking?: Asking): Promise<Reply>
  close(): Promise<void>
}

/** The whole server on a free port, from the sources: edge, guard, routes and rendering, without the assets. */
export async function runApplication({
  databasePath = ':memory:',
  mail = null,
  limits = forTests(),
  clientFolder = '/nowhere',
  secure = false,
}: {
  databasePath?: string
  mail?: Config['mail']
  limits?: Limits
  clientFolder?: string
  /** As behind a proxy with TLS: cookies and headers are those of the real thing. */
  secure?: boolean
} = {}): Promise<RunningApplication> {
  log.level = 'silent'
  const statements: string[] = []
  const db = await openDatabase(databasePath, { onStatement: (sql) => statements.push(sql) })
  const config: Config = {
    baseUrl: secure ? 'https://survey.example.org' : 'http://localhost',
    secure,
    host: '127.0.0.1',
    port: 0,
    databasePath,
    secret: 'f'.repeat(64),
    setupCode: 'a-code-for-this-test',
    trustedProxies: 0,
    mail,
  }
  const app = application(await buildFromSources(), clientFolder, db, config, () => {}, limits)
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    db,
    config,
    address,
    async ask(path, { cookie, form, method = 'GET', headers } = {}) {
      const before = statements.length
      const response = await fetch(address + path, {
        method: form ? 'POST' : method,
        body: form,
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          connection: 'close',
          ...(cookie && { cookie }),
          ...(form && { origin: config.baseUrl }),
          ...headers,
        },
      })
      const text = await response.text()
      return {
        status: response.status,
        text,
        headers: response.headers,
        statements: statements.slice(before),
      }
    },
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await db.destroy()
    },
  }
}

/** A test may fetch more files in a minute than a person: only the tests of the limits meet them. */
function forTests(): Limits {
  return { ...createLimits(), document: NO_LIMIT, export: NO_LIMIT, import: NO_LIMIT, autosave: NO_LIMIT }
}

/** What the bundler would make of `app/`, put together from the sources. */
export async function buildFromSources(): Promise<ServerBuild> {
  const files = import.meta.glob('../../app/routes/*.{ts,tsx}')
  const modules = await Promise.all(
    ROUTE_TABLE.map(async ({ file, path }) => {
      const id = routeIdOf(file)
      const module = (await files[`../../app/routes/${file}`]?.()) as ServerBuild['routes'][string]
      return [id, { id, parentId: 'root', path: path.slice(1), module }] as const
    }),
  )
  const routes = { root: { id: 'root', path: '', module: root }, ...Object.fromEntries(modules) }
  const manifestRoutes = Object.entries(routes).map(([id, { module, ...route }]) => [
    id,
    {
      ...route,
      module: '',
      hasAction: 'action' in Object(module),
      hasLoader: 'loader' in Object(module),
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: 'ErrorBoundary' in Object(module),
    },
  ])
  return {
    entry: { module: entryServer },
    routes,
    assets: {
      entry: { module: '', imports: [] },
      routes: Object.fromEntries(manifestRoutes),
      url: '',
      version: '',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
    isSpaMode: false,
  } as unknown as ServerBuild
}
