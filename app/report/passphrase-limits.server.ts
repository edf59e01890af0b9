import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const TRIES = 5
const WINDOW_SECONDS = 15 * 60

export interface PassphraseLimits {
  /** Counts a try at a link; 0 lets it through, anything else is the number of seconds to wait. */
  claim(shareId: string): Promise<number>
  /** Takes back a try that turned out to be right. */
  forgive(shareId: string): Promise<void>
}

/** Five wrong tries in fifteen minutes for each link, wherever they come from: who guesses may have many addresses. */
export function createPassphraseLimits(): PassphraseLimits {
  const tries = new RateLimiterMemory({ points: TRIES, duration: WINDOW_SECONDS })
  return {
    async claim(shareId) {
      try {
        await tries.consume(shareId)
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    },
    async forgive(shareId) {
      await tries.reward(shareId)
    },
  }
}

/** The limits of this server. They live as long as the process. */
export const passphraseLimits = createPassphraseLimits()
