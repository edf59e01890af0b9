import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Control, readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient
let path: string
let controls: Control[]

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  path = `/rounds/${client.rounds.closed}/themes/priorities`
})
afterAll(() => app.close())
beforeEach(async () => {
  controls = controlsOf((await app.ask(path, { cookie: client.cookies.consultant })).text)
})

const controlsOf = (html: string) => readForms(html).flatMap((form) => form.controls)
const named = (prefix: string) => controls.filter(({ name }) => name.startsWith(prefix))
const send = (...fields: [string, string][]) =>
  app.ask(path, { cookie: client.cookies.consultant, form: new URLSearchParams(fields) })

test('what was typed, chosen and ticked is still there when a step cannot be carried out', async () => {
  const before = await allRows(app)
  const [one, two] = named('name:')
  const [tick] = named('tick')
  const { status, text } = await send(
    [one?.name ?? '', 'Better name'],
    [two?.name ?? '', ''],
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
