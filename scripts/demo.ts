import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import clientFile from './demo/client.json' with { type: 'json' }
import { type DemoAccess, enterClient } from './demo/enter-client.ts'
import { readClient } from './demo/read-client.ts'
import { freshBuild, ROOT } from './fresh-build.ts'
import { type RunningServer, runServer, usablePort } from './run-server.ts'

const DATA = join(ROOT, 'data', 'demo')
const ACCESS = join(DATA, 'access.json')
const PDF = join(DATA, 'report.pdf')
const PORT = 4400

/** `npm run demo`: a believable client on a running server. With --keep, the one that an earlier run left. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
  freshBuild()
  const kept = values.keep && existsSync(ACCESS)
  if (!kept) rmSync(DATA, { recursive: true, force: true })
  mkdirSync(DATA, { recursive: true, mode: 0o700 })
  const server = await runServer({ dataDir: DATA, port: await usablePort(Number(process.env.PORT ?? PORT)) })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(server, 0))
  try {
    const access = kept ? (JSON.parse(readFileSync(ACCESS, 'utf8')) as DemoAccess) : await enter(server)
    console.log(wordsFor(access, server.baseUrl))
  } catch (error) {
    console.error((error as Error).message)
    await leave(server, 1)
  }
}

async function enter(server: RunningServer): Promise<DemoAccess> {
  console.log('Entering a client with 25 leads and their answers ...')
  const { access, pdf } = await enterClient(readClient(clientFile), server)
  writeFileSync(PDF, pdf)
  writeFileSync(ACCESS, JSON.stringify(access), { mode: 0o600 })
  return access
}

function wordsFor(access: DemoAccess, baseUrl: string): string {
  return `
Plumbline is running. Stop it with Ctrl-C.

  Consultant's sign-in       ${baseUrl}/sign-in
                             ${access.email}
                             ${access.password}
  Senior lead's link         ${baseUrl}${access.seniorLink}
  Department lead's link     ${baseUrl}${access.departmentLink}
  Sponsor's report           ${baseUrl}${access.sponsorLink}
  The report as a PDF        ${PDF}
`
}

async function leave(server: RunningServer, code: number): Promise<void> {
  await server.stop()
  process.exit(code)
}

try {
  await main()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
