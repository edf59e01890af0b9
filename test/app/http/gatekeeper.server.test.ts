import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitBody } from '#app/http/body-limit.server.ts'
import { closeSideDoors, requireOwnOrigin } from '#app/http/gatekeeper.server.ts'

const BASE = 'https://survey.example.org'
const app = express()
app.use(closeSideDoors(BASE), requireOwnOrigin(BASE), limitBody)
app.get('/host', (request, response) => void response.send(request.get('host')))
app.all('*', (request, response) => void response.send(request.originalUrl))

let server: ReturnType<typeof app.listen>
let address: string

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', resolve)
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(address + path, init)
  return { status: response.status, text: await response.text() }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test.each([
  ['our own origin', { origin: BASE }, 200],
  ['another site', { origin: 'https://evil.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403],
  ['neither header', {}, 403],
  ['only Sec-Fetch-Site: same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
  ['only Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
])('a form sent by %s', async (_, headers, status) => {
  expect(
    (await ask('/x', { method: 'POST', headers: { ...form, ...headers } as HeadersInit, body: 'a=b' }))
      .status,
  ).toBe(status)
})

test('other methods than GET, HEAD and POST are refused', async () => {
  expect((await ask('/x', { method: 'PUT', headers: { ...form, origin: BASE }, body: 'a=b' })).status).toBe(
    405,
  )
})

test.each([
  ['a form of over 256 KiB', '/x', form, 'a'.repeat(256 * 1024 + 1), 413],
  ['an import of 300 KiB', '/engagements/e/leads/import', form, 'a'.repeat(300 * 1024), 200],
  ['JSON', '/x', { 'content-type': 'application/json' }, '{}', 415],
  ['a compressed body', '/x', { ...form, 'content-encoding': 'gzip' }, 'a', 415],
])('%s', async (_, path, headers, body, status) => {
  expect((await ask(path, { method: 'POST', headers: { ...headers, origin: BASE }, body })).status).toBe(
    status,
  )
})

test.each(['/engagements.data', '/__manifest?p=/', '/engagements?_data=x'])(
  'the data address %s serves nobody',
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

test('the host is the configured one whatever the request says', async () => {
  const { text } = await ask('/host', { headers: { 'x-forwarded-host': 'evil.example' } })
  expect(text).toBe('survey.example.org')
})

/** The path as it stands: `fetch` would tidy it up. */
function askRaw(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    request({ hostname, port, path }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  '/sign-in/../engagements/1',
  '/sign-in/./x',
  '/sign-in/%2e%2e/engagements',
  '/sign-in\\..\\engagements',
  'http://evil.example/engagements',
  '/p/%ff',
  '/p/a"b',
])('%s would be read otherwise by the router than by the guard, and leads nowhere', async (path) => {
  expect(await askRaw(path)).toBe('/-')
})

test('a plain address stays as it is, query and all', async () => {
  expect(await askRaw('/rounds/1/preview?level=%C5%81&x=../y')).toBe('/rounds/1/preview?level=%C5%81&x=../y')
})
