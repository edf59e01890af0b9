import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import clientFile from './demo/client.json' with { type: 'json' }
import healthyFile from './demo/client-healthy.json' with { type: 'json' }
import smallFile from './demo/client-small.json' with { type: 'json' }
import { CONSULTANT, type DemoAccess, enterClient, randomPassword } from './demo/enter-client.ts'
import { enterFollowed, type FollowedAccess } from './demo/enter-followed.ts'
import followThroughFile from './demo/follow-through.json' with { type: 'json' }
import { readClient } from './demo/read-client.ts'
import { freshBuild, ROOT } from './fresh-build.ts'
import { type RunningServer, runServer, usablePort } from './run-server.ts'
import { createVisitor } from './visit/visitor.ts'

const PORT = 4400
/** The clients to look at: split over its priorities, aligned and healthy, and a team of six that answers in the open. */
const CLIENTS = { split: clientFile, healthy: healthyFile, small: smallFile } as const
/** The split client once more, eleven weeks on: diagnosed, debriefed, with a plan that runs and a pulse behind it. */
const FOLLOWED = 'followed'
type ClientName = keyof typeof CLIENTS | typeof FOLLOWED
type Access = DemoAccess | FollowedAccess

/** Where a client is kept; the first one where it always was. */
interface Place {
  data: string
  access: string
  pdf: string
}

/**
 * `npm run demo`: a believable client on a running server. With --client healthy or --client small, another one; with
 * --client followed, the first one after eight weeks of its plan; with --keep, the one that an earlier run left.
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
  // Told before anything runs: nobody else may have the database open while weeks pass in it.
  if (!kept && name === FOLLOWED) await tellFollowed(place)
  const server = await runServer({
    dataDir: place.data,
    port: await usablePort(Number(process.env.PORT ?? PORT)),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave(server, 0))
  try {
    const access =
      kept || name === FOLLOWED
        ? (JSON.parse(readFileSync(place.access, 'utf8')) as Access)
        : await enter(name, place, server)
    if (!kept && 'engagementPath' in access) await fetchReport(access, place, server)
    console.log(wordsFor(access, place, server.baseUrl))
  } catch (error) {
    console.error((error as Error).message)
    await leave(server, 1)
  }
}

function clientName(asked: string): ClientName {
  const names = [...Object.keys(CLIENTS), FOLLOWED]
  if (names.includes(asked)) return asked as ClientName
  throw new Error(`there is no client ${asked}; choose one of ${names.join(', ')}`)
}

function placeOf(name: ClientName): Place {
  const data = join(ROOT, 'data', name === 'split' ? 'demo' : `demo-${name}`)
  return { data, access: join(data, 'access.json'), pdf: join(data, 'report.pdf') }
}

async function enter(name: keyof typeof CLIENTS, place: Place, server: RunningServer): Promise<DemoAccess> {
  const client = readClient(CLIENTS[name])
  console.log(`Entering ${client.clientName} with ${client.people.length} leads and their answers ...`)
  const { access, pdf } = await enterClient(client, server)
  writeFileSync(place.pdf, pdf)
  writeFileSync(place.access, JSON.stringify(access), { mode: 0o600 })
  return access
}

async function tellFollowed(place: Place): Promise<void> {
  const client = readClient(clientFile)
  console.log(`Telling eleven weeks of ${client.clientName} with ${client.people.length} leads ...`)
  const access = await enterFollowed(place.data, {
    client,
    followThrough: followThroughFile,
    consultant: { ...CONSULTANT, password: randomPassword() },
    today: new Date().toISOString().slice(0, 10),
  })
  writeFileSync(place.access, JSON.stringify(access), { mode: 0o600 })
}

async function fetchReport(access: FollowedAccess, { pdf }: Place, { baseUrl }: RunningServer) {
  const sponsor = createVisitor(baseUrl)
  await sponsor.send(await sponsor.open(access.secondReportLink), [])
  writeFileSync(pdf, (await sponsor.open('/report.pdf')).bytes)
}

function wordsFor(access: Access, place: Place, baseUrl: string): string {
  const line = (label: string, value: string) => `  ${label.padEnd(27)}${value}`
  return [
    '',
    'Plumbline is running. Stop it with Ctrl-C.',
    '',
    line('Consultant’s sign-in', `${baseUrl}/sign-in`),
    line('', access.email),
    line('', access.password),
    ...linesFor(access).map(([label, path]) => line(label, baseUrl + path)),
    line('The report as a PDF', place.pdf),
    '',
  ].join('\n')
}

function linesFor(access: Access): [label: string, path: string][] {
  if ('engagementPath' in access)
    return [
      ['The engagement', access.engagementPath],
      ['Its plan', `${access.engagementPath}/plan`],
      ['Sponsor’s first report', access.firstReportLink],
      ['Sponsor’s second report', access.secondReportLink],
      ['Sponsor’s progress page', access.progressLink],
    ]
  return [
    ['Senior lead’s link', access.seniorLink],
    ...(access.departmentLink ? [['Department lead’s link', access.departmentLink] as [string, string]] : []),
    ['Sponsor’s report', access.sponsorLink],
  ]
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
