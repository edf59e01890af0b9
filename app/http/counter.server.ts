/** Keys that a counter remembers: an address or an account each. A stranger who makes up more pushes out the oldest. */
const MOST_KEYS = 20_000
const LONGEST_KEY = 128

export interface Counted {
  count: number
  /** Until the key's window ends. */
  seconds: number
}

export interface Counter {
  /** Counts one for a key; its window begins with its first count and lasts so many seconds. */
  add(key: string, seconds: number): Counted
  /** Takes one back. */
  take(key: string): void
  forget(key: string): void
  readonly size: number
}

/**
 * Counts by key in the memory of the process, in bounded space: a key whose window is over counts as new, and where there
 * are too many keys, those that were not touched for longest are forgotten.
 */
export function createCounter(most = MOST_KEYS): Counter {
  const windows = new Map<string, { count: number; until: number }>()
  const keep = (key: string, count: number, until: number) => {
    windows.delete(key)
    windows.set(key, { count, until })
    if (windows.size > most) windows.delete(windows.keys().next().value ?? '')
  }
  return {
    add(name, seconds) {
      const key = name.slice(0, LONGEST_KEY)
      const now = Date.now()
      const known = windows.get(key)
      const going = known !== undefined && known.until > now
      const count = going ? known.count + 1 : 1
      const until = going ? known.until : now + seconds * 1000
      keep(key, count, until)
      return { count, seconds: Math.max(1, Math.ceil((until - now) / 1000)) }
    },
    take(name) {
      const known = windows.get(name.slice(0, LONGEST_KEY))
      if (known && known.count > 0) known.count -= 1
    },
    forget(name) {
      windows.delete(name.slice(0, LONGEST_KEY))
    },
    get size() {
      return windows.size
    },
  }
}
