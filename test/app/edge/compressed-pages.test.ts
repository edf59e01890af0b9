import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'

let app: RunningApplication

beforeAll(async () => {
  app = await runApplication()
})
afterAll(() => app?.close())

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['identity', null],
])('a page for a browser that takes %s is the same page', async (taken, encoding) => {
  const reply = await app.ask('/link-needed', { headers: { 'accept-encoding': taken } })
  expect(reply.headers.get('content-encoding')).toBe(encoding)
  expect(reply.headers.get('vary')).toContain('Accept-Encoding')
  expect(reply.text).toContain('</html>')
})
