import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '#app/http/tokens.server.ts'
import { endSession } from '#app/session/end-session.server.ts'
import { needsSetUp, setUp, setUpWithinLimits } from '#app/session/set-up.server.ts'
import { signIn, signInWithinLimits } from '#app/session/sign-in.server.ts'
import { createSignInLimits } from '#app/session/sign-in-limits.server.ts'
import { findConsultantByEmail } from '#db/consultants.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Database } from '#db/schema.ts'
import { findSessionConsultant } from '#db/sessions.ts'

const NOW = new Date('2026-03-02T09:00:00Z')
const HOUR = 3_600_000
const CODE = 'k3y-of-the-first-day'
const PASSWORD = 'kestrel over the moor'
const FORM = Object.freeze({
  name: ' Ada Moore ',
  email: 'Ada.Moore@Example.com',
  password: PASSWORD,
  code: CODE,
})

let db: Kysely<Database>
beforeEach(async () => {
  db = await openDatabase(':memory:')
})
afterEach(() => db.destroy())

const consultantAt = (token: string, time: Date) =>
  findSessionConsultant(db, hashToken(token), time.toISOString())

test('the first consultant is set up once, with the code, and is signed in', async () => {
  expect(await needsSetUp(db)).toBe(true)
  const result = await setUp(db, FORM, CODE, NOW)
  expect(result.ok).toBe(true)
  expect(await needsSetUp(db)).toBe(false)
  const consultant = await consultantAt(result.ok ? result.token : '', NOW)
  expect(consultant).toMatchObject({ name: 'Ada Moore', email: 'ada.moore@example.com' })
  const again = await setUp(db, { ...FORM, email: 'other@example.com' }, CODE, NOW)
  expect(again).toEqual({ ok: false, errors: { form: 'Plumbline has been set up already. Please sign in.' } })
})

test('two set-ups at the same moment make one consultant', async () => {
  const results = await Promise.all([
    setUp(db, FORM, CODE, NOW),
    setUp(db, { ...FORM, email: 'b@example.com' }, CODE, NOW),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

test('without the code nothing else is looked at', async () => {
  const result = await setUp(db, { ...FORM, code: 'guessed', password: 'short', email: 'no' }, CODE, NOW)
  expect(result.ok ? [] : Object.keys(result.errors)).toEqual(['code'])
  expect(await needsSetUp(db)).toBe(true)
})

test('every field of the set-up form is judged at once', async () => {
  const result = await setUp(db, { name: ' ', email: 'no', password: 'short', code: CODE }, CODE, NOW)
  expect(result.ok ? [] : Object.keys(result.errors).toSorted()).toEqual(['email', 'name', 'password'])
})

test('guessing at the set-up code runs into the same limits as guessing at a password', async () => {
  const limits = createSignInLimits()
  const form = { ...FORM, code: 'guessed' }
  const kinds: string[] = []
  for (let turn = 0; turn < 12; turn++) {
    kinds.push(
      (await setUpWithinLimits(db, limits, form, { address: '192.0.2.1', expectedCode: CODE }, NOW)).kind,
    )
  }
  expect(kinds).toEqual([...Array(11).fill('refused'), 'wait'])
})

test('the password is kept as Argon2id with 19 MiB, two passes and one lane', async () => {
  await setUp(db, FORM, CODE, NOW)
  const found = await findConsultantByEmail(db, 'ada.moore@example.com')
  expect(found?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('signing in begins a new session of twelve hours each time', async () => {
  await setUp(db, FORM, CODE, NOW)
  const credentials = { email: ' ADA.moore@example.com ', password: PASSWORD }
  const first = await signIn(db, credentials, NOW)
  const second = await signIn(db, credentials, NOW)
  if (first.kind !== 'signed-in' || second.kind !== 'signed-in') throw new Error('the password was refused')
  expect(first.token).not.toBe(second.token)
  expect(await consultantAt(first.token, new Date(NOW.getTime() + 12 * HOUR - 1000))).not.toBeNull()
  expect(await consultantAt(first.token, new Date(NOW.getTime() + 12 * HOUR + 1000))).toBeNull()
})

test('the token of a session is nowhere in the database', async () => {
  const result = await setUp(db, FORM, CODE, NOW)
  const rows = await db.selectFrom('session').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(result.ok ? result.token : '')
})

test('a wrong password and an unknown address are refused alike', async () => {
  await setUp(db, FORM, CODE, NOW)
  const wrong = await signIn(db, { email: 'ada.moore@example.com', password: 'kestrel over the sea' }, NOW)
  const unknown = await signIn(db, { email: 'nobody@example.com', password: PASSWORD }, NOW)
  expect(wrong).toEqual({ kind: 'refused' })
  expect(unknown).toEqual(wrong)
})

test('an unknown address takes as long as a wrong password', async () => {
  await setUp(db, FORM, CODE, NOW)
  const time = async (email: string) => {
    const started = performance.now()
    await signIn(db, { email, password: 'kestrel over the sea' }, NOW)
    return performance.now() - started
  }
  await time('nobody@example.com')
  const known: number[] = []
  const unknown: number[] = []
  for (let turn = 0; turn < 15; turn++) {
    known.push(await time('ada.moore@example.com'))
    unknown.push(await time('nobody@example.com'))
  }
  const middle = (times: number[]) => times.toSorted((a, b) => a - b)[7] ?? 0
  // Without the dummy hash the ratio is near zero; on a busy machine medians still lie within a factor of two.
  expect(middle(unknown) / middle(known)).toBeGreaterThan(0.5)
})

test('beyond the limit even the right password has to wait, and the wait is said', async () => {
  await setUp(db, FORM, CODE, NOW)
  const limits = createSignInLimits()
  const guess = { email: 'ada.moore@example.com', password: 'wrong', address: '192.0.2.1' }
  for (let turn = 0; turn < 11; turn++) {
    expect((await signInWithinLimits(db, limits, guess, NOW)).kind).toBe('refused')
  }
  expect(await signInWithinLimits(db, limits, { ...guess, password: PASSWORD }, NOW)).toEqual({
    kind: 'wait',
    seconds: 2,
  })
  const owner = { ...guess, password: PASSWORD, address: '198.51.100.7' }
  expect((await signInWithinLimits(db, limits, owner, NOW)).kind).toBe('signed-in')
})

test('after signing out the old cookie opens nothing', async () => {
  const result = await setUp(db, FORM, CODE, NOW)
  const token = result.ok ? result.token : ''
  expect(await consultantAt(token, NOW)).not.toBeNull()
  await endSession(db, hashToken(token))
  expect(await consultantAt(token, NOW)).toBeNull()
})

test('signing in clears away sessions that have expired', async () => {
  await setUp(db, FORM, CODE, NOW)
  const nextDay = new Date(NOW.getTime() + 24 * HOUR)
  await signIn(db, { email: 'ada.moore@example.com', password: PASSWORD }, nextDay)
  expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1)
})
