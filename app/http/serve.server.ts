import type { Server } from 'node:http'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Request, type Response } from 'express'
import type { Kysely } from 'kysely'
import { startReminders } from '#app/redesign/commitments/remind-owners.server.ts'
import { startRetention } from '#app/rounds/keeping/retention.server.ts'
import { endLiveStreams } from '#app/rounds/live-round.server.ts'
import { mailServer } from '#app/rounds/mail/mail-server.server.ts'
import { startMailer } from '#app/rounds/mail/mailer.server.ts'
import { makeMissingCodes } from '#app/rounds/mail/make-codes.server.ts'
import { startRoundClock } from '#app/rounds/round-clock.server.ts'
import { readRound } from '#app/themes/read-round.server.ts'
import { DatabaseBusyError, type DiskFailedError } from '#db/busy.ts'
import { countConsultants } from '#db/consultants.ts'
import { isNearlyFull } from '#db/free-space.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { addressOf } from './address.server.ts'
import { answerByEntry } from './answer-by-entry.server.ts'
import { ARCHIVED_WORDS, isPutAway } from './archive-guard.server.ts'
import { limitBody } from './body-limit.server.ts'
import { withBusyAnswers } from './busy-answers.server.ts'
import { BUSY_WORDS } from './busy-words.ts'
import { type Config, readConfig } from './config.server.ts'
import { closeSideDoors, requireOwnOrigin } from './gatekeeper.server.ts'
import { guardRequest } from './guard.server.ts'
import { neverStored, securityHeaders } from './headers.server.ts'
import { createLimits, type Limits, secondsToWait } from './limits.server.ts'
import { log, logRequests } from './log.server.ts'
import { refuse } from './refusal.server.ts'
import { shedLoad } from './shed-load.server.ts'
import { createPatientServer, cutSlowClients } from './slow-clients.server.ts'
import { tooManyWords } from './too-many.ts'

const STOP_AFTER_MS = 10_000

const NOT_YOUR_ROLE = {
  title: 'Not for your role',
  text: 'Your role in this workspace does not allow this. An owner of the workspace can change roles.',
}
const ARCHIVED = { title: 'This is archived', text: ARCHIVED_WORDS }
const FAULT = {
  title: 'Something went wrong on our side',
  text: 'Nothing that was saved is lost. Please go back and try again; if it happens again, tell your consultant.',
}

export interface RunningServer {
  url: string
  stop(): Promise<void>
  /** Fulfilled when the disk has failed: only a new start can tell what was saved. */
  diskFailed: Promise<void>
}

/** Reads the configuration, opens the database with its checks, and serves until told to stop. */
export async function serve(build: ServerBuild, clientFolder: string): Promise<RunningServer> {
  const result = readConfig(process.env)
  if (!result.ok) throw new Error(`The configuration is not complete:\n  ${result.errors.join('\n  ')}`)
  const { config } = result
  let noteFailure = () => {}
  const diskFailed = new Promise<void>((resolve) => {
    noteFailure = resolve
  })
  const onDiskFailure = (failure: DiskFailedError) => {
    log.fatal(
      { fault: failure.message },
      'the disk failed: stopping, so that a new start checks what is there',
    )
    noteFailure()
  }
  const db = await openDatabase(config.databasePath, { onDiskFailure })
  await makeMissingCodes(db, config.secret)
  if ((await countConsultants(db)) === 0) {
    process.stdout.write(
      `First start. Open ${config.baseUrl}/setup and use the set-up code ${config.setupCode}\n`,
    )
  }
  const post = config.mail && mailServer(config.mail.smtpUrl)
  const mailer = config.mail && post && startMailer(db, post, { ...config, ...config.mail })
  const reminders = config.mail && post && startReminders(db, post, { ...config, ...config.mail })
  const retention = startRetention(db, config.databasePath)
  const clock = startRoundClock(db, (roundId) => readRound(db, roundId, config))
  const server = await listen(
    application(build, clientFolder, db, config, () => mailer?.wake()),
    config,
  )
  log.info({ url: config.baseUrl, database: config.databasePath }, 'Plumbline is ready')
  return {
    url: config.baseUrl,
    diskFailed,
    stop: async () => {
      endLiveStreams()
      await Promise.all([mailer?.stop(), reminders?.stop(), retention.stop(), clock.stop()])
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
  limits: Limits = createLimits(),
) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustedProxies)
  app.use(logRequests, securityHeaders(config.secure), cutSlowClients(), shedLoad(), compression())
  app.use(
    '/assets',
    express.static(`${clientFolder}/assets`, { immutable: true, maxAge: '1y', redirect: false }),
  )
  const files = express.static(clientFolder, { maxAge: '1h', index: false, redirect: false })
  // To look for every address among the files would ask the disk for each request.
  app.use((request, response, next) =>
    addressOf(request.path).entry ? next() : files(request, response, next),
  )
  app.use(neverStored)
  app.get('/healthz', (_request, response, next) => answerHealth(db, config, response).catch(next))
  app.use(closeSideDoors(config.baseUrl), requireOwnOrigin(config.baseUrl), limitBody)
  app.use((request, response, next) =>
    admit({ db, config, limits, wakeMailer }, request, response).then((pass) => pass && next(), next),
  )
  app.all('*', answerByEntry(withBusyAnswers(build)))
  app.use(answerFault)
  return app
}

/** For whoever watches the server. A nearly full disk is no fault yet, but by the time it is one it is too late. */
async function answerHealth(db: Kysely<Database>, { databasePath }: Config, response: Response) {
  await countConsultants(db)
  if (isNearlyFull(databasePath)) response.status(503).json({ status: 'the disk is nearly full' })
  else response.json({ status: 'ok' })
}

/** Runs the guard; true where the request may go on to its route. */
async function admit(
  house: Pick<AppLoadContext, 'db' | 'config' | 'limits' | 'wakeMailer'>,
  request: Request,
  response: Response,
): Promise<boolean> {
  const { db, config, limits } = house
  const now = () => new Date()
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  const address = addressOf(request.path)
  const { entry } = address
  const asked = { entry, cookies: request.headers.cookie, changes, url: request.originalUrl }
  const result = await guardRequest(db, config, asked, now())
  if (result.kind === 'forbidden') {
    refuse(request, response, 403, NOT_YOUR_ROLE)
    return false
  }
  if (result.kind === 'redirect') {
    if (request.accepts(['html', 'json']) === 'json') response.status(401).json({ signedOut: true })
    else response.redirect(result.keepsForm ? 307 : 303, result.to)
    return false
  }
  const { principal } = result
  if (await isPutAway(db, principal, address, changes)) {
    refuse(request, response, 409, ARCHIVED)
    return false
  }
  const context: AppLoadContext = { ...house, now, principal, address: request.ip ?? '' }
  response.locals.context = context
  response.locals.entry = entry
  const seconds = secondsToWait(limits, principal, entry, { path: request.path, changes })
  if (seconds === 0) return true
  response.set('Retry-After', String(seconds))
  refuse(request, response, 429, tooManyWords(seconds))
  return false
}

const answerFault: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  if (error instanceof DatabaseBusyError) {
    response.set('Retry-After', '2')
    return refuse(request, response, 503, BUSY_WORDS[error.reason])
  }
  log.error({ fault: error instanceof Error ? error.stack : String(error) }, 'request failed')
  refuse(request, response, 500, FAULT)
}

function listen(app: ReturnType<typeof application>, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createPatientServer(app)
    server.on('error', reject)
    server.listen(config.port, config.host, () => resolve(server))
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
