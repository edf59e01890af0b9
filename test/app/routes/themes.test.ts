import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterEach(() => app.close())

const ask = (path: string, form?: Record<string, string>) =>
  app.ask(`/rounds/${client.rounds.closed}${path}`, {
    cookie: client.cookies.consultant,
    form: form && new URLSearchParams(form),
  })
const rows = async (): Promise<Record<string, string>[]> =>
  parse((await ask('/themes.csv')).text, { columns: true, bom: true })

test('a report is not published before the codebook is locked', async () => {
  const early = await ask('/report', { intent: 'publish' })
  expect([early.status, early.headers.get('location')]).toEqual([
    303,
    `/rounds/${client.rounds.closed}/themes?lock=first`,
  ])
  expect((await ask('/themes?lock=first')).text).toContain('The report is not published yet')
  expect((await ask('/themes', { intent: 'lock', asItStands: 'yes' })).status).toBe(303)
  const published = await ask('/report', { intent: 'publish' })
  expect(published.headers.get('location')).toBe(`/rounds/${client.rounds.closed}/shares`)
})

test('what nobody has confirmed is taken over only by who says so, and the version says how much it was', async () => {
  const refused = await ask('/themes', { intent: 'lock' })
  expect([refused.status, refused.text.includes('have not been confirmed')]).toEqual([400, true])
  await ask('/themes', { intent: 'lock', asItStands: 'yes' })
  expect((await ask('/themes')).text).toMatch(/First version; \d+ themes taken as proposed/)
  const open = await app.db
    .selectFrom('theme')
    .select('id')
    .where('round_id', '=', client.rounds.closed)
    .where('state', '=', 'proposed')
    .execute()
  expect(open).toEqual([])
})

test('a locked codebook cannot be changed until its next version is opened, with a reason', async () => {
  await ask('/themes', { intent: 'lock', asItStands: 'yes' })
  const bench = await ask('/themes/priorities')
  expect(bench.text).toContain('Version 1 of the codebook is locked')
  expect(bench.text).not.toContain('name="line"')
  const step = { intent: 'move', line: client.lineIds[0] ?? '', theme: 'new', name: 'Late' }
  const late = await ask('/themes/priorities', step)
  expect([late.status, late.text.includes('The codebook is locked')]).toEqual([400, true])
  expect((await ask('/themes', { intent: 'reopen', reason: ' ' })).status).toBe(400)
  expect((await ask('/themes', { intent: 'reopen', reason: 'Two themes were one' })).status).toBe(303)
  expect((await ask('/themes')).text).toContain('Two themes were one')
  expect((await ask('/themes', { intent: 'lock' })).status).toBe(303)
  expect((await ask('/themes')).text).toContain('Version 2 has been locked')
})

test('before the lock a coded line says nothing of who wrote it; after it the level, where both may be shown', async () => {
  expect(Object.keys((await rows())[0] ?? {})).toEqual(['codebook version', 'item', 'theme', 'line'])
  await ask('/themes', { intent: 'lock', asItStands: 'yes' })
  const after = await rows()
  expect(after).toHaveLength(99)
  expect(new Set(after.map((row) => `${row['codebook version']} ${row.level}`))).toEqual(
    new Set(['1 Senior team', '1 Department leads']),
  )
  expect(after.every((row) => row.person === undefined)).toBe(true)
})

test('a level that is too small to be shown stands beside no line', async () => {
  await app.db
    .updateTable('round')
    .set({ smallest_group: 6 })
    .where('id', '=', client.rounds.closed)
    .execute()
  await ask('/themes', { intent: 'lock', asItStands: 'yes' })
  expect((await rows()).every((row) => row.level === undefined)).toBe(true)
})

test('in the open mode a line names its author where they agreed to it', async () => {
  const open = await seedClient(app, { name: 'boris', privacyMode: 'open' })
  const [first] = await app.db
    .selectFrom('participation')
    .select('id')
    .where('round_id', '=', open.rounds.closed)
    .execute()
  await app.db
    .updateTable('participation')
    .set({ consented: 1 })
    .where('id', '=', first?.id ?? '')
    .execute()
  const of = { cookie: open.cookies.consultant }
  const path = `/rounds/${open.rounds.closed}/themes`
  await app.ask(path, { ...of, form: new URLSearchParams({ intent: 'lock', asItStands: 'yes' }) })
  const file = JSON.parse((await app.ask(`${path}.json`, of)).text)
  const people = file.rows.flatMap((row: { person?: string }) => row.person ?? [])
  expect([new Set(people).size, people.length]).toEqual([1, 9])
  expect(file).toMatchObject({ format: 'plumbline-codebook/1', version: 1 })
})

test('a line that looks like a formula is harmless in the file', async () => {
  await app.db.updateTable('coded_line').set({ text: '=1+1' }).execute()
  expect((await ask('/themes.csv')).text).toContain("'=1+1")
})

test('links between themes are set by hand, confirmed and rejected', async () => {
  const themes = await app.db
    .selectFrom('theme')
    .select(['id', 'item_id'])
    .where('round_id', '=', client.rounds.closed)
    .execute()
  const of = (itemId: string) => themes.find((theme) => theme.item_id === itemId)?.id ?? ''
  const [from, to] = [of('priorities'), of('stops')]
  expect((await ask('/themes/links', { intent: 'add', from, to: from, kind: 'conflict' })).status).toBe(400)
  expect((await ask('/themes/links', { intent: 'add', from, to, kind: 'conflict' })).status).toBe(303)
  expect((await ask('/themes/links')).text).toContain('stands against')
  await ask('/themes/links', { intent: 'reject', link: `${from}:${to}:conflict` })
  const link = await app.db.selectFrom('theme_link').selectAll().executeTakeFirst()
  expect(link).toMatchObject({ theme_a: from, theme_b: to, kind: 'conflict', state: 'rejected' })
})

test('a second coder starts from bare lines and sees the first coding only when all are sorted', async () => {
  expect((await ask('/themes/second', { intent: 'start', coder: ' ' })).status).toBe(400)
  await ask('/themes/second', { intent: 'start', coder: 'Bo Lind' })
  const lines = await app.db
    .selectFrom('coded_line')
    .select(['id', 'text'])
    .where('round_id', '=', client.rounds.closed)
    .where('item_id', '=', 'stops')
    .execute()
  const sort = (theme: string, sorted: typeof lines) => {
    const form = new URLSearchParams({ name: theme })
    for (const { id } of sorted) form.append('line', id)
    return app.ask(`/rounds/${client.rounds.closed}/themes/second/stops`, {
      cookie: client.cookies.consultant,
      form,
    })
  }
  const north = lines.filter(({ text }) => text === 'Win the north')
  expect((await sort('', north)).status).toBe(400)
  await sort('The north', north)
  const half = (await ask('/themes/second')).text
  expect([half.includes('11 of 33 lines sorted'), half.includes('alpha')]).toEqual([true, false])
  await sort(
    'All else',
    lines.filter(({ text }) => text !== 'Win the north'),
  )
  const done = (await ask('/themes/second')).text
  expect(done).toMatch(/Krippendorff’s alpha -?0\.\d\d/)
  expect(done).toContain('do not put with the same others')
})
