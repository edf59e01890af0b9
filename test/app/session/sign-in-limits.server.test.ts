import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSignInLimits } from '#app/session/sign-in-limits.server.ts'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (address: string, account = 'ada@example.com') => Object.freeze({ account, address })

async function claimTimes(times: number, claim: () => Promise<number>): Promise<number[]> {
  const waits: number[] = []
  for (let turn = 0; turn < times; turn++) waits.push(await claim())
  return waits
}

test('ten attempts from one address pass, and so does one more before the waiting begins', async () => {
  const limits = createSignInLimits()
  expect(await claimTimes(11, () => limits.claim(at('192.0.2.1')))).toEqual(Array(11).fill(0))
  expect(await limits.claim(at('192.0.2.1'))).toBe(2)
})

test('attempts at ever new accounts are counted for the address they come from', async () => {
  const limits = createSignInLimits()
  let turn = 0
  const waits = await claimTimes(20, () => limits.claim(at('192.0.2.1', `guess-${turn++}@example.com`)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(11)
})

test('the wait grows, and never beyond a minute', async () => {
  const limits = createSignInLimits()
  await claimTimes(11, () => limits.claim(at('192.0.2.1')))
  const passedAt: number[] = []
  for (let second = 0; second < 600; second++) {
    if ((await limits.claim(at('192.0.2.1'))) === 0) passedAt.push(second)
    await vi.advanceTimersByTimeAsync(1000)
  }
  const gaps = passedAt.slice(1).map((second, index) => second - (passedAt[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(5)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(60)
  expect(gaps.at(-1)).toBe(60)
})

test('of 1000 guesses at one account from 50 addresses in 15 minutes at most 100 reach the password', async () => {
  const limits = createSignInLimits()
  let passed = 0
  for (let turn = 0; turn < 1000; turn++) {
    if ((await limits.claim(at(`192.0.2.${turn % 50}`))) === 0) passed++
    await vi.advanceTimersByTimeAsync((15 * MINUTE) / 1000)
  }
  expect(passed).toBeGreaterThan(50)
  expect(passed).toBeLessThanOrEqual(100)
})

test('while strangers guess at an account, its owner gets in from an own address at once', async () => {
  const limits = createSignInLimits()
  for (let turn = 0; turn < 400; turn++) await limits.claim(at(`192.0.2.${turn % 50}`))
  expect(await limits.claim(at('198.51.100.7'))).toBe(0)
})

test('guesses sent all at once pass no more than guesses sent in turn', async () => {
  const limits = createSignInLimits()
  const waits = await Promise.all(Array.from({ length: 500 }, () => limits.claim(at('192.0.2.1'))))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(11)
})

test('who signs in rightly is never slowed down', async () => {
  const limits = createSignInLimits()
  const waits = await claimTimes(40, async () => {
    const wait = await limits.claim(at('192.0.2.1'))
    await limits.forgive(at('192.0.2.1'))
    return wait
  })
  expect(waits).toEqual(Array(40).fill(0))
})

test('a right sign-in of one’s own does not wash away guesses at somebody else', async () => {
  const limits = createSignInLimits()
  let passed = 0
  for (let turn = 0; turn < 100; turn++) {
    if ((await limits.claim(at('192.0.2.1'))) === 0) passed++
    await limits.claim(at('192.0.2.1', 'mallory@example.com'))
    await limits.forgive(at('192.0.2.1', 'mallory@example.com'))
  }
  expect(passed).toBeLessThanOrEqual(12)
})

test('after a quarter of an hour all is forgotten', async () => {
  const limits = createSignInLimits()
  await claimTimes(30, () => limits.claim(at('192.0.2.1')))
  expect(await limits.claim(at('192.0.2.1'))).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(16 * MINUTE)
  expect(await limits.claim(at('192.0.2.1'))).toBe(0)
})
