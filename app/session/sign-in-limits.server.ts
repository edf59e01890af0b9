import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { hashToken } from '#app/http/tokens.server.ts'

const WINDOW_SECONDS = 15 * 60
const FREE_ATTEMPTS = 10
const LONGEST_WAIT_SECONDS = 60

export interface Attempt {
  account: string
  address: string
}

export interface SignInLimits {
  /** Counts an attempt; 0 lets it through, anything else is the number of seconds to wait. */
  claim(attempt: Attempt): Promise<number>
  /** Takes back an attempt that turned out to be right. */
  forgive(attempt: Attempt): Promise<void>
}

/**
 * Ten attempts in fifteen minutes are free, for each account and for each address. Further ones are let through singly,
 * at waits that double up to a minute. The first attempt of an address at an account passes the account's wait, so that
 * strangers who guess at it cannot keep its owner out.
 */
export function createSignInLimits(): SignInLimits {
  const attempts = new RateLimiterMemory({ points: FREE_ATTEMPTS, duration: WINDOW_SECONDS })
  const gate = new RateLimiterMemory({ points: 1, duration: LONGEST_WAIT_SECONDS })

  return {
    async claim(attempt) {
      const { account, address, pair } = keysOf(attempt)
      // The address first: what it is refused must not fill the memory with accounts it made up.
      const byAddress = await attempts.penalty(address)
      const wait = await passGate(gate, address, byAddress.consumedPoints)
      if (wait > 0) return wait
      const [byAccount, byPair] = await Promise.all([attempts.penalty(account), attempts.penalty(pair)])
      return byPair.consumedPoints === 1 ? 0 : passGate(gate, account, byAccount.consumedPoints)
    },
    async forgive(attempt) {
      const { account, address, pair } = keysOf(attempt)
      await Promise.all([attempts.reward(account), attempts.reward(address), attempts.delete(pair)])
    },
  }
}

/** The limits of this server. They live as long as the process: a restart forgives everybody. */
export const signInLimits = createSignInLimits()

/** One passes, and the next has to wait; those in between are told how long. */
async function passGate(gate: RateLimiterMemory, key: string, attempts: number): Promise<number> {
  if (attempts <= FREE_ATTEMPTS) return 0
  const customDuration = Math.min(LONGEST_WAIT_SECONDS, 2 ** (attempts - FREE_ATTEMPTS))
  try {
    await gate.consume(key, 1, { customDuration })
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

function keysOf({ account, address }: Attempt) {
  const hashedAccount = hashToken(account)
  return {
    account: `account ${hashedAccount}`,
    address: `address ${address}`,
    pair: `${hashedAccount} ${address}`,
  }
}
