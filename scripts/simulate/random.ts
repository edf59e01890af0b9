/** A source of numbers in 0..1 that gives the same row for the same key, on every machine (FNV-1a into mulberry32). */
export function randomFor(...key: (string | number)[]): () => number {
  let state = 0x811c9dc5
  for (const letter of key.join('\u001f')) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(from: readonly T[], random: () => number): T {
  if (from.length === 0) throw new RangeError('there is nothing to pick from')
  return from[Math.floor(random() * from.length)] as T
}

/** The same values in random order. */
export function shuffle<T>(from: readonly T[], random: () => number): T[] {
  const keyed = from.map((value) => ({ value, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value)
}
