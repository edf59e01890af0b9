import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLimits } from '#app/http/limits.server.ts'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { linkToken } from '#app/http/tokens.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { createRound } from '#app/rounds/create-round.server.ts'
import { openRound } from '#app/rounds/open-round.server.ts'
import { findEngagement } from '#db/engagements.ts'
import { listParticipations } from '#db/participations.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { leadSession, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

/** A report is laid out seven times, and on a busy machine that takes its time. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-04T09:00:00Z') })
  app = await runApplication({ limits: createLimits() })
  client = await seedClient(app, { name: 'ada' })
})
afterEach(async () => {
  await app.close()
  vi.useRealTimers()
})

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

/** The statuses of so many equal requests. */
async function times(count: number, ask: () => ReturnType<RunningApplication['ask']>): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < count; turn++) statuses.push((await ask()).status)
  return statuses
}

async function expectWait(reply: Awaited<ReturnType<RunningApplication['ask']>>, most: number) {
  const wait = Number(reply.headers.get('retry-after'))
  expect([reply.status, wait > 0, wait <= most]).toEqual([429, true, true])
  expect(reply.text).toContain('<h1>Please wait a moment</h1>')
  expect(reply.headers.get('content-type')).toContain('text/html')
}

test.each([
  ['a personal link', '/p/pUNKNOWN'],
  ['a report link', '/r/rUNKNOWN'],
  ['an invitation to the workspace', '/join/UNKNOWN'],
  ['a link for a new password', '/reset/UNKNOWN'],
])('the 21st try at %s that opens nothing is told to wait a minute', async (_, path) => {
  expect(await times(20, () => app.ask(path))).toEqual(Array(20).fill(404))
  await expectWait(await app.ask(path), 60)
  await expectWait(await app.ask(path, { form: form() }), 60)
  later(60)
  expect((await app.ask(path)).status).toBe(404)
})

test('guesses of one kind count with those of another, codes of letters among them', async () => {
  await times(7, () => app.ask('/p/pUNKNOWN'))
  await times(7, () => app.ask('/r/rUNKNOWN'))
  expect(await times(7, () => app.ask('/code', { form: form({ code: 'WRONG' }) }))).toEqual([
    ...Array(6).fill(422),
    429,
  ])
})

test('links that open something go on working from an address that guesses', async () => {
  await times(40, () => app.ask('/p/pUNKNOWN'))
  const personal = `/p/${client.linkTokens[0]}`
  expect(await times(60, () => app.ask(personal))).toEqual(Array(60).fill(200))
  expect((await app.ask(personal, { form: form() })).status).toBe(303)
  expect((await app.ask(`/r/${client.shareToken}`)).status).toBe(200)
  expect((await app.ask(`/r/${client.shareToken}`, { form: form() })).status).toBe(303)
})

test('a report is laid out six times a minute for a reader, another paper form and another reader apart', async () => {
  const { reader, consultant } = client.cookies
  const pdf = () => app.ask('/report.pdf', { cookie: reader })
  expect(await times(6, pdf)).toEqual(Array(6).fill(200))
  await expectWait(await pdf(), 60)
  expect((await app.ask('/report.pptx', { cookie: reader })).status).toBe(200)
  const own = `/rounds/${client.rounds.published}/report.pdf`
  expect((await app.ask(own, { cookie: consultant })).status).toBe(200)
  later(60)
  expect((await pdf()).status).toBe(200)
})

test('a consultant takes ten files of data out in an hour', async () => {
  const cookie = client.cookies.consultant
  const take = () => app.ask(`/rounds/${client.rounds.published}/exports/items.csv`, { cookie })
  expect(await times(10, take)).toEqual(Array(10).fill(200))
  const reply = await take()
  await expectWait(reply, 3600)
  expect(reply.text).toContain('try again in 60 minutes')
  await expectWait(await app.ask(`/rounds/${client.rounds.published}/report.json`, { cookie }), 3600)
  expect((await app.ask(`/rounds/${client.rounds.published}/exports`, { cookie })).status).toBe(200)
  later(3600)
  expect((await take()).status).toBe(200)
})

test('a consultant takes ten files in in an hour, and looks at the form as often as they like', async () => {
  const cookie = client.cookies.consultant
  const path = `/engagements/${client.engagementId}/leads/import`
  const send = () => app.ask(path, { cookie, form: form({ list: '' }) })
  const first = await times(10, send)
  expect(first).not.toContain(429)
  await expectWait(await send(), 3600)
  expect(await times(12, () => app.ask(path, { cookie }))).toEqual(Array(12).fill(200))
})

test('a place is saved 120 times a minute; the script is told as data when to come back', async () => {
  const save = (cookie = client.cookies.lead) =>
    app.ask(`/answer/${client.sectionIds[0]}/save`, {
      cookie,
      form: form({ 'priorities.1': 'Kept', 'priorities.revision': '1' }),
      headers: { accept: 'application/json' },
    })
  expect(await times(120, save)).toEqual(Array(120).fill(200))
  const reply = await save()
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '60'])
  expect(reply.headers.get('content-type')).toContain('application/json')
  expect(JSON.parse(reply.text)).toMatchObject({ error: 'Please wait a moment' })
  const neighbour = `plumbline-lead=${await leadSession(app.db, client.participationIds[1] ?? '')}`
  expect((await save(neighbour)).status).toBe(200)
})

/** The personal links of a round of sixty people. */
async function linksOfSixty(): Promise<string[]> {
  const owned = { id: client.engagementId, consultantId: 'consultant-ada' }
  const engagement = await findEngagement(app.db, owned)
  if (!engagement) throw new Error('the engagement is missing')
  const department = engagement.departments[0]?.id ?? null
  const people = Array.from({ length: 49 }, (_, index) => ({
    name: `Colleague ${index}`,
    email: `colleague${index}@office.test`,
    level: 'department' as const,
    departmentId: department,
    jobTitle: '',
  }))
  await addLeads(app.db, engagement, people)
  const round = await createRound(app.db, engagement.id, {
    title: 'The office',
    instrumentKey: 'quick-scan@1',
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    privacyMode: 'confidential',
    smallestGroup: 5,
  })
  const step = { consultantId: owned.consultantId, secret: app.config.secret, today: '2026-03-02' }
  await openRound(app.db, { ...step, roundId: round.id })
  const places = await listParticipations(app.db, round.id)
  return places.map(({ participation }) => `/p/${linkToken(app.config.secret, 'p', participation.id, 1)}`)
}

test('sixty people in one office, each saving every three seconds for a minute, are never told to wait', async () => {
  const links = await linksOfSixty()
  expect(links).toHaveLength(60)
  const statuses = new Map<number, number>()
  const asked = async (path: string, asking?: Parameters<RunningApplication['ask']>[1]) => {
    const reply = await app.ask(path, asking)
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
    return reply
  }
  const cookies: string[] = []
  for (const link of links) {
    await asked(link)
    const started = await asked(link, { form: form() })
    const cookie = started.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await asked('/answer', { cookie, form: form({ who: 'me' }) })
    cookies.push(cookie)
  }
  for (let second = 0; second < 60; second += 3) {
    const answer = form({ 'priorities.1': `At ${second}`, 'priorities.revision': String(second / 3) })
    for (const cookie of cookies)
      await asked(`/answer/${client.sectionIds[0]}/save`, { cookie, form: answer })
    later(3)
  }
  const total = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  console.log(`an office of 60: ${statuses.get(429) ?? 0} of ${total} requests told to wait`)
  expect([...statuses.keys()].toSorted()).toEqual([200, 303])
  expect(statuses.get(200)).toBe(60 + 60 * 20)
}, 900_000)

test('whatever gives a file of data or a document away, or takes one in, is limited', () => {
  const limited = ROUTE_TABLE.filter(({ limit }) => limit).map(({ path }) => path)
  const files = ROUTE_TABLE.map(({ path }) => path).filter(
    (path) =>
      /\.(pdf|pptx|json|csv|zip)$|\/exports\/|\/import$|\/save$/.test(path) && !/links\.csv$/.test(path),
  )
  expect(limited.toSorted()).toEqual(files.toSorted())
})
