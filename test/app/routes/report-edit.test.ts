import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportDocumentSchema } from '#app/report/document.ts'
import { publishReport } from '#app/report/publish-report.server.ts'
import { findLatestReportVersion } from '#db/report-versions.ts'
import { readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient
let base: string

beforeEach(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  base = `/rounds/${client.rounds.published}/report`
})
afterEach(() => app.close())

const ask = (path: string, form?: URLSearchParams) =>
  app.ask(base + path, { cookie: client.cookies.consultant, form })
const TITLE = 'text.answer-first:title'

/** The form of a page as a browser would send it, with some fields changed. */
async function pageForm(changes: Record<string, string>): Promise<URLSearchParams> {
  const { text } = await ask('/edit/answer-first')
  const form = readForms(text).find(({ controls }) => controls.some(({ name }) => name === TITLE))
  const sent = (form?.controls ?? []).filter((control) => control.sent && control.name !== 'intent')
  const fields = new URLSearchParams(sent.map(({ name, value }) => [name, value]))
  for (const [name, value] of Object.entries(changes)) fields.set(name, value)
  fields.set('intent', 'save')
  return fields
}

const HOSTILE = '</textarea><script>alert(1)</script> & “two”'

test('what the consultant writes stands in the draft, marked and inert, and in the trail with what was there', async () => {
  expect((await ask('/edit/answer-first', await pageForm({ [TITLE]: HOSTILE }))).status).toBe(303)
  const page = await ask('/edit/answer-first')
  const title = readForms(page.text)
    .flatMap(({ controls }) => controls)
    .find(({ name }) => name === TITLE)
  expect(title?.value).toBe(HOSTILE)
  const draft = await ask('')
  expect(draft.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “two”†')
  const trail = await ask('/changes')
  expect(trail.text).toContain('Consultant ada')
  expect(trail.text).toContain('Words changed')
  for (const { text } of [page, draft, trail]) expect(text).not.toContain('<script>alert')
})

test('a refused page keeps all that was typed and changes nothing', async () => {
  const before = await allRows(app)
  const long = 'x'.repeat(2000)
  const form = await pageForm({ [TITLE]: long, 'text.answer-first:statement': 'Kept as well' })
  const { status, text } = await ask('/edit/answer-first', form)
  expect(status).toBe(400)
  expect(text).toContain('there is room for 160')
  const values = readForms(text).flatMap(({ controls }) => controls.map(({ value }) => value))
  expect(values).toEqual(expect.arrayContaining([long, 'Kept as well']))
  expect(await allRows(app)).toEqual(before)
})

test('a published version keeps its text; the next one has the edits', async () => {
  const consultant = {
    id: 'consultant-ada',
    email: 'ada@consulting.test',
    name: 'Consultant ada',
    role: 'owner' as const,
  }
  const roundId = client.rounds.published
  const title = async () => {
    const found = await findLatestReportVersion(app.db, roundId)
    return reportDocumentSchema.parse(JSON.parse(found?.document ?? '{}')).pages[0]?.title
  }
  const generated = await title()
  await ask('/edit/answer-first', await pageForm({ [TITLE]: 'Mine' }))
  expect(await title()).toBe(generated)
  expect((await app.ask('/report', { cookie: client.cookies.reader })).text).not.toContain('Mine†')
  await publishReport(app.db, { roundId, consultant, today: '2026-03-20' })
  expect(await title()).toBe('Mine†')
})

test('after a re-score an edit that no longer fits waits for a decision and is left out', async () => {
  await ask('/edit/answer-first', await pageForm({ [TITLE]: 'Mine' }))
  await app.db.updateTable('report_edit').set({ base: 'Another finding, with two of nine' }).execute()
  expect((await ask('')).text).not.toContain('Mine†')
  expect((await ask('')).text).toContain('One edit no longer fits')
  const waiting = await ask('/edit')
  expect(waiting.text).toContain('Another finding, with two of nine')
  const settle = (intent: string, words: string) =>
    ask('/edit', new URLSearchParams({ target: 'answer-first:title', kind: 'text', intent, words }))
  expect((await settle('keep', '')).status).toBe(400)
  expect((await settle('keep', 'Mine, revised')).status).toBe(303)
  expect((await ask('')).text).toContain('Mine, revised†')
  expect((await settle('keep', 'again')).status).toBe(400)
  await app.db.updateTable('report_edit').set({ base: 'Another again' }).execute()
  expect((await settle('drop', '')).status).toBe(303)
  expect(await app.db.selectFrom('report_edit').selectAll().execute()).toEqual([])
  const trail = await ask('/changes')
  expect(trail.text).toContain('kept for new figures')
  expect(trail.text).toContain('dropped, as the figures had changed')
})

test('pages that nobody may edit are not there', async () => {
  for (const page of ['method', 'how-to-read', 'no-such-page', '__proto__'])
    expect([page, (await ask(`/edit/${page}`)).status]).toEqual([page, 404])
})
