import { afterAll, beforeAll, expect, test } from 'vitest'
import { shortCode } from '#app/http/tokens.server.ts'
import { reissueLink } from '#app/rounds/list-links.server.ts'
import { makeMissingCodes } from '#app/rounds/mail/make-codes.server.ts'
import { withdrawPlace } from '#app/rounds/withdraw-place.server.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { allRows, type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

let app: RunningApplication
let client: SeededClient

beforeAll(async () => {
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
})
afterAll(() => app.close())

const codeOf = (index: number, version = 1) =>
  shortCode(app.config.secret, client.participationIds[index] ?? '', version)
const type = (code: string) => app.ask('/code', { form: new URLSearchParams({ code }) })
const round = () => ({ id: client.rounds.open, state: 'open' as const, privacyMode: 'confidential' as const })

test('the code of a letter is two groups of five, and leads to the page of its link', async () => {
  const { text } = await app.ask(`/rounds/${client.rounds.open}/letters`, {
    cookie: client.cookies.consultant,
  })
  const printed = Array.from(text.matchAll(/class="short-code">([^<]+)</g), ([, code = '']) => code)
  expect(printed).toHaveLength(client.participationIds.length)
  for (const code of printed) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5} [0-9A-HJKMNP-TV-Z]{5}$/)
  const { status, headers } = await type(printed[0] ?? '')
  expect(status).toBe(303)
  expect(client.linkTokens.map((token) => `/p/${token}`)).toContain(headers.get('location'))
})

test('small letters, hyphens and look-alikes are read as they were meant', async () => {
  const index = client.participationIds.findIndex((_, index) => /[01]/.test(codeOf(index)))
  const code = codeOf(index)
  const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
  expect((await type(typed)).headers.get('location')).toBe(`/p/${client.linkTokens[index]}`)
})

test('codes are not in the database, only keyed hashes', async () => {
  const rows = JSON.stringify(await allRows(app))
  for (const index of client.participationIds.keys()) expect(rows).not.toContain(codeOf(index))
})

test('whatever leads nowhere gets the same page: made up, malformed, empty, endless', async () => {
  const pages = await Promise.all(
    ['ZZZZZ ZZZZZ', 'no code at all', '', '\u0000', '9'.repeat(5_000)].map((code) => type(code)),
  )
  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([422]))
  expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
})

test('a code dies with its link: replaced, or the place taken back', async () => {
  const settings = { secret: app.config.secret, baseUrl: app.config.baseUrl }
  await reissueLink(app.db, round(), client.participationIds[1] ?? '', settings)
  expect((await type(codeOf(1))).status).toBe(422)
  expect((await type(codeOf(1, 2))).status).toBe(303)
  const place = {
    participationId: client.participationIds[2] ?? '',
    secret: app.config.secret,
    today: '2026-03-03',
  }
  await withdrawPlace(app.db, round(), place)
  for (const version of [1, 2]) expect((await type(codeOf(2, version))).status).toBe(422)
})

test('places from an older version get their codes at the start', async () => {
  await app.db.updateTable('participation').set({ code_hash: null }).execute()
  expect((await type(codeOf(0))).status).toBe(422)
  await makeMissingCodes(app.db, app.config.secret)
  expect((await type(codeOf(0))).status).toBe(303)
})

test('over the limit the page says so, and when to come back; a right code is let in all the same', async () => {
  let last = await type('WRONG')
  for (let count = 0; count < 25 && last.status !== 429; count++) last = await type('WRONG')
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(last.text).toContain('Too many codes were tried')
  expect((await type(codeOf(0))).status).toBe(303)
})
