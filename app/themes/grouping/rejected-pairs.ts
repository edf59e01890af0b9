/** Tells whether a person has said of any line of one group and any of the other that they do not belong together. */
export function rejectedPairs(apart: readonly (readonly [string, string])[]) {
  const enemies = new Map<string, Set<string>>()
  for (const [a, b] of apart) {
    enemies.set(a, (enemies.get(a) ?? new Set()).add(b))
    enemies.set(b, (enemies.get(b) ?? new Set()).add(a))
  }
  return (one: readonly string[], other: readonly string[]): boolean =>
    one.some((id) => {
      const rejected = enemies.get(id)
      return rejected !== undefined && other.some((candidate) => rejected.has(candidate))
    })
}
