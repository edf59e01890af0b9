import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { addMinutes } from '#app/redesign/rhythm/wall-clock.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { addMember } from '#db/engagement-members.ts'
import { WEEKLY } from '#test/helpers/forums.ts'
import { pdfText } from '#test/helpers/pdf-text.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { tell } from './wanted.ts'

const figures: Record<string, number> = {}
afterAll(() => tell('sources', figures))

const A_NAME = /Lead\s?\d+\s?of\s?ada|lead\d+@ada\.test/
/** An hour and a minute, by themselves or in a date; a PDF's date with another time than midnight. */
const A_TIME = /(?<![\d:.])([01]\d|2[0-3]):[0-5]\d(?![\d%])|\(D:\d{8}(?!000000)\d{6}/

const MEETING = [
  WEEKLY.startsAt,
  addMinutes({ day: WEEKLY.startsOn, time: WEEKLY.startsAt }, WEEKLY.minutes).time,
]

/** Pages about consultants and about the plan of the round: what they did, and the hour that a round ends at. */
const NOT_OF_ANSWERS = /\/(log|edit|days|mail.*|live|parcel.*)$/

/** A GET of everything under a guard that needs no more than the round or its engagement. */
function addressesOf(guard: 'reader' | 'consultant', { rounds, engagementId }: SeededClient): string[] {
  return ROUTE_TABLE.filter((route) => route.guard === guard)
    .map(({ path }) => path.replace(':roundId', rounds.published).replace(':engagementId', engagementId))
    .filter((path) => !path.includes(':') && !NOT_OF_ANSWERS.test(path) && path !== '/sign-out')
}

/** What is sent, headers and all, with whatever is packed in it laid open. */
async function sourceOf(app: RunningApplication, path: string, cookie: string): Promise<string> {
  const response = await fetch(app.address + path, { headers: { cookie }, redirect: 'manual' })
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  const body = Buffer.from(await response.arrayBuffer())
  const raw = body.toString('latin1')
  if (raw.startsWith('%PDF')) return `${JSON.stringify(headers)} ${raw} ${await pdfText(body)}`
  if (!raw.startsWith('PK')) return `${response.status} ${JSON.stringify(headers)} ${body.toString('utf8')}`
  const files = Object.entries(unzipSync(body)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return `${JSON.stringify(headers)} ${files.map(([, bytes]) => strFromU8(bytes)).join(' ')}`
}

async function viewerOf({ engagementId }: SeededClient, app: RunningApplication): Promise<string> {
  const viewer = { id: 'vi', email: 'vi@sponsor.test', name: 'Vi', role: 'viewer' as const }
  await insertConsultant(app.db, { ...viewer, passwordHash: 'none', createdOn: '2026-03-02' })
  await addMember(app.db, { engagementId, consultantId: viewer.id, addedOn: '2026-03-02' })
  return `plumbline-consultant=${await startSession(app.db, viewer.id, new Date())}`
}

test.each(['confidential', 'unlinked'] as const)(
  'in the source of whatever a sponsor of a %s round gets stand no name and no time of day',
  async (privacyMode) => {
    const app = await runApplication()
    onTestFinished(() => app.close())
    const client = await seedClient(app, { name: 'ada', privacyMode })
    const pages = addressesOf('reader', client).flatMap((path) => [path, `${path}.data`])
    const sources: string[] = []
    for (const path of pages) sources.push(await sourceOf(app, path, client.cookies.reader))
    const viewer = await viewerOf(client, app)
    sources.push(await sourceOf(app, `/rounds/${client.rounds.published}/report`, viewer))
    count(`addresses of a sponsor, ${privacyMode}`, sources.length)
    expect(sources.filter((source) => source.includes('Client of ada')).length).toBeGreaterThanOrEqual(4)
    for (const source of sources) {
      expect(A_NAME.exec(source)?.[0]).toBeUndefined()
      expect(timeIn(source)).toBeUndefined()
    }
  },
)

test('in an unlinked round no page of the consultant tells a time of day', async () => {
  const app = await runApplication()
  onTestFinished(() => app.close())
  const client = await seedClient(app, { name: 'ada', privacyMode: 'unlinked' })
  const paths = addressesOf('consultant', client)
  const told: string[] = []
  for (const path of paths) {
    const source = await sourceOf(app, path, client.cookies.consultant)
    const time = timeIn(source)
    if (time) told.push(`${path}: ${source.slice(source.indexOf(time) - 60, source.indexOf(time) + 20)}`)
  }
  count('addresses of the consultant, unlinked', paths.length)
  expect(paths.length).toBeGreaterThan(20)
  expect(told).toEqual([])
})

test('a name and a time would be seen', () => {
  expect('Lead 3 of ada').toMatch(A_NAME)
  for (const time of ['at 14:02', '2026-03-02T14:02:11.000Z', '/CreationDate (D:20260302140211Z)'])
    expect(time).toMatch(A_TIME)
  for (const other of ['1:1 margin:0 12:00%', '(D:20260302000000Z)', '4.12:30'])
    expect(other).not.toMatch(A_TIME)
})

/** Midnight stands in files whose form asks for a time where a day is meant; the one meeting of the plan has its hour. */
function timeIn(source: string): string | undefined {
  const rest = [...MEETING, 'T00:00:00Z'].reduce((text, known) => text.replaceAll(known, ''), source)
  return A_TIME.exec(rest)?.[0]
}

function count(what: string, number: number): void {
  figures[what] = (figures[what] ?? 0) + number
}
