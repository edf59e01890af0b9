import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 60
const PER_ADDRESS = 20
/** For the whole server: who guesses may have many addresses, and a whole company may open its letters in one minute. */
const FOR_ALL = 600

export interface ShortCodeLimits {
  /** Counts a try; 0 lets it through, anything else is the number of seconds to wait. */
  claim(address: string): Promise<number>
  /** Takes back a try that turned out to be right. */
  forgive(address: string): Promise<void>
}

/** Twenty wrong codes a minute from one address. Right ones are free: an office may share an address. */
export function createShortCodeLimits(): ShortCodeLimits {
  const each = new RateLimiterMemory({ keyPrefix: 'each', points: PER_ADDRESS, duration: WINDOW_SECONDS })
  const all = new RateLimiterMemory({ keyPrefix: 'all', points: FOR_ALL, duration: WINDOW_SECONDS })
  return {
    async claim(address) {
      try {
        // The address first: what it is refused must not use up what everybody shares.
        await each.consume(address)
        await all.consume('')
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    },
    async forgive(address) {
      await Promise.all([each.reward(address), all.reward('')])
    },
  }
}

/** The limits of this server. They live as long as the process. */
export const shortCodeLimits = createShortCodeLimits()
