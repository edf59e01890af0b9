import { afterAll, beforeAll, expect, test } from 'vitest'
import { readForms } from '#scripts/visit/read-forms.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

const ask = (state: keyof SeededClient['rounds'], form?: URLSearchParams) =>
  app.ask(`/rounds/${client.rounds[state]}/shares`, { cookie: client.cookies.consultant, form })

test('a lifetime that cannot be had is said to be so, stays in the field, and makes no link', async () => {
  const before = await allRows(app)
  const { status, text } = await ask('published', new URLSearchParams({ days: '400', intent: 'share' }))
  expect(status).toBe(400)
  expect(text).toContain('Please give a whole number of days from 7 to 90.')
  const days = readForms(text)
    .flatMap(({ controls }) => controls)
    .find(({ name }) => name === 'days')
  expect(days?.value).toBe('400')
  expect(await allRows(app)).toEqual(before)
})

test('nobody is sent to a report that is not there yet', async () => {
  for (const state of ['draft', 'open'] as const) {
    const { text } = await ask(state)
    expect(text).toContain('before')
    expect(text).not.toContain(`/rounds/${client.rounds[state]}/report`)
  }
  expect((await ask('closed')).text).toContain(`/rounds/${client.rounds.closed}/report`)
})
