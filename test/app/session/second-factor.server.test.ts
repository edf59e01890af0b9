import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { browserName } from '#app/session/browser-name.ts'
import { seal, unseal } from '#app/session/seal.server.ts'
import { confirmFactor, offerFactor, passSecondFactor } from '#app/session/second-factor.server.ts'
import { ANNA, memoryDatabase, seedEngagement } from '../../db/fixtures.ts'

const SECRET = 'a server secret that is long enough'
const NOON = new Date('2026-03-04T12:00:00Z')
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)

function codeAt(secret: string, when: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: when.getTime() })
}

async function withFactor() {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const offered = await offerFactor(db, ANNA, SECRET)
  const secret = offered?.secret ?? ''
  const codes = await confirmFactor(db, ANNA, codeAt(secret, NOON), { serverSecret: SECRET, now: NOON })
  const pass = (code: string, now: Date) => passSecondFactor(db, ANNA, code, { serverSecret: SECRET, now })
  return { db, secret, codes: codes ?? [], pass }
}

describe('the second factor', () => {
  test('lets a code in once, and a step to either side of the clock', async () => {
    const { secret, pass } = await withFactor()
    const code = codeAt(secret, later(60))
    expect(await pass(code, later(85))).toBe(true)
    expect(await pass(code, later(85))).toBe(false)
    expect(await pass(codeAt(secret, later(600)), later(700))).toBe(false)
  })

  test('does not let the code in that turned it on', async () => {
    const { secret, pass } = await withFactor()
    expect(await pass(codeAt(secret, NOON), later(5))).toBe(false)
  })

  test('gives eight recovery codes that open once each, however they are typed', async () => {
    const { codes, pass } = await withFactor()
    const [first = ''] = codes
    expect(new Set(codes).size).toBe(8)
    expect(await pass(first.toLowerCase().replace(/(.{4})/g, '$1 '), NOON)).toBe(true)
    expect(await pass(first, NOON)).toBe(false)
  })

  test('keeps no secret in the database that its file alone would give away', async () => {
    const { db, secret, codes } = await withFactor()
    const rows = JSON.stringify([
      await db.selectFrom('second_factor').selectAll().execute(),
      await db.selectFrom('recovery_code').selectAll().execute(),
    ])
    expect([secret, ...codes].some((text) => rows.includes(text))).toBe(false)
  })

  test('refuses codes under another secret of the server, and lets recovery codes in', async () => {
    const { db, secret, codes } = await withFactor()
    const keys = { serverSecret: 'a secret that was made anew', now: later(600) }
    expect(await passSecondFactor(db, ANNA, codeAt(secret, later(600)), keys)).toBe(false)
    expect(await passSecondFactor(db, ANNA, codes[0] ?? '', keys)).toBe(true)
  })

  test('is not offered anew while it is in use', async () => {
    const { db } = await withFactor()
    expect(await offerFactor(db, ANNA, SECRET)).toBeNull()
  })
})

describe('a sealed text', () => {
  test('opens for its owner under the same key only', () => {
    const sealed = seal(SECRET, 'anna', 'JBSWY3DP')
    expect(unseal(SECRET, 'anna', sealed)).toBe('JBSWY3DP')
    expect(() => unseal(SECRET, 'boris', sealed)).toThrow()
    expect(() => unseal('another server secret entirely', 'anna', sealed)).toThrow()
    expect(seal(SECRET, 'anna', 'JBSWY3DP')).not.toBe(sealed)
  })
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['<script>alert(1)</script>', 'A browser'],
])('%s is called %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
