import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptSecret } from '#app/http/config.server.ts'
import { type Guard, ROUTE_TABLE } from '#app/http/route-table.ts'
import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { saveDrafts } from '#db/drafts.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { freshBuild } from '#scripts/fresh-build.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import { freePort, type RunningServer, runServer } from '#scripts/run-server.ts'
import { faultsOfPage } from '#test/helpers/crawl.ts'
import { leadSession, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { DESKTOP, visit } from '#test/helpers/visit.ts'
import { addressesOf } from '../app/routes/every-address.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-pages-'))
let server: RunningServer
let browser: Browser
let client: SeededClient
/** Leads at the doors of the questionnaire: one who has not said who they are, and one from another browser. */
let doors: { unconfirmed: string; elsewhere: string }

beforeAll(async () => {
  freshBuild()
  const port = await freePort()
  const path = join(dataDir, 'plumbline.sqlite')
  const db = await openDatabase(path)
  const config = {
    baseUrl: `http://127.0.0.1:${port}`,
    secure: false,
    host: '127.0.0.1',
    port,
    databasePath: path,
    secret: keptSecret(dataDir),
    setupCode: '',
    trustedProxies: 0,
    mail: null,
  }
  client = await seedClient({ db, config } as Parameters<typeof seedClient>[0], { name: 'ada' })
  doors = await openDoors(db, client)
  await db.destroy()
  // A mail server that nobody reaches: the pages about mail are there, and no mail leaves.
  const environment = { SMTP_URL: 'smtp://127.0.0.1:1', PLUMBLINE_MAIL_FROM: 'survey@consulting.test' }
  server = await runServer({ dataDir, port, environment })
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function openDoors(db: Kysely<Database>, { participationIds }: SeededClient) {
  const participationId = participationIds[1] ?? ''
  const token = newToken()
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  await insertLeadSession(db, { tokenHash: hashToken(token), participationId, confirmed: false, expiresAt })
  const answer = { state: 'answered' as const, value: { kind: 'number' as const, number: 5 } }
  await saveDrafts(db, { participationId, changes: [{ itemId: 'initiatives', answer, baseRevision: 0 }] })
  return {
    unconfirmed: `plumbline-lead=${token}`,
    elsewhere: `plumbline-lead=${await leadSession(db, participationId)}`,
  }
}

const addresses = (guard: Guard) => [
  ...new Set(
    ROUTE_TABLE.filter((entry) => entry.guard === guard).flatMap((entry) => addressesOf(entry, client)),
  ),
]

/** Opens each address that gives a page, and says what is wrong with any of them. */
async function crawl(paths: readonly string[], cookie = ''): Promise<{ pages: number; faults: string[] }> {
  const { context, page, faults } = await visit(browser, { viewport: DESKTOP, reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookie.split('=')
  if (cookie) await context.addCookies([{ name, value, url: server.baseUrl }])
  let pages = 0
  for (const path of paths) {
    if (!(await givesPage(path, cookie))) continue
    await page.goto(server.baseUrl + path)
    faults.push(...(await faultsOfPage(page)))
    await page.setViewportSize(DESKTOP)
    pages += 1
  }
  await context.close()
  console.log(`${pages} pages of ${paths.length} addresses`)
  return { pages, faults }
}

/** Whether an address answers with a page of its own: not a file, and not the way to another page. */
async function givesPage(path: string, cookie: string): Promise<boolean> {
  if (path.endsWith('/live')) return false
  const headers = { accept: 'text/html', cookie }
  const response = await fetch(server.baseUrl + path, { headers, redirect: 'manual' })
  await response.body?.cancel()
  return response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('text/html')
}

test('every page of a consultant is sound: wide and narrow, light and dark', async () => {
  const { pages, faults } = await crawl(addresses('consultant'), client.cookies.consultant)
  expect(faults).toEqual([])
  expect(pages).toBeGreaterThan(60)
}, 600_000)

test('every page of a lead is sound', async () => {
  const { pages, faults } = await crawl(addresses('lead'), client.cookies.lead)
  const atDoors = [
    await crawl(['/answer'], doors.unconfirmed),
    await crawl(
      ['/answer', '/answer/code', '/answer/review', `/answer/${client.sectionIds[0]}`],
      doors.elsewhere,
    ),
  ]
  expect([...faults, ...atDoors.flatMap((door) => door.faults)]).toEqual([])
  expect(pages).toBeGreaterThan(client.sectionIds.length)
  expect(atDoors.map((door) => door.pages)).toEqual([1, 4])
})

test('every page of a reader is sound', async () => {
  const { pages, faults } = await crawl(addresses('reader'), client.cookies.reader)
  expect(faults).toEqual([])
  expect(pages).toBe(1)
})

test('every page that is open to everybody is sound', async () => {
  const { pages, faults } = await crawl(addresses('public'))
  expect(faults).toEqual([])
  expect(pages).toBeGreaterThan(5)
})
