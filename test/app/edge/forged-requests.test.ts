import { request } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  buildFromSources,
  type RunningApplication,
  runApplication,
} from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { formsAbout } from '../routes/every-address.ts'
import { everyAddress, takesForms } from './every-page.ts'

vi.setConfig({ testTimeout: 900_000 })

let app: RunningApplication
let client: SeededClient
let actions: ReturnType<typeof everyAddress>

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  const { routes }: Pick<ServerBuild, 'routes'> = await buildFromSources()
  actions = everyAddress(client).filter(({ entry }) => takesForms(routes, entry))
})
afterAll(() => app.close())

interface Forged {
  method?: string
  headers: Record<string, string>
  /** In the address, where the method has no body. */
  inAddress?: boolean
}

const OWN = 'http://localhost'
const FORM = 'application/x-www-form-urlencoded'

const FORGERIES: Record<string, Forged & { status?: number }> = {
  'another site': { headers: { origin: 'https://evil.example' }, status: 403 },
  'a site whose name begins like ours': { headers: { origin: 'http://localhost.evil.example' }, status: 403 },
  'our name over another scheme': { headers: { origin: 'https://localhost' }, status: 403 },
  'our name at another port': { headers: { origin: 'http://localhost:8080' }, status: 403 },
  'an opaque origin': { headers: { origin: 'null' }, status: 403 },
  'no origin at all': { headers: {}, status: 403 },
  'no origin, from another site': { headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
  'no origin, from a neighbour of our domain': { headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
  'no origin, typed in': { headers: { 'sec-fetch-site': 'none' }, status: 403 },
  'a forged host that agrees with its origin': {
    headers: { origin: 'http://evil.example', host: 'evil.example' },
    status: 403,
  },
  'a forged forwarded host that agrees with its origin': {
    headers: { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
    status: 403,
  },
  'plain text': { headers: { origin: OWN, 'content-type': 'text/plain' }, status: 415 },
  JSON: { headers: { origin: OWN, 'content-type': 'application/json' }, status: 415 },
  PUT: { method: 'PUT', headers: { origin: OWN }, status: 405 },
  DELETE: { method: 'DELETE', headers: { origin: OWN }, status: 405 },
  'GET with the fields in the address': { method: 'GET', headers: {}, inAddress: true },
  'GET that calls itself POST': {
    method: 'GET',
    headers: { 'x-http-method-override': 'POST', origin: OWN },
    inAddress: true,
  },
}

/** As it stands: `fetch` would not send a host of somebody else. */
function send(path: string, cookie: string | undefined, { method = 'POST', headers, inAddress }: Forged) {
  const body = String(formsAbout(client)[1])
  const target = new URL(app.address)
  return new Promise<number>((resolve, reject) => {
    const sent = request(
      {
        hostname: target.hostname,
        port: target.port,
        path: inAddress ? `${path}?_method=POST&${body}` : path,
        method,
        headers: {
          accept: 'text/html',
          ...(inAddress ? {} : { 'content-type': FORM, 'content-length': Buffer.byteLength(body) }),
          ...(cookie && { cookie }),
          ...headers,
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(inAddress ? undefined : body)
  })
}

test('of forms forged in every way, sent to every address that takes forms, none changes anything', async () => {
  const before = await allRows(app)
  const taken: string[] = []
  let asked = 0
  for (const { path, cookie } of actions)
    for (const [name, forged] of Object.entries(FORGERIES)) {
      const status = await send(path, cookie, forged)
      asked += 1
      if (forged.status ? status !== forged.status : status >= 500) taken.push(`${path}, ${name}: ${status}`)
    }
  console.log(`${taken.length} of ${asked} forged requests to ${actions.length} addresses taken`)
  expect(taken).toEqual([])
  expect(await allRows(app)).toEqual(before)
  expect(actions.length).toBeGreaterThan(60)
})

test.each([
  ['its origin', { origin: OWN }],
  ['what the browser says of it', { 'sec-fetch-site': 'same-origin' }],
  [
    'its origin, under a forged host',
    { origin: OWN, host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  ],
])('the same form from our own page, known by %s, reaches its route', async (_, headers) => {
  const before = await allRows(app)
  expect(await send('/account/second-factor', client.cookies.consultant, { headers })).toBe(400)
  expect(await allRows(app)).toEqual(before)
})
