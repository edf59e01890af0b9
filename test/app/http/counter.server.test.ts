import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCounter } from '#app/http/counter.server.ts'
import { createLimit, networkOf } from '#app/http/limit.server.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('counts run for the time that begins with the first, and then anew', () => {
  const counter = createCounter()
  expect(counter.add('a', 60)).toEqual({ count: 1, seconds: 60 })
  vi.advanceTimersByTime(45_000)
  expect(counter.add('a', 60)).toEqual({ count: 2, seconds: 15 })
  vi.advanceTimersByTime(15_000)
  expect(counter.add('a', 60)).toEqual({ count: 1, seconds: 60 })
})

test('a stranger with 60,000 made-up keys takes no more room than 20,000', () => {
  const counter = createCounter()
  for (let key = 0; key < 60_000; key++) counter.add(`address ${key}`, 60)
  expect(counter.size).toBe(20_000)
})

test('what is asked for again and again is not what is forgotten', () => {
  const counter = createCounter(100)
  for (let key = 0; key < 1000; key++) {
    counter.add('busy', 60)
    counter.add(`stranger ${key}`, 60)
  }
  expect(counter.add('busy', 60).count).toBe(1001)
})

test('endless keys are one key', () => {
  const counter = createCounter()
  counter.add(`${'x'.repeat(5000)}1`, 60)
  expect(counter.add(`${'x'.repeat(5000)}2`, 60).count).toBe(2)
})

test('the one after the last is told to wait for the rest of the window', () => {
  const limit = createLimit({ points: 3, seconds: 60 })
  expect([1, 2, 3].map(() => limit.claim('a'))).toEqual([0, 0, 0])
  vi.advanceTimersByTime(20_000)
  expect([limit.claim('a'), limit.claim('b')]).toEqual([40, 0])
  vi.advanceTimersByTime(40_000)
  expect(limit.claim('a')).toBe(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
