import { isIPv6 } from 'node:net'
import { createCounter } from './counter.server.ts'

export interface Limit {
  /** Counts one; 0 lets it through, anything else is the number of seconds to wait. */
  claim(key: string): number
  /** Takes one back that turned out to be right. */
  forgive(key: string): void
}

/** So many for each key in a window that begins with the first. */
export function createLimit({ points, seconds }: { points: number; seconds: number }): Limit {
  const counter = createCounter()
  return {
    claim(key) {
      const counted = counter.add(key, seconds)
      return counted.count > points ? counted.seconds : 0
    },
    forgive(key) {
      counter.take(key)
    },
  }
}

export const NO_LIMIT: Limit = { claim: () => 0, forgive: () => {} }

/**
 * Whom an address stands for: itself or, with IPv6, its network of 64 bits, all of which one household or one rented
 * machine has to itself.
 *
 * @example networkOf('2001:db8:1:2:aaaa::1') // => '2001:db8:1:2'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
