/** The database was not opened, and nothing was changed: which file, what is wrong with it, and what to do now. */
export class DatabaseRefusedError extends Error {
  override name = 'DatabaseRefusedError'
  readonly file: string
  readonly check: string
  readonly advice: string

  constructor(refusal: { file: string; check: string; advice: string; cause?: unknown }) {
    super(`${refusal.file}: ${refusal.check} ${refusal.advice}`, { cause: refusal.cause })
    this.file = refusal.file
    this.check = refusal.check
    this.advice = refusal.advice
  }
}
