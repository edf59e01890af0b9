import { afterAll, beforeAll, expect, test } from 'vitest'
import clientFile from '#scripts/demo/client.json' with { type: 'json' }
import { type DemoAccess, enterClient } from '#scripts/demo/enter-client.ts'
import { readClient } from '#scripts/demo/read-client.ts'
import type { RunningServer } from '#scripts/run-server.ts'
import { decode } from '#scripts/visit/read-forms.ts'
import { createVisitor } from '#scripts/visit/visitor.ts'
import { startServer } from '#test/helpers/open-round.ts'
import { oneLine, pdfText } from '#test/helpers/pdf-text.ts'

let server: RunningServer
let access: DemoAccess
let pdf: Uint8Array

beforeAll(async () => {
  server = await startServer()
  ;({ access, pdf } = await enterClient(readClient(clientFile), server))
})

afterAll(() => server?.stop())

test('the consultant can sign in with what is printed, and finds the client', async () => {
  const visitor = createVisitor(server.baseUrl)
  const { email, password } = access
  const page = await visitor.send(await visitor.open('/sign-in'), Object.entries({ email, password }))
  expect(page.path).toBe('/engagements')
  expect(page.html).toContain('Halden &amp; Rowe')
})

test('one link per level is still unanswered', async () => {
  for (const link of [access.seniorLink, access.departmentLink ?? '']) {
    const visitor = createVisitor(server.baseUrl)
    const identity = await visitor.send(await visitor.open(link), [])
    const overview = await visitor.send(identity, [], 'me')
    expect(overview.html).toContain('Not started')
    expect(overview.html).not.toContain('Continue')
  }
})

test('the sponsor reads the same statement on the page and in the PDF', async () => {
  const visitor = createVisitor(server.baseUrl)
  const report = await visitor.send(await visitor.open(access.sponsorLink), [])
  const [, words = ''] = /<div class="report-statement">\s*<p[^>]*>([^<]*)</.exec(report.html) ?? []
  expect(words.length).toBeGreaterThan(40)
  expect(await pdfText(pdf)).toContain(oneLine(decode(words)))
})
