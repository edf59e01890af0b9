/** As long as somebody may press a button again because no answer came. */
const KEPT_MS = 10 * 60_000

/** In the memory of the process only, and by the hash of a session that is gone: it leads to nobody. */
const farewells = new Map<string, { to: string; until: number }>()

/**
 * Where a browser is sent whose session ends by handing in. Its reply may get lost: whoever then presses again gets the
 * same answer instead of being told to open the link.
 */
export function rememberFarewell(sessionHash: string, to: string, now: Date): void {
  for (const [hash, { until }] of farewells) if (until <= now.getTime()) farewells.delete(hash)
  farewells.set(sessionHash, { to, until: now.getTime() + KEPT_MS })
}

export function forgetFarewell(sessionHash: string): void {
  farewells.delete(sessionHash)
}

export function findFarewell(sessionHash: string, now: Date): string | null {
  const farewell = farewells.get(sessionHash)
  return farewell && farewell.until > now.getTime() ? farewell.to : null
}
