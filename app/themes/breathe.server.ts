import { setImmediate } from 'node:timers/promises'

/** Lets the server answer others before the next stretch of computing. */
export async function breathe(): Promise<void> {
  await setImmediate()
}
