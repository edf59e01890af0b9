import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchChromium } from '#scripts/launch-chromium.ts'
import { freePort, type RunningServer, runServer } from '#scripts/run-server.ts'
import { openSmtpServer, type TestMailServer } from '#test/helpers/smtp-server.ts'
import { Client } from './client.ts'

export const CONSULTANT = {
  name: 'Ada Moore',
  email: 'ada@consulting.example',
  password: 'four quiet ferries sail',
}

/** What the probe inside the server has seen. */
export interface Probe {
  foreign: string[]
  /** The longest that the event loop was held up, and the longest stretch of that in which the server itself computed. */
  blockedMs: number
  computedMs: number
  rss: number
  peak: number
}

/** The built server with a mail server and a browser beside it, and a consultant who is signed in. */
export interface World {
  server: Pick<RunningServer, 'baseUrl' | 'output'>
  mail: TestMailServer
  browser: Browser
  consultant: Client
  /** A folder of the run's own for files that are looked into. */
  folder: string
  databasePath: string
  restarts(): number
  probe(): Probe
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-hostile-'))
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-hostile-data-'))
  const mail = await openSmtpServer()
  const host = await openHost(folder, dataDir, mail.url)
  const browser = await launchChromium()
  const consultant = new Client(host.baseUrl)
  const fields = Object.entries({ ...CONSULTANT, code: host.setupCode })
  const after = await consultant.submit(await consultant.open('/setup'), fields)
  if (after.path !== '/engagements') throw new Error(`the set-up ended at ${after.path}`)
  Client.forgetLimits = host.restart
  return {
    server: host,
    mail,
    browser,
    consultant,
    folder,
    databasePath: join(dataDir, 'plumbline.sqlite'),
    restarts: host.restarts,
    probe: host.probe,
    close: async () => {
      await browser.close()
      await host.stop()
      await mail.close()
      for (const path of [folder, dataDir]) rmSync(path, { recursive: true, force: true })
    },
  }
}

/** The server, which begins anew where its limits are in the way: they live in its memory. */
async function openHost(folder: string, dataDir: string, smtpUrl: string) {
  const probeFile = join(folder, 'probe.json')
  const options = {
    dataDir,
    port: await freePort(),
    environment: {
      SMTP_URL: smtpUrl,
      PLUMBLINE_MAIL_FROM: 'survey@consulting.example',
      HOSTILE_PROBE: probeFile,
      NODE_OPTIONS: `--import ${fileURLToPath(new URL('./probe.mjs', import.meta.url))}`,
    },
  }
  let server = await runServer(options)
  let [earlier, restarts] = ['', 0]
  const past: Probe = { foreign: [], blockedMs: 0, computedMs: 0, rss: 0, peak: 0 }
  const probe = (): Probe => {
    const now = JSON.parse(readFileSync(probeFile, 'utf8')) as Probe
    return {
      foreign: [...past.foreign, ...now.foreign],
      blockedMs: Math.max(past.blockedMs, now.blockedMs),
      computedMs: Math.max(past.computedMs, now.computedMs),
      rss: now.rss,
      peak: Math.max(past.peak, now.peak),
    }
  }
  return {
    baseUrl: server.baseUrl,
    setupCode: server.setupCode,
    output: () => earlier + server.output(),
    restarts: () => restarts,
    probe,
    stop: () => server.stop(),
    restart: async () => {
      Object.assign(past, probe())
      await server.stop()
      earlier += server.output()
      restarts += 1
      // A machine that is busy with other things may need more than one try.
      server = await runServer(options).catch(() => runServer(options))
    },
  }
}
