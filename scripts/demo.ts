import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import clientFile from './demo/client.json' with { type: 'json' }
import healthyFile from './demo/client-healthy.json' with { type: 'json' }
import smallFile from './demo/client-small.json' with { type: 'json' }
import { type DemoAccess, enterClient } from './demo/enter-client.ts'
import { readClient } from './demo/read-client.ts'
import { freshBuild, ROOT } from './fresh-build.ts'
import { type RunningServer, runServer, usablePort } from './run-server.ts'

const PORT = 4400
/** The clients to look at: split over its priorities, aligned and healthy, and a team of six that answers in the open. */
const CLIENTS = { split: clientFile, healthy: healthyFile, small: smallFile } as const
type ClientName = keyof typeof CLIENTS

/** Where a client is kept; the first one where it always was. */
interface Place {
  data: string
  access: string
  pdf: string
}

/**
 * `npm run demo`: a believable client on a running server. With --client healthy or --client small, another one; with
 * --keep, the one that an earlier run left.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { keep: { type: 'boolean', default: false }, client: { type: 'string', default: 'split' } },
  })
  const name = clientName(values.client)
  const place = placeOf(name)
  freshBuild()
  const kept = values.keep && existsSync(place.access)
  if (!kept) rmSync(place.data, { recursive: true, force: true })
  mkdirSync(place.data, { recursive: true, mode: 0o700 })
  const server = await runServer({
    dataDir: place.data,
    port: await usablePort(Number(process.env.PORT ?? PORT)),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(server, 0))
  try {
    const access = kept
      ? (JSON.parse(readFileSync(place.access, 'utf8')) as DemoAccess)
      : await enter(name, place, server)
    console.log(wordsFor(access, place, server.baseUrl))
  } catch (error) {
    console.error((error as Error).message)
    await leave(server, 1)
  }
}

function clientName(asked: string): ClientName {
  if (asked in CLIENTS) return asked as ClientName
  throw new Error(`there is no client ${asked}; choose one of ${Object.keys(CLIENTS).join(', ')}`)
}

function placeOf(name: ClientName): Place {
  const data = join(ROOT, 'data', name === 'split' ? 'demo' : `demo-${name}`)
  return { data, access: join(data, 'access.json'), pdf: join(data, 'report.pdf') }
}

async function enter(name: ClientName, place: Place, server: RunningServer): Promise<DemoAccess> {
  const client = readClient(CLIENTS[name])
  console.log(`Entering ${client.clientName} with ${client.people.length} leads and their answers ...`)
  const { access, pdf } = await enterClient(client, server)
  writeFileSync(place.pdf, pdf)
  writeFileSync(place.access, JSON.stringify(access), { mode: 0o600 })
  return access
}

function wordsFor(access: DemoAccess, { pdf }: Place, baseUrl: string): string {
  const department = access.departmentLink
    ? [`  Department lead's link     ${baseUrl}${access.departmentLink}`]
    : []
  return [
    '',
    'Plumbline is running. Stop it with Ctrl-C.',
    '',
    `  Consultant's sign-in       ${baseUrl}/sign-in`,
    `                             ${access.email}`,
    `                             ${access.password}`,
    `  Senior lead's link         ${baseUrl}${access.seniorLink}`,
    ...department,
    `  Sponsor's report           ${baseUrl}${access.sponsorLink}`,
    `  The report as a PDF        ${pdf}`,
    '',
  ].join('\n')
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
