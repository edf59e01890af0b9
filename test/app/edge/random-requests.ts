import fc from 'fast-check'
import { ROUTE_TABLE } from '#app/http/route-table.ts'
import type { SeededClient } from '#test/helpers/seeded-client.ts'
import { addressesOf, formsAbout } from '../routes/every-address.ts'
import type { Asked } from './raw-request.ts'

export interface Known {
  client: SeededClient
  /** A session of everybody who may have one. */
  cookies: readonly string[]
  baseUrl: string
}

const METHODS = ['GET', 'POST']
const OTHER_METHODS = ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']
const OTHER_ORIGINS = ['null', 'https://evil.example', 'nonsense']
const ODD = [
  '',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '\u0000',
  '\ud83d\ude00',
  '9'.repeat(400),
]
const FORM = 'application/x-www-form-urlencoded'
const TYPES = [
  FORM,
  FORM,
  FORM,
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json',
  'text/plain',
]

const oddText = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 60 }), fc.string())

/** Requests to every route, to no route, as everybody and nobody, with forms that make sense, half of it, or none. */
export function anyRequest(known: Known): fc.Arbitrary<Asked> {
  return fc
    .record({
      method: mostly(METHODS, OTHER_METHODS),
      path: anyPath(known),
      cookie: anyCookie(known),
      type: fc.constantFrom(...TYPES),
      body: anyBody(known),
      origin: mostly([known.baseUrl], OTHER_ORIGINS),
      accept: fc.constantFrom('text/html', 'text/html', '*/*', 'application/json', 'nonsense'),
    })
    .map(({ method, path, cookie, type, body, origin, accept }) => {
      const hasBody = method !== 'GET' && method !== 'HEAD'
      const length = { 'content-type': type, 'content-length': String(body.length) }
      return {
        method,
        path,
        headers: { accept, origin, ...(cookie && { cookie }), ...(hasBody && length) },
        body: hasBody ? body : null,
      }
    })
}

function mostly(usual: readonly string[], others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...usual), weight: 9 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  )
}

function anyPath({ client }: Known): fc.Arbitrary<string> {
  const routes = fc.constantFrom(...ROUTE_TABLE)
  const right = routes.chain((entry) => fc.constantFrom(...addressesOf(entry, client)))
  const oddly = fc
    .tuple(routes, fc.array(oddText, { minLength: 4, maxLength: 4 }))
    .map(([{ path }, ids]) =>
      ids.reduce((made, id) => made.replace(/:\w+/, () => escaped(id) || '-'), path).replace(/:\w+/g, '-'),
    )
  const anywhere = fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`))
  const bytes = fc.string({ maxLength: 80 }).map((text) => `/${text.replace(/[^\x21-\x7e]/g, '%')}`)
  const query = fc.oneof(
    fc.constant(''),
    fc.constant(''),
    fc.array(fc.tuple(oddText, oddText), { maxLength: 3 }).map((pairs) => {
      return `?${pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')}`
    }),
  )
  const path = fc.oneof(
    { arbitrary: right, weight: 6 },
    { arbitrary: oddly, weight: 3 },
    { arbitrary: anywhere, weight: 1 },
    { arbitrary: bytes, weight: 1 },
  )
  return fc.tuple(path, query).map(([path, query]) => path + query)
}

function anyCookie({ cookies: all }: Known): fc.Arbitrary<string> {
  const odd = fc
    .tuple(fc.constantFrom('consultant', 'lead', 'reader', 'follower'), fc.string({ maxLength: 50 }))
    .map(([kind, token]) => `plumbline-${kind}=${token.replace(/[^\x21-\x7e]/g, '')}`)
  return fc.oneof(
    { arbitrary: fc.constant(all.join('; ')), weight: 6 },
    { arbitrary: fc.constantFrom('', ...all), weight: 2 },
    { arbitrary: odd, weight: 1 },
  )
}

function anyBody({ client }: Known): fc.Arbitrary<Buffer> {
  const sensible = fc.constantFrom(...formsAbout(client))
  const halfSensible = fc
    .tuple(sensible, fc.array(fc.tuple(fc.nat(40), oddText), { maxLength: 6 }))
    .map(([form, changes]) => {
      const pairs = [...form]
      for (const [at, text] of changes) {
        const pair = pairs[at % pairs.length]
        if (pair) pair[1] = text
      }
      return pairs
    })
  const answers = fc.array(
    fc.tuple(
      fc
        .constantFrom('priorities', 'stops', 'dependencies')
        .chain((item) =>
          fc.constantFrom(`${item}.1`, `${item}.9`, `${item}.revision`, `${item}.state`, item),
        ),
      oddText,
    ),
    { maxLength: 6 },
  )
  const pairs = fc.oneof(
    sensible.map((form) => [...form]),
    halfSensible,
    answers,
  )
  return fc.oneof(
    { arbitrary: pairs.map((list) => Buffer.from(encoded(list))), weight: 6 },
    { arbitrary: pairs.map((list) => Buffer.from(multipart(list))), weight: 1 },
    { arbitrary: fc.json().map((text) => Buffer.from(text)), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)), weight: 1 },
  )
}

function encoded(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')
}

function multipart(pairs: readonly (readonly [string, string])[]): string {
  const parts = pairs.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--x--\r\n`
}

/** Half a pair of surrogates cannot be escaped. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
