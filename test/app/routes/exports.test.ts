import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoredText } from '#app/http/formula-guard.ts'
import { listParticipations } from '#db/participations.ts'
import { listSubmissions } from '#db/submissions.ts'
import { type Reply, type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let confidential: SeededClient
let unlinked: SeededClient
let open: SeededClient

beforeAll(async () => {
  app = await runApplication()
  confidential = await seedClient(app, { name: 'ada' })
  unlinked = await seedClient(app, { name: 'boris', privacyMode: 'unlinked' })
  open = await seedClient(app, { name: 'cleo', privacyMode: 'open' })
})
afterAll(() => app.close())

function exported(client: SeededClient, file: string, round = client.rounds.closed): Promise<Reply> {
  return app.ask(`/rounds/${round}/exports/${file}`, { cookie: client.cookies.consultant })
}

function rowsOf(csv: string): Record<string, string>[] {
  const [, keys = [], ...rows]: string[][] = parse(csv, { bom: true, relaxColumnCount: true })
  return rows.map((row) =>
    Object.fromEntries(keys.map((key, index) => [key, restoredText(row[index] ?? '')])),
  )
}

test.each(['', '/aggregates.xlsx', '/items.csv', '/answers.csv', '/answers.xlsx', '/lines.csv'])(
  'nothing of a round that is planned or open can be exported: %s',
  async (file) => {
    for (const round of [confidential.rounds.draft, confidential.rounds.open]) {
      const path = `/rounds/${round}/exports${file}`
      const { status, statements } = await app.ask(path, { cookie: confidential.cookies.consultant })
      expect([path, status]).toEqual([path, 404])
      expect(statements.filter((sql) => sql.includes('"submission"'))).toEqual([])
    }
  },
)

test('a file is told to be kept under a name that says the client, the round and the promise', async () => {
  const { status, headers } = await exported(confidential, 'answers.csv')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="Client of ada - The closed round of ada - confidential - answers.csv"; filename*=UTF-8''Client%20of%20ada%20-%20The%20closed%20round%20of%20ada%20-%20confidential%20-%20answers.csv`,
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
})

test.each([
  '',
  'no-such-table.csv',
  'answers',
  'answers.pdf',
  'aggregates.csv',
  'items.xlsx',
  '..%2Fanswers.csv',
  '__proto__.csv',
])('another name is a 404: %j', async (file) => {
  if (file !== '') expect((await exported(confidential, file)).status).toBe(404)
})

test('a confidential round gives the consultant every answer under a code, and nobody’s name, address or department', async () => {
  const { text } = await exported(confidential, 'answers.csv')
  const rows = rowsOf(text)
  const submissions = await listSubmissions(app.db, confidential.rounds.closed)
  const places = await listParticipations(app.db, confidential.rounds.closed)
  expect(new Set(rows.map(({ person }) => person)).size).toBe(submissions.length)
  for (const { lead } of places) {
    expect(text).not.toContain(lead.name)
    expect(text).not.toContain(lead.email)
    expect(text).not.toContain(lead.id)
  }
  for (const { id } of submissions) expect(text).not.toContain(id)
  expect(text).toMatch(/^"Everybody who answered was promised: /)
})

test('an open round names the leads who agreed, and only them', async () => {
  const places = await listParticipations(app.db, open.rounds.closed)
  const [first, second] = places
  if (!first || !second) throw new Error('the round has leads')
  await app.db
    .updateTable('participation')
    .set({ consented: 1 })
    .where('id', '=', first.participation.id)
    .execute()
  await app.db
    .updateTable('participation')
    .set({ consented: 0 })
    .where('id', '=', second.participation.id)
    .execute()
  const names = new Set(rowsOf((await exported(open, 'answers.csv')).text).map(({ name }) => name))
  expect(names.has(first.lead.name)).toBe(true)
  expect(names.has(second.lead.name)).toBe(false)
})

test('an unlinked round has no file of answers: they are not even read', async () => {
  for (const file of ['answers.csv', 'answers.xlsx']) {
    const { status, statements } = await exported(unlinked, file)
    expect([file, status]).toEqual([file, 404])
    expect(statements.filter((sql) => /"(submission|unlinked_text)"/.test(sql))).toEqual([])
  }
  const { text } = await app.ask(`/rounds/${unlinked.rounds.closed}/exports`, {
    cookie: unlinked.cookies.consultant,
  })
  expect(text).not.toContain('answers.csv')
  expect(text).toContain('nobody can tell whose answers are whose')
})

test('the lines of an unlinked round come without person, level or place, in an order that tells nothing', async () => {
  const { status, text, statements } = await exported(unlinked, 'lines.csv')
  expect(status).toBe(200)
  const rows = rowsOf(text)
  expect(rows.length).toBeGreaterThan(5)
  expect(Object.keys(rows[0] ?? {})).toEqual(['item', 'theme', 'text'])
  const order = rows.map(({ item, theme, text: line }) => [item, theme, line].join('\n'))
  expect(order).toEqual(order.toSorted(new Intl.Collator('en', { numeric: true }).compare))
  expect(statements.filter((sql) => sql.includes('"unlinked_text"'))).toEqual([])
})

function listed(text: string): string[] {
  const main = text.slice(text.indexOf('<main'))
  return [...main.matchAll(/href="(\/rounds\/[^"]+\/(?:exports|report)[^"]*\.[a-z]+)"/g)].map(
    ([, href = '']) => href,
  )
}

test('the page lists only files that are there', async () => {
  const cookie = unlinked.cookies.consultant
  const { text } = await app.ask(`/rounds/${unlinked.rounds.published}/exports`, { cookie })
  const hrefs = listed(text)
  expect(hrefs.length).toBeGreaterThan(10)
  expect(hrefs.filter((href) => href.includes('/charts/')).length).toBeGreaterThan(1)
  // The PDF has tests of its own, and one picture is found as another is.
  const asked = hrefs.filter((href) => !/\.pdf$|-[2-9]\.|annex/.test(href))
  for (const href of asked) expect([href, (await app.ask(href, { cookie })).status]).toEqual([href, 200])
})

test('a sponsor gets the slides of the version that was shared, and no export', async () => {
  const cookie = confidential.cookies.reader
  const { status, headers } = await app.ask('/report.pptx', { cookie })
  expect([status, headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ])
  expect(headers.get('content-disposition')).toContain('-V1.pptx')
  for (const path of ['exports', 'exports/items.csv', 'report.pptx', 'report/charts/answer-first-1.svg']) {
    const reply = await app.ask(`/rounds/${confidential.rounds.published}/${path}`, { cookie })
    expect([path, reply.status]).toEqual([path, 303])
  }
})

test('who takes a file out stands in the log of the engagement; its headers alone are no file', async () => {
  const client = await seedClient(app, { name: 'eve' })
  const cookie = client.cookies.consultant
  const files = [
    `/rounds/${client.rounds.published}/exports/items.csv`,
    `/rounds/${client.rounds.published}/report.json`,
    `/rounds/${client.rounds.published}/themes.csv`,
    `/engagements/${client.engagementId}/leads/${client.leadIds[0]}/data.json`,
    `/engagements/${client.engagementId}/parcel.zip`,
  ]
  for (const method of ['HEAD', 'GET'] as const)
    for (const path of files)
      expect([path, (await app.ask(path, { cookie, method })).status]).toEqual([path, 200])
  const { text } = await app.ask(`/engagements/${client.engagementId}/log`, { cookie })
  const written = Array.from(text.matchAll(/took (.*?) out/g), ([, what]) => what)
  expect(written.toSorted()).toEqual([
    'items.csv of “The published round of eve”',
    'the codebook of “The published round of eve”',
    'the figures of “The published round of eve”',
    'the whole engagement as a parcel',
    'what is held of Lead 0 of eve',
  ])
})
