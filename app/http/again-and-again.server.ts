/** Work that comes back by itself until it is stopped. */
export interface Recurring {
  /** Lets the turn that is under way end, and begins no more. */
  stop(): Promise<void>
}

/** Does something at once and from then on every so often, one turn after the other. A turn handles its own faults. */
export function againAndAgain(turn: () => Promise<void>, everyMs: number): Recurring {
  let running = turn()
  const timer = setInterval(() => {
    running = running.then(turn)
  }, everyMs).unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}
