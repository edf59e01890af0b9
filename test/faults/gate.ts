/** Where writers wait while there is no server; a browser would show "not saved yet" and try again. */
export class Gate {
  #address: string | null = null
  #waiting = new Set<(address: string) => void>()
  #settled: (() => void) | null = null
  readonly #writers: number

  constructor(writers: number) {
    this.#writers = writers
  }

  /** Gives the server's address, at once or when there is one again. */
  pass(): Promise<string> {
    if (this.#address !== null) return Promise.resolve(this.#address)
    return new Promise((resolve) => {
      this.#waiting.add(resolve)
      if (this.#waiting.size === this.#writers) this.#settled?.()
    })
  }

  open(address: string): void {
    this.#address = address
    for (const enter of this.#waiting) enter(address)
    this.#waiting.clear()
  }

  /** Fulfilled when every writer has read the last reply that was still under way, and waits. */
  close(): Promise<void> {
    this.#address = null
    return new Promise((resolve) => {
      this.#settled = resolve
      if (this.#waiting.size === this.#writers) resolve()
    })
  }
}
