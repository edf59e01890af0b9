import { createHash } from 'node:crypto'

const BLOCK = Buffer.alloc(1 << 20)
const BLOCKS = 64

/**
 * How many times as long as on a quiet machine anything takes at this moment: the time that a piece of work takes by the clock
 * over the time that it is computed. What others do to the machine is not the product's.
 */
export function slowness(): number {
  const began = performance.now()
  const before = process.cpuUsage()
  const hash = createHash('sha256')
  for (let block = 0; block < BLOCKS; block += 1) hash.update(BLOCK)
  hash.digest()
  const { user, system } = process.cpuUsage(before)
  return Math.max(1, (performance.now() - began) / ((user + system) / 1000))
}

/** Whether it took no longer than it may, of what a quiet machine would have taken. */
export function isWithin(ms: number, limitMs: number): boolean {
  return ms < limitMs || ms < limitMs * 2 * slowness()
}
