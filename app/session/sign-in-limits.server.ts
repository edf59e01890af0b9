import { type Counter, createCounter } from '#app/http/counter.server.ts'
import { networkOf } from '#app/http/limit.server.ts'
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
  const attempts = createCounter()
  const gate = createCounter()
  const count = (key: string) => attempts.add(key, WINDOW_SECONDS).count

  return {
    async claim(attempt) {
      const { account, address, pair } = keysOf(attempt)
      // The address first: what it is refused must not fill the memory with accounts it made up.
      const wait = passGate(gate, address, count(address))
      if (wait > 0) return wait
      const [byAccount, byPair] = [count(account), count(pair)]
      return byPair === 1 ? 0 : passGate(gate, account, byAccount)
    },
    async forgive(attempt) {
      const { account, address, pair } = keysOf(attempt)
      attempts.take(account)
      attempts.take(address)
      attempts.forget(pair)
    },
  }
}

/** One passes, and the next has to wait; those in between are told how long. */
function passGate(gate: Counter, key: string, attempts: number): number {
  if (attempts <= FREE_ATTEMPTS) return 0
  const wait = Math.min(LONGEST_WAIT_SECONDS, 2 ** (attempts - FREE_ATTEMPTS))
  const { count, seconds } = gate.add(key, wait)
  return count === 1 ? 0 : seconds
}

function keysOf({ account, address }: Attempt) {
  const hashedAccount = hashToken(account)
  const network = networkOf(address)
  return {
    account: `account ${hashedAccount}`,
    address: `address ${network}`,
    pair: `${hashedAccount} ${network}`,
  }
}
