import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseBusyError, isLocked, knownError } from './busy.ts'

/** How long a statement waits for its turn and for a lock before the person is asked to try again. */
export const PATIENCE_MS = 1000

const FIRST_PAUSE_MS = 10
const LONGEST_PAUSE_MS = 160

/** Runs until nobody else holds the lock, with growing pauses in which the event loop is free. */
export async function untilUnlocked<Result>(run: () => Result, deadline: number): Promise<Result> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return run()
    } catch (error) {
      if (!isLocked(error) || performance.now() + pause > deadline) throw knownError(error)
    }
    await sleep(pause)
  }
}

export function before<Result>(deadline: number, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DatabaseBusyError('locked')), deadline - performance.now())
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
