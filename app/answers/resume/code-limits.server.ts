import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const HOUR_SECONDS = 60 * 60
const PER_HOUR = 3
const PER_DAY = 10

export interface CodeLimits {
  /** Counts a code for a place; 0 lets it be made, anything else is the number of seconds to wait. */
  claim(participationId: string): Promise<number>
}

/**
 * Three codes an hour and ten a day for each link, wherever they are asked for: ten codes of five tries leave somebody who
 * only guesses one chance in twenty thousand a day, and nobody's inbox is filled.
 */
export function createCodeLimits(): CodeLimits {
  const day = new RateLimiterMemory({ keyPrefix: 'day', points: PER_DAY, duration: 24 * HOUR_SECONDS })
  const hour = new RateLimiterMemory({ keyPrefix: 'hour', points: PER_HOUR, duration: HOUR_SECONDS })
  return {
    async claim(participationId) {
      try {
        await hour.consume(participationId)
        await day.consume(participationId)
        return 0
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    },
  }
}

/** The limits of this server. They live as long as the process. */
export const codeLimits = createCodeLimits()
