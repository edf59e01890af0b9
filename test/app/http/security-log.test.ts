import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createLimits } from '#app/http/limits.server.ts'
import { log } from '#app/http/log.server.ts'
import { hashPassword } from '#app/session/password-hash.server.ts'
import { startSession } from '#app/session/start-session.server.ts'
import { insertConsultant } from '#db/consultants.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'

const PASSWORD = 'kestrel under the bridge'
const WRONG = 'a guess that is not right'
const EMAIL = 'vi@consulting.test'
const form = (fields: Record<string, string> = {}) => new URLSearchParams(fields)

type Line = Record<string, unknown>

let app: RunningApplication
let client: SeededClient
let viewer: string
const lines: Line[] = []

beforeAll(async () => {
  app = await runApplication({ limits: createLimits() })
  client = await seedClient(app, { name: 'ada' })
  const passwordHash = await hashPassword(PASSWORD)
  const someone = { id: 'c-vi', name: 'Vi', email: EMAIL, role: 'viewer' as const, createdOn: '2026-03-02' }
  await insertConsultant(app.db, { ...someone, passwordHash })
  viewer = `plumbline-consultant=${await startSession(app.db, 'c-vi', new Date())}`
  for (const level of ['info', 'warn'] as const)
    vi.spyOn(log, level).mockImplementation((line: unknown) => void lines.push(line as Line))
})
afterAll(() => {
  vi.restoreAllMocks()
  return app.close()
})
afterEach(() => {
  const told = JSON.stringify(lines)
  for (const secret of [PASSWORD, WRONG, EMAIL, 'Vi"', '127.0.0.1', viewer.split('=')[1] ?? ''])
    expect(told).not.toContain(secret)
  lines.length = 0
})

const security = () => lines.filter((line) => 'security' in line)
const hashed = expect.stringMatching(/^[0-9a-f]{12}$/)

test('a sign-in is noted with what came of it: who, or which address by its keyed hash, and from which place', async () => {
  const signIn = (email: string, password: string) => app.ask('/sign-in', { form: form({ email, password }) })
  await signIn(EMAIL, WRONG)
  await signIn('nobody@consulting.test', WRONG)
  await signIn(` ${EMAIL.toUpperCase()}`, PASSWORD)
  const [refused, unknown, done] = security()
  expect(refused).toEqual({ security: 'sign-in', outcome: 'refused', from: hashed, typed: hashed })
  expect(unknown).toEqual({ security: 'sign-in', outcome: 'refused', from: hashed, typed: hashed })
  expect(done).toEqual({ ...refused, outcome: 'done', who: 'c-vi', factor: 'password' })
  expect(unknown?.typed).not.toBe(refused?.typed)
})

test('a second factor is noted where it is set up, given, refused and taken away', async () => {
  const passwordHash = await hashPassword(PASSWORD)
  const someone = { id: 'c-fa', name: 'Fa', email: 'fa@consulting.test', role: 'viewer' as const }
  await insertConsultant(app.db, { ...someone, passwordHash, createdOn: '2026-03-02' })
  const cookie = `plumbline-consultant=${await startSession(app.db, 'c-fa', new Date())}`
  const factor = (fields: Record<string, string>) =>
    app.ask('/account/second-factor', { cookie, form: form(fields) })
  await factor({ intent: 'begin', password: WRONG })
  const begun = await factor({ intent: 'begin', password: PASSWORD })
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(begun.text)?.[1]?.replaceAll(' ', '') ?? ''
  const codeAt = (offset: number) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + offset })
  await factor({ intent: 'on', code: 'wrong' })
  await factor({ intent: 'on', code: codeAt(-30_000) })
  const { headers } = await app.ask('/sign-in', { form: form({ email: someone.email, password: PASSWORD }) })
  const waiting = headers.get('set-cookie')?.split(';')[0] ?? ''
  for (const code of ['wrong', codeAt(0)])
    await app.ask('/sign-in/code', { cookie: waiting, form: form({ code }) })
  expect(security().map(({ security, outcome, who }) => [security, outcome, who])).toEqual([
    ['password-check', 'refused', 'c-fa'],
    ['second-factor', 'refused', 'c-fa'],
    ['factor-changed', 'done', 'c-fa'],
    ['sign-in', 'code-needed', 'c-fa'],
    ['second-factor', 'refused', 'c-fa'],
    ['second-factor', 'done', 'c-fa'],
  ])
})

test('what a role does not allow, and what is somebody else’s, is noted with who asked', async () => {
  await app.ask('/people', { cookie: viewer })
  await app.ask(`/rounds/${client.rounds.open}`, { cookie: viewer, form: form({ intent: 'close' }) })
  await app.ask(`/engagements/${client.engagementId}`, { cookie: viewer })
  await app.ask('/account', { cookie: 'plumbline-consultant=MADEUP' })
  expect(security()).toEqual([
    { security: 'access', outcome: 'refused', who: 'c-vi', path: '/people', changes: false },
    { security: 'access', outcome: 'refused', who: 'c-vi', path: '/rounds/:roundId', changes: true },
    {
      security: 'access',
      outcome: 'refused',
      who: 'c-vi',
      path: `/engagements/${client.engagementId}`,
      nothing: true,
    },
    { security: 'session', outcome: 'refused', path: '/account' },
  ])
})

test('forged forms, bodies that are none and limits that were met are noted', async () => {
  const foreign = { origin: 'https://evil.example' }
  await app.ask('/join/UNKNOWN', { form: form(), headers: foreign })
  await app.ask('/sign-in', { form: form({ x: 'y' }), headers: { 'content-type': 'text/plain' } })
  for (let turn = 0; turn < 21; turn++) await app.ask('/r/rUNKNOWN')
  const path = `/rounds/${client.rounds.published}/exports/items.csv`
  for (let turn = 0; turn < 11; turn++) await app.ask(path, { cookie: client.cookies.consultant })
  expect(security()).toEqual([
    { security: 'forged', outcome: 'refused', method: 'POST', path: '/join/***', own: false },
    { security: 'body', outcome: 'refused', status: 415, path: '/sign-in' },
    { security: 'limit', outcome: 'wait', limit: 'unknownLink' },
    { security: 'limit', outcome: 'wait', limit: 'export', who: 'consultant-ada' },
  ])
})

test('a line for each request says who asked where that is a consultant, and nothing of a lead or a reader', async () => {
  await app.ask('/account', { cookie: viewer })
  await app.ask('/answer', { cookie: client.cookies.lead })
  await app.ask('/report', { cookie: client.cookies.reader })
  const known = ['method', 'path', 'status', 'ms']
  expect(lines.map((line) => Object.keys(line))).toEqual([[...known, 'who'], known, known])
  expect(lines[0]?.who).toBe('c-vi')
})

test('what leads and readers are refused is noted without anything about them', async () => {
  const place = `/answer/${client.sectionIds[0]}/save`
  for (let turn = 0; turn < 121; turn++) await app.ask(place, { cookie: client.cookies.lead, form: form() })
  expect(security()).toEqual([{ security: 'limit', outcome: 'wait', limit: 'autosave' }])
})

test('guesses that have to wait are noted as well', async () => {
  const guess = () =>
    app.ask('/sign-in', { form: form({ email: 'nobody@consulting.test', password: WRONG }) })
  for (let turn = 0; turn < 12; turn++) await guess()
  expect(security().at(-1)).toEqual({ security: 'sign-in', outcome: 'wait', from: hashed, typed: hashed })
})
