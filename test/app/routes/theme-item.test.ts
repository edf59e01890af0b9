import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Control, readForms } from '#scripts/visit/read-forms.ts'
import { type Reply, type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient
let path: string
let page: Reply
let controls: Control[]

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  path = `/rounds/${client.rounds.closed}/themes/priorities`
})
afterAll(() => app.close())
beforeEach(async () => {
  page = await app.ask(path, { cookie: client.cookies.consultant })
  controls = controlsOf(page.text)
})

const controlsOf = (html: string) => readForms(html).flatMap((form) => form.controls)
const named = (prefix: string) => controls.filter(({ name }) => name.startsWith(prefix))
const button = (act: string) => named('intent').find(({ value }) => value.startsWith(act))?.value ?? ''
const send = (...fields: [string, string][]) =>
  app.ask(path, { cookie: client.cookies.consultant, form: new URLSearchParams(fields) })
const press = (act: string) => send(['intent', button(act)])

/** Everything but the record of steps, which says what was undone. */
async function codebookRows() {
  const { coding_step: _, ...rows } = await allRows(app)
  return rows
}

test('what was typed, chosen and ticked is still there when a step cannot be carried out', async () => {
  const before = await allRows(app)
  const [one, two] = named('name:')
  const [tick] = named('tick')
  const { status, text } = await send(
    [one?.name ?? '', 'Better name'],
    [two?.name ?? '', ''],
    [`definition:${one?.name.slice(5)}`, 'What belongs here'],
    ['tick', tick?.value ?? ''],
    ['theme', 'new'],
    ['name', 'Half a name'],
    ['intent', 'rename'],
  )
  expect(status).toBe(400)
  const shown = controlsOf(text)
  const textIn = (name: string) => shown.find((control) => control.name === name && control.type === 'text')
  expect(textIn(one?.name ?? '')?.value).toBe('Better name')
  expect(textIn(two?.name ?? '')?.value).toBe('')
  expect(textIn(`definition:${one?.name.slice(5)}`)?.value).toBe('What belongs here')
  expect(textIn('name')?.value).toBe('Half a name')
  expect(shown.find(({ name, value }) => name === 'tick' && value === tick?.value)?.sent).toBe(true)
  expect(shown.find(({ name, value }) => name === 'theme' && value === 'new')?.sent).toBe(true)
  expect(await allRows(app)).toEqual(before)
})

test('a name that was typed but not saved yet is kept by whatever is done next', async () => {
  const [first] = named('name:')
  const line = named('line').at(-1)
  const moved = await send(
    [first?.name ?? '', 'Named on the way'],
    ['line', line?.value ?? ''],
    ['theme', 'new'],
    ['name', 'A theme of its own'],
    ['intent', 'move'],
  )
  expect(moved.status).toBe(303)
  const names = await app.db.selectFrom('theme').select('name').execute()
  const texts = names.map(({ name }) => name)
  expect(texts).toEqual(expect.arrayContaining(['Named on the way', 'A theme of its own']))
})

test('a step leads on to what comes next, and names the button that takes it back', async () => {
  const before = await codebookRows()
  const { status, headers } = await press('accept:')
  expect(status).toBe(303)
  expect(headers.get('location')).toMatch(/#t-[0-9a-f-]+$/)
  const after = await app.ask(path, { cookie: client.cookies.consultant })
  expect(after.text).toMatch(/Undo.*: “.*” confirmed/)
  controls = controlsOf(after.text)
  expect((await press('undo:')).status).toBe(303)
  expect(await codebookRows()).toEqual(before)
})

test('a step that was undone can be done again, but not twice', async () => {
  const before = await codebookRows()
  const redo = button('redo:')
  expect((await send(['intent', redo])).status).toBe(303)
  expect(await codebookRows()).not.toEqual(before)
  const twice = await send(['intent', redo])
  expect([twice.status, twice.text.includes('have changed')]).toEqual([400, true])
})

test('nothing on the bench says who wrote a line, nor of which level they are', async () => {
  expect(page.text).not.toMatch(/Lead \d+ of|@ada\.test|senior team|department lead/i)
  const submissions = await app.db.selectFrom('submission').select('id').execute()
  expect(submissions.filter(({ id }) => page.text.includes(id))).toEqual([])
})

test('a term that is taught stands in the glossary, and one without a meaning is refused', async () => {
  expect((await send(['intent', 'glossary'], ['term', 'NRR'], ['meaning', ''])).status).toBe(400)
  await app.db
    .insertInto('glossary_entry')
    .values({
      engagement_id: client.engagementId,
      term: 'DC',
      meaning: 'distribution centre',
      coder: 'Ada',
      added_on: '2026-03-02',
    })
    .execute()
  const { text } = await app.ask(path, { cookie: client.cookies.consultant })
  expect(text).toContain('distribution centre')
})
