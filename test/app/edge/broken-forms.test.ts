import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { log } from '#app/http/log.server.ts'
import {
  buildFromSources,
  type RunningApplication,
  runApplication,
} from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { everyAddress, takesForms } from './every-page.ts'
import { askRaw } from './raw-request.ts'

const PART = '--x\r\nContent-Disposition: form-data; name="intent"\r\n\r\nsave\r\n'

/** Bodies of files and fields that end too soon, are not what was announced, or announce nothing. */
const BROKEN: Record<string, { type?: string; body: string }> = {
  'no boundary': { type: 'multipart/form-data', body: `${PART}--x--\r\n` },
  'an empty boundary': { type: 'multipart/form-data; boundary=', body: `${PART}--x--\r\n` },
  'another boundary': { type: 'multipart/form-data; boundary=y', body: `${PART}--x--\r\n` },
  'no end': { body: PART },
  'half an end': { body: `${PART}--x-` },
  'an end and nothing before it': { body: '--x--\r\n' },
  'words before the first part': { body: `words${PART}--x--\r\n` },
  'a part without headers': { body: '--x\r\n\r\nsave\r\n--x--\r\n' },
  'a part without a name': { body: '--x\r\nContent-Disposition: form-data\r\n\r\nsave\r\n--x--\r\n' },
  'headers that do not end': { body: '--x\r\nContent-Disposition: form-data; name="intent"' },
  'a file that is cut short': {
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nname,em',
  },
  'bytes that are no text': { body: '\u0000\u00ff\u00fe--x\u0000' },
}

let app: RunningApplication
let client: SeededClient
/** One address of every route that takes something; the one that signs out comes last. */
let actions: ReturnType<typeof everyAddress>

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  const { routes }: Pick<ServerBuild, 'routes'> = await buildFromSources()
  const all = everyAddress(client).filter(({ entry }) => takesForms(routes, entry))
  const byFile = new Map(all.map((action) => [action.entry.file, action]))
  actions = [...byFile.values()].sort((a, b) => Number(ends(a.path)) - Number(ends(b.path)))
})
afterAll(() => app.close())

const ends = (path: string) => path === '/sign-out' || path === '/answer/leave'

test('a broken form of files and fields is refused at every address, and never a fault', async () => {
  const fault = vi.spyOn(log, 'error')
  onTestFinished(() => fault.mockRestore())
  const wrong: string[] = []
  const refused = new Set<string>()
  for (const { path, cookie = '' } of actions)
    for (const [what, { type = 'multipart/form-data; boundary=x', body }] of Object.entries(BROKEN)) {
      const bytes = Buffer.from(body, 'latin1')
      const headers = { cookie, origin: app.config.baseUrl, 'content-type': type, accept: 'text/html' }
      const { status } = await askRaw(app.address, {
        method: 'POST',
        path,
        headers: { ...headers, 'content-length': String(bytes.length) },
        body: bytes,
      })
      if (typeof status === 'string' || status >= 500) wrong.push(`${path}, ${what}: ${status}`)
      if (status === 400) refused.add(path)
    }
  expect(wrong).toEqual([])
  expect(fault).not.toHaveBeenCalled()
  // It would prove little if few addresses had tried to read what was sent.
  expect(actions.length).toBeGreaterThan(60)
  expect(refused.size).toBeGreaterThan(actions.length / 2)
}, 300_000)
