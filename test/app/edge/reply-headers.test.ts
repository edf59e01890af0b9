import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reply, type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-client-'))
let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'app-1a2b3c.css'), 'body{}')
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  app = await runApplication({ clientFolder: folder, secure: true })
  const seeded = await seedClient(app, { name: 'ada' })
  const hosted = ([kind, cookie]: [string, string]) => [kind, `__Host-${cookie}`]
  client = { ...seeded, cookies: Object.fromEntries(Object.entries(seeded.cookies).map(hosted)) as never }
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

/** What the network adds, and what depends on the body. */
const OF_THE_MOMENT = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'etag',
  'last-modified',
]

function headersOf({ headers }: Reply): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !OF_THE_MOMENT.includes(name)))
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join(';')

/** Of every reply, whatever its kind. */
const EVERYWHERE = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'strict-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
const RENDERED = { ...EVERYWHERE, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' }
const PAGE = { ...RENDERED, 'content-type': 'text/html; charset=utf-8', vary: 'Accept-Encoding' }
const form = () => new URLSearchParams({ email: 'a@b.test', password: 'not this one' })

const KINDS: [string, () => Promise<Reply>, number, Record<string, unknown>][] = [
  ['a page', () => app.ask('/engagements', { cookie: client.cookies.consultant }), 200, PAGE],
  ['a page of a lead', () => app.ask('/answer', { cookie: client.cookies.lead }), 200, PAGE],
  ['a report', () => app.ask('/report', { cookie: client.cookies.reader }), 200, PAGE],
  ['a page that is not there', () => app.ask('/nowhere'), 404, PAGE],
  ['a link that opens nothing', () => app.ask('/p/pUNKNOWN'), 404, PAGE],
  ['a form that is refused', () => app.ask('/sign-in', { form: form() }), 400, PAGE],
  [
    'data for the script',
    () => app.ask(`/answer/${client.sectionIds[0]}/save`, { cookie: client.cookies.lead, form: form() }),
    200,
    { ...RENDERED, 'content-type': expect.stringMatching(/^application\/json/), vary: 'Accept-Encoding' },
  ],
  [
    'a PDF',
    () => app.ask('/report.pdf', { cookie: client.cookies.reader }),
    200,
    {
      ...RENDERED,
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^(inline|attachment); filename=/),
    },
  ],
  [
    'a CSV',
    () =>
      app.ask(`/rounds/${client.rounds.published}/exports/items.csv`, { cookie: client.cookies.consultant }),
    200,
    {
      ...RENDERED,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="/),
      vary: 'Accept-Encoding',
    },
  ],
  [
    'a way to another page',
    () => app.ask('/engagements'),
    303,
    {
      ...RENDERED,
      location: '/sign-in',
      'content-type': 'text/html; charset=utf-8',
      vary: expect.any(String),
    },
  ],
  [
    'a file under a name that changes with it',
    () => app.ask('/assets/app-1a2b3c.css'),
    200,
    {
      ...EVERYWHERE,
      'content-type': 'text/css; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      vary: 'Accept-Encoding',
    },
  ],
  [
    'a file under a lasting name',
    () => app.ask('/favicon.svg'),
    200,
    {
      ...EVERYWHERE,
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=3600',
      'accept-ranges': 'bytes',
      vary: 'Accept-Encoding',
    },
  ],
  [
    'the state of health',
    () => app.ask('/healthz'),
    200,
    { ...RENDERED, 'content-type': 'application/json; charset=utf-8', vary: 'Accept-Encoding' },
  ],
]

test.each(KINDS)('%s has exactly these headers', async (_, ask, status, expected) => {
  const reply = await ask()
  expect([reply.status, headersOf(reply)]).toEqual([status, expected])
})

test('a form of another site is refused with the same headers as a page', async () => {
  const reply = await app.ask('/sign-in', { form: form(), headers: { origin: 'https://evil.example' } })
  expect(reply.status).toBe(403)
  expect(headersOf(reply)).toEqual({ ...PAGE, vary: expect.stringContaining('Accept') })
})

test('the policy has no exception: no nonce, no host, nothing unsafe', () => {
  expect(POLICY).not.toMatch(/unsafe|nonce-|https?:|\*|data:/)
})

test('cookies are bound to this host, to TLS and to the server, and go to no other site', async () => {
  const doors = [
    await app.ask(`/p/${client.linkTokens[1]}`, { form: new URLSearchParams() }),
    await app.ask(`/r/${client.shareToken}`, { form: new URLSearchParams() }),
    await app.ask('/answer/leave', { cookie: client.cookies.lead, form: new URLSearchParams() }),
    await app.ask('/sign-out', { cookie: client.cookies.consultant, form: new URLSearchParams() }),
  ]
  const cookies = doors.flatMap(({ headers }) => headers.getSetCookie())
  expect(cookies).toHaveLength(4)
  for (const cookie of cookies) {
    const [pair = '', ...attributes] = cookie.split('; ')
    expect(pair).toMatch(/^__Host-plumbline-(lead|reader|consultant)=[0-9A-Z]*$/)
    expect(attributes.filter((one) => !one.startsWith('Max-Age'))).toEqual([
      'Path=/',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ])
  }
})
