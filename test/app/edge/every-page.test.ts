import { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { log } from '#app/http/log.server.ts'
import { saveDrafts } from '#db/drafts.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { kindOf, type Visited, visitAll } from './every-page.ts'

/** Stands in names, addresses and answers, and nowhere else in the world. */
const MARK = 'zqmarkerzq'

let app: RunningApplication
let client: SeededClient
let visited: Visited[]
let pages: Visited[]
const logged: unknown[] = []
const connected: string[] = []

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: MARK })
  const value = { kind: 'lines' as const, lines: [{ text: `${MARK} draft`, picks: {} }] }
  const change = { itemId: 'stops', answer: { state: 'answered' as const, value }, baseRevision: 0 }
  await saveDrafts(app.db, { participationId: client.participationIds[0] ?? '', changes: [change] })
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...words) => void logged.push(words))
  const connect = Socket.prototype.connect
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    connected.push(JSON.stringify(args[0]))
    return Reflect.apply(connect, this, args)
  } as typeof connect)
  visited = await visitAll(app, client)
  const typed = new URLSearchParams({
    email: `${MARK}@client.test`,
    password: MARK,
    'stops.1': MARK,
    code: MARK,
  })
  for (const path of ['/sign-in', '/code', `/answer/${client.sectionIds[0]}/save`])
    await app.ask(`${path}?q=${MARK}`, { cookie: client.cookies.lead, form: typed })
  pages = visited.filter(({ reply }) => kindOf(reply) === 'text/html')
}, 900_000)
afterAll(() => {
  vi.restoreAllMocks()
  return app.close()
})

const found = (where: readonly Visited[], pattern: RegExp) =>
  where.flatMap(({ path, reply }) => (pattern.test(reply.text) ? [path] : []))

test('pages hold no inline style, no inline script and no handler, so the policy needs no exception', () => {
  const elements = pages.flatMap(({ path, reply }) =>
    Array.from(reply.text.matchAll(/<[a-z][^>]*>/gi), ([element]) => ({ path, element })),
  )
  const faults = elements.filter(
    ({ element }) =>
      /\sstyle=|\son[a-z]+=|<style|javascript:|data:text/i.test(element) ||
      (/^<script/i.test(element) && !/\ssrc="\/[^/]/.test(element)),
  )
  const within = found(pages, /<script[^>]*>[^<]/i)
  console.log(`${faults.length + within.length} inline scripts, styles and handlers in ${pages.length} pages`)
  expect([...faults, ...within]).toEqual([])
  expect(pages.length).toBeGreaterThan(100)
})

test('pages load nothing from and lead nowhere but to this server', () => {
  const outward = pages.flatMap(({ path, reply }) =>
    Array.from(
      reply.text.matchAll(/\s(?:src|href|action|formaction|srcset|poster|data|ping|cite)="([^"]*)"/g),
      ([, target = '']) => ({ path, target }),
    ).filter(({ target }) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(target) && !/^mailto:/.test(target)),
  )
  const foreign = outward.filter(({ target }) => !target.startsWith(`${app.config.baseUrl}/`))
  console.log(`${foreign.length} addresses elsewhere in ${pages.length} pages`)
  expect(foreign).toEqual([])
})

test('while every page is made, no connection is opened to anywhere', () => {
  const { port } = new URL(app.address)
  const elsewhere = connected.filter((target) => !target.includes(`"port":"${port}"`))
  console.log(`${elsewhere.length} connections elsewhere during ${visited.length} requests`)
  expect(elsewhere).toEqual([])
  expect(connected.length).toBeGreaterThan(0)
})

test('nothing with data in it is kept by a browser or a proxy', () => {
  const kept = visited.filter(({ reply }) => reply.headers.get('cache-control') !== 'no-store')
  console.log(`${kept.length} of ${visited.length} replies may be kept`)
  expect(kept.map(({ path }) => path).filter((path) => !path.startsWith('/brand/'))).toEqual([])
  expect(kept.filter(({ reply }) => reply.status === 200)).toEqual([])
})

test('the log tells no name, no address, no answer and no token of all that was asked', () => {
  // In the product ids are random; here they are made of the name.
  const text = JSON.stringify(logged).replaceAll(`consultant-${MARK}`, '')
  const tokens = [
    ...client.linkTokens,
    client.shareToken,
    ...Object.values(client.cookies).map((cookie) => cookie.split('=')[1] ?? ''),
  ]
  const told = [MARK, '127.0.0.1', ...tokens].filter((secret) => text.includes(secret))
  console.log(`${told.length} of ${tokens.length + 2} secrets in ${logged.length} lines of the log`)
  expect(told).toEqual([])
  expect(logged.length).toBeGreaterThanOrEqual(visited.length)
  expect(found(visited, new RegExp(MARK)).length).toBeGreaterThan(50)
})

test('behind the landing page no token stands in a page or in an address', () => {
  const guarded = visited.filter(({ entry }) => entry.guard === 'lead' || entry.guard === 'reader')
  const secrets = [...client.linkTokens, client.shareToken, client.cookies.lead, client.cookies.reader]
  const shown = guarded.filter(({ reply }) =>
    secrets.some((secret) => {
      const token = secret.split('=').at(-1) ?? secret
      return reply.text.includes(token) || (reply.headers.get('location') ?? '').includes(token)
    }),
  )
  expect(shown.map(({ path }) => path)).toEqual([])
  expect(guarded.length).toBeGreaterThan(5)
  for (const { path, reply } of visited)
    expect([path, reply.headers.get('referrer-policy')]).toEqual([path, 'strict-origin'])
})

test('no reply sets a cookie for having been looked at', () => {
  expect(visited.filter(({ reply }) => reply.headers.getSetCookie().length > 0)).toEqual([])
})

const ELSEWHERE = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
]
const NAMES = [
  'to',
  'next',
  'url',
  'redirect',
  'redirectTo',
  'returnTo',
  'back',
  'at',
  'language',
  'level',
  'go',
  'take',
]

test('no parameter leads out of the house', async () => {
  const left: string[] = []
  let asked = 0
  for (const { path, cookie, entry } of visited.filter(({ reply }) => reply.status < 400)) {
    for (const target of ELSEWHERE) {
      const query = new URLSearchParams(NAMES.map((name) => [name, target]))
      const forms = entry.guard === 'consultant' ? [undefined] : [undefined, query]
      for (const form of forms) {
        const { headers } = await app.ask(`${path}?${query}`, { cookie, form })
        asked += 1
        const location = headers.get('location')
        if (location && new URL(location, app.config.baseUrl).origin !== app.config.baseUrl)
          left.push(`${path}: ${location}`)
      }
      if (kindOf(visited.find((one) => one.path === path)?.reply as never) !== 'text/html') break
    }
  }
  console.log(`${left.length} of ${asked} requests led elsewhere`)
  expect(left).toEqual([])
}, 900_000)
