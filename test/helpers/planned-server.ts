import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { keptSecret } from '#app/http/config.server.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Db } from '#db/schema.ts'
import { freshBuild } from '#scripts/fresh-build.ts'
import { launchChromium } from '#scripts/launch-chromium.ts'
import { freePort, runServer } from '#scripts/run-server.ts'
import { type SeededClient, seedClient } from './seeded-client.ts'
import { PHONE } from './visit.ts'

export interface PlannedServer {
  client: SeededClient
  browser: Browser
  /** Signed in as the consultant, on a phone and without JavaScript. */
  context: BrowserContext
  /** Address of the plan. */
  plan: string
  close(): Promise<void>
}

/** The built server with a client whose plan `prepare` has made ready, and a browser that is signed in. */
export async function startPlanned(
  prepare: (db: Db, client: SeededClient) => Promise<void>,
): Promise<PlannedServer> {
  freshBuild()
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-planned-'))
  const port = await freePort()
  const path = join(dataDir, 'plumbline.sqlite')
  const baseUrl = `http://127.0.0.1:${port}`
  const db = await openDatabase(path)
  const config = { baseUrl, databasePath: path, secret: keptSecret(dataDir) }
  const client = await seedClient({ db, config } as Parameters<typeof seedClient>[0], { name: 'ada' })
  await prepare(db, client)
  await db.destroy()
  const server = await runServer({ dataDir, port })
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, baseURL: baseUrl })
  const [name = '', value = ''] = client.cookies.consultant.split('=')
  await context.addCookies([{ name, value, url: baseUrl }])
  const close = async () => {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { client, browser, context, plan: `${baseUrl}/engagements/${client.engagementId}/plan`, close }
}
