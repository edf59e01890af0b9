import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { addressesOf } from './every-address.ts'

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

/** Every address four times takes its time, and more of it on a busy machine. */
vi.setConfig({ testTimeout: 300_000 })

const addresses = () => [...new Set(ROUTE_TABLE.flatMap((entry) => addressesOf(entry, client)))]

test('following any link, as anybody, changes nothing: scanners and browsers fetch what they like', async () => {
  const before = await withoutExports()
  const everything = Object.values(client.cookies).join('; ')
  const faults: string[] = []
  for (const path of addresses()) {
    for (const cookie of [undefined, everything]) {
      for (const method of ['GET', 'HEAD'] as const) {
        const { status } = await app.ask(path, { cookie, method })
        if (status >= 500) faults.push(`${method} ${path}: ${status}`)
      }
    }
  }
  console.log(`${addresses().length} addresses fetched four ways`)
  expect(faults).toEqual([])
  expect(addresses().length).toBeGreaterThan(ROUTE_TABLE.length)
  expect(await withoutExports()).toEqual(before)
})

/** Everything but the lines of the log that say which file was given away. */
async function withoutExports() {
  const { audit_event = [], ...rows } = await allRows(app)
  const others = audit_event.filter(
    (event) => !/^took .* out$|^exported /.test((event as { words: string }).words),
  )
  return { ...rows, audit_event: others }
}

test.each([
  ['a broken escape', '/%ff'],
  ['a broken escape in a link', '/p/%E0%A4%A'],
  ['dots that lead to a guarded page', '/sign-in/..%2fengagements'],
  ['a character that is none', '/p/%00'],
  ['two slashes', '//engagements'],
  ['a host in the path', '//evil.example/engagements'],
])('an address with %s is the same 404 as any other', async (_, path) => {
  const unknown = await app.ask('/p/pUNKNOWN', {})
  const reply = await app.ask(path, {})
  expect([reply.status, reply.text]).toEqual([404, unknown.text])
})

test('every page holds to its statements: five at most to a lead', async () => {
  const paths = [
    '/answer',
    ...client.sectionIds.map((id) => `/answer/${id}`),
    '/answer/review',
    `/p/${client.linkTokens[0]}`,
  ]
  for (const path of paths) {
    const { status, statements } = await app.ask(path, { cookie: client.cookies.lead })
    expect([path, status, statements.length <= 5]).toEqual([path, 200, true])
    expect(statements.length).toBeGreaterThan(0)
  }
})

test('an autosave takes four statements, the guard, begin and commit among them', async () => {
  const form = new URLSearchParams({ 'priorities.1': 'Win the north', 'priorities.revision': '0' })
  const path = `/answer/${client.sectionIds[0]}/save`
  const { status, text, statements } = await app.ask(path, { cookie: client.cookies.lead, form })
  expect([status, JSON.parse(text).saved]).toEqual([200, [{ itemId: 'priorities', revision: 1 }]])
  expect(statements).toHaveLength(4)
})
