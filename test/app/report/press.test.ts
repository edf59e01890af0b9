import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createPress, type PressLimits } from '#app/report/press.server.ts'

type Job = { does: 'print'; text: string } | { does: 'fail' | 'throw' | 'leave' | 'loop' | 'hoard' }

const LIMITS: PressLimits = { jobMs: 20_000, waitMs: 20_000, waiting: 2, heapMb: 32, idleMs: 20_000 }
const CODE = new URL('../../helpers/odd-worker.mjs', import.meta.url)

function pressWith(limits: Partial<PressLimits> = {}) {
  const faults: string[] = []
  const press = createPress<Job>(CODE, {
    limits: { ...LIMITS, ...limits },
    onFault: (fault) => faults.push(fault),
  })
  return {
    ...press,
    faults,
    words: async (text: string) => wordsIn(await press.print({ does: 'print', text })),
  }
}

function wordsIn(printed: Awaited<ReturnType<ReturnType<typeof createPress>['print']>>): string {
  return printed.kind === 'printed' ? new TextDecoder().decode(printed.pdf) : printed.reason
}

test('jobs are printed one after the other, each to whom it belongs', async () => {
  const press = pressWith()
  expect(await Promise.all(['a', 'b', 'c'].map(press.words))).toEqual(['a', 'b', 'c'])
})

describe('a job that goes wrong costs its worker, and the next one is printed by another', () => {
  test.each([
    ['loop', 'too-long', { jobMs: 700 }],
    ['hoard', 'too-large', {}],
    ['throw', 'fault', {}],
    ['leave', 'fault', {}],
    ['fail', 'fault', {}],
  ] as const)('%s: %s', async (does, reason, limits) => {
    const press = pressWith(limits)
    const [bad, good] = await Promise.all([press.print({ does }), press.words('next')])
    expect(bad).toEqual({ kind: 'not-printed', reason })
    expect(good).toBe('next')
  })
})

test('a fault is told with its cause, a limit that did its work is not a fault', async () => {
  const press = pressWith({ jobMs: 700 })
  await press.print({ does: 'fail' })
  await press.print({ does: 'throw' })
  await press.print({ does: 'loop' })
  expect(press.faults).toEqual(['the ink ran out', expect.stringContaining('thrown in the worker')])
})

test('no more wait than may: the next is refused at once', async () => {
  const press = pressWith({ jobMs: 700 })
  const slow = press.print({ does: 'loop' })
  const waiting = [press.words('a'), press.words('b')]
  const started = performance.now()
  expect(await press.words('c')).toBe('busy')
  expect(performance.now() - started).toBeLessThan(200)
  expect(wordsIn(await slow)).toBe('too-long')
  expect(await Promise.all(waiting)).toEqual(['a', 'b'])
})

test('nobody waits for a turn longer than the limit', async () => {
  const press = pressWith({ jobMs: 5000, waitMs: 300 })
  const leaving = new AbortController()
  const slow = press.print({ does: 'loop' }, leaving.signal)
  expect(await press.words('waits')).toBe('busy')
  leaving.abort()
  expect(wordsIn(await slow)).toBe('left')
})

test('a reader who leaves frees the press, whether printing had begun or not', async () => {
  const press = pressWith()
  const [first, second] = [new AbortController(), new AbortController()]
  const printing = press.print({ does: 'loop' }, first.signal)
  const waiting = press.print({ does: 'loop' }, second.signal)
  const patient = press.words('patient')
  second.abort()
  expect(wordsIn(await waiting)).toBe('left')
  first.abort()
  expect(wordsIn(await printing)).toBe('left')
  expect(await patient).toBe('patient')
  expect(wordsIn(await press.print({ does: 'loop' }, first.signal))).toBe('left')
})

test('a worker with nothing to do is ended, and another one comes when it is needed', async () => {
  const press = pressWith({ idleMs: 150 })
  expect(press.staffed()).toBe(false)
  await press.words('a')
  expect(press.staffed()).toBe(true)
  await pause(400)
  expect(press.staffed()).toBe(false)
  expect(await press.words('b')).toBe('b')
})

test('code that cannot be loaded is a fault, not a silence', async () => {
  const press = createPress<Job>(new URL('./no-such-worker.mjs', import.meta.url), {
    limits: LIMITS,
    onFault: () => {},
  })
  expect(wordsIn(await press.print({ does: 'fail' }))).toBe('fault')
})
