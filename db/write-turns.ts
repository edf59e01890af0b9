import { DatabaseBusyError } from './busy.ts'

interface Waiter {
  enter: () => void
  deadline: number
}

/** One writer at a time, first come, first served; whoever has waited until the deadline is sent away. */
export class WriteTurns {
  #taken = false
  #waiting = new Set<Waiter>()

  /** `deadline` is a time of `performance.now()`. */
  take(deadline: number): Promise<void> {
    if (!this.#taken) {
      this.#taken = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        deadline,
        enter: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(waiter)
        reject(new DatabaseBusyError('locked'))
      }, deadline - performance.now())
      this.#waiting.add(waiter)
    })
  }

  give(): void {
    // Whoever is late gets no turn: a hundred last attempts in a row, 50 ms each, would stop everybody.
    for (const waiter of this.#waiting) {
      if (waiter.deadline <= performance.now()) continue
      this.#waiting.delete(waiter)
      waiter.enter()
      return
    }
    this.#taken = false
  }
}
