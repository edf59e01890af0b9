import type { Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Request, type Response } from 'express'
import type { Kysely } from 'kysely'
import { startRetention } from '#app/rounds/keeping/retention.server.ts'
import { endLiveStreams } from '#app/rounds/live-round.server.ts'
import { mailServer } from '#app/rounds/mail/mail-server.server.ts'
import { startMailer } from '#app/rounds/mail/mailer.server.ts'
import { makeMissingCodes } from '#app/rounds/mail/make-codes.server.ts'
import { startRoundClock } from '#app/rounds/round-clock.server.ts'
import { readRound } from '#app/themes/read-round.server.ts'
import { DatabaseBusyError } from '#db/busy.ts'
import { countConsultants } from '#db/consultants.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { ARCHIVED_WORDS, isPutAway } from './archive-guard.server.ts'
import { busyWords, withBusyAnswers } from './busy-answers.server.ts'
import { type Config, readConfig } from './config.server.ts'
import { closeSideDoors, limitBody, requireOwnOrigin } from './gatekeeper.server.ts'
import { guardRequest } from './guard.server.ts'
import { neverStored, securityHeaders } from './headers.server.ts'
import { log, logRequests } from './log.server.ts'

const STOP_AFTER_MS = 10_000

export interface RunningServer {
  url: string
  stop(): Promise<void>
}

/** Reads the configuration, opens the database with its checks, and serves until told to stop. */
export async function serve(build: ServerBuild, clientFolder: string): Promise<RunningServer> {
  const result = readConfig(process.env)
  if (!result.ok) throw new Error(`The configuration is not complete:\n  ${result.errors.join('\n  ')}`)
  const { config } = result
  const db = await openDatabase(config.databasePath)
  await makeMissingCodes(db, config.secret)
  if ((await countConsultants(db)) === 0) {
    process.stdout.write(
      `First start. Open ${config.baseUrl}/setup and use the set-up code ${config.setupCode}\n`,
    )
  }
  const mailer =
    config.mail && startMailer(db, mailServer(config.mail.smtpUrl), { ...config, ...config.mail })
  const retention = startRetention(db, config.databasePath)
  const clock = startRoundClock(db, (roundId) => readRound(db, roundId, config))
  const server = await listen(
    application(build, clientFolder, db, config, () => mailer?.wake()),
    config,
  )
  log.info({ url: config.baseUrl, database: config.databasePath }, 'Plumbline is ready')
  return {
    url: config.baseUrl,
    stop: async () => {
      endLiveStreams()
      await Promise.all([mailer?.stop(), retention.stop(), clock.stop()])
      await stop(server, db)
    },
  }
}

export function application(
  build: ServerBuild,
  clientFolder: string,
  db: Kysely<Database>,
  config: Config,
  wakeMailer: () => void = () => {},
) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustedProxies)
  app.use(logRequests, securityHeaders(config.secure), compression())
  app.use('/assets', express.static(`${clientFolder}/assets`, { immutable: true, maxAge: '1y' }))
  app.use(express.static(clientFolder, { maxAge: '1h', index: false }))
  app.use(neverStored)
  app.get('/healthz', (_request, response, next) => answerHealth(db, response).catch(next))
  app.use(closeSideDoors(config.baseUrl), requireOwnOrigin(config.baseUrl), limitBody)
  app.use((request, response, next) =>
    admit(db, config, request, response, wakeMailer).then((pass) => pass && next(), next),
  )
  app.all(
    '*',
    createRequestHandler({
      build: withBusyAnswers(build),
      getLoadContext: (_request, response) => response.locals.context,
    }),
  )
  app.use(answerFault)
  return app
}

async function answerHealth(db: Kysely<Database>, response: Response) {
  await countConsultants(db)
  response.json({ status: 'ok' })
}

/** Runs the guard; true where the request may go on to its route. */
async function admit(
  db: Kysely<Database>,
  config: Config,
  request: Request,
  response: Response,
  wakeMailer: () => void,
): Promise<boolean> {
  const now = () => new Date()
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  const asked = { path: request.path, cookies: request.headers.cookie, changes }
  const result = await guardRequest(db, config, asked, now())
  if (result.kind === 'forbidden') {
    response.status(403).type('text/plain').send('Your role in this workspace does not allow this.')
    return false
  }
  if (result.kind === 'redirect') {
    if (request.accepts(['html', 'json']) === 'json') response.status(401).json({ signedOut: true })
    else response.redirect(303, result.to)
    return false
  }
  const { principal } = result
  if (await isPutAway(db, principal, asked)) {
    response.status(409).type('text/plain').send(ARCHIVED_WORDS)
    return false
  }
  const context: AppLoadContext = { db, config, now, principal, address: request.ip ?? '', wakeMailer }
  response.locals.context = context
  return true
}

const answerFault: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error)
  if (error instanceof DatabaseBusyError) {
    response.status(503).set('Retry-After', '2').type('text/plain').send(busyWords(error))
    return
  }
  log.error({ fault: error instanceof Error ? error.stack : String(error) }, 'request failed')
  response
    .status(500)
    .type('text/plain')
    .send('Something went wrong on our side. Nothing you sent before is lost.')
}

function listen(app: ReturnType<typeof application>, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(config.port, config.host, () => resolve(server))
    server.headersTimeout = 10_000
    server.requestTimeout = 30_000
    server.on('error', reject)
  })
}

/** No new requests, running ones may finish, then the database is closed. */
async function stop(server: Server, db: Kysely<Database>): Promise<void> {
  // Or a browser that keeps its connection busy would be served until it is cut off in the middle.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), STOP_AFTER_MS)
  await closed
  clearTimeout(late)
  await db.destroy()
}
