import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#app/http/config.server.ts'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'

let app: RunningApplication
beforeEach(async () => {
  app = await runApplication()
})
afterEach(() => app.close())

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const settings = (more: Record<string, string> = {}) => ({
  PLUMBLINE_BASE_URL: 'https://survey.example.org',
  PLUMBLINE_DATA_DIR: join(mkdtempSync(join(tmpdir(), 'plumbline-first-')), 'data'),
  ...more,
})

test('there is no account, and none of the usual pairs of name and password opens anything', async () => {
  expect(await app.db.selectFrom('consultant').selectAll().execute()).toEqual([])
  for (const [email, password] of [
    ['admin', 'admin'],
    ['admin@example.com', 'password'],
    ['plumbline', 'plumbline'],
    ['root', ''],
    ['', ''],
  ] as const) {
    const { headers } = await app.ask('/sign-in', { form: form({ email, password }) })
    expect(headers.getSetCookie()).toEqual([])
  }
})

test('before the set-up nobody gets beyond the doors', async () => {
  const guarded = ROUTE_TABLE.filter(({ guard }) => guard !== 'public')
  for (const { path } of guarded) {
    const { status } = await app.ask(path.replace(/:\w+/g, 'x'))
    expect([path, status]).toEqual([path, 303])
  }
  console.log(`first start: 0 of ${guarded.length} guarded addresses open`)
})

test.each(['', 'setup', 'changeme', 'password1234', 'plumbline', 'a-code-for-this-tesT'])(
  'the set-up code "%s" makes no account',
  async (code) => {
    const typed = { name: 'Mallory', email: 'm@evil.example', password: 'walnut ferry silent moon', code }
    expect((await app.ask('/setup', { form: form(typed) })).status).toBe(400)
    expect(await app.db.selectFrom('consultant').selectAll().execute()).toEqual([])
  },
)

test('a set-up code is made up where none is given, differs each time, and one that is too short is refused', () => {
  const codes = Array.from({ length: 20 }, () => {
    const read = readConfig(settings())
    return read.ok ? read.config.setupCode : ''
  })
  expect(new Set(codes).size).toBe(20)
  for (const code of codes) expect(code.length).toBeGreaterThanOrEqual(12)
  expect(readConfig(settings({ PLUMBLINE_SETUP_CODE: 'short' })).ok).toBe(false)
})

test.each(['', 'changeme', 'secret', '0'.repeat(31)])('a secret of the words "%s" is refused', (words) => {
  const environment = settings()
  mkdirSync(environment.PLUMBLINE_DATA_DIR)
  writeFileSync(join(environment.PLUMBLINE_DATA_DIR, 'secret'), words)
  expect(() => readConfig(environment)).toThrow(/holds no secret/)
})
