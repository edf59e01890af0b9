/**
 * How much two unordered lists share: themes in common over themes named by either. 1: the same themes; 0: none in common. It
 * says the same as Dice, D = 2J / (1 + J), less directly: two of three shared is 1/2. Order and repeats are nothing. An empty
 * list is no answer.
 *
 * Source: Jaccard 1912, New Phytologist 11:37.
 *
 * @throws {RangeError} if a list is empty
 * @example jaccard(['a', 'b', 'c'], ['b', 'c', 'd']) // => 0.5
 */
export function jaccard<T>(a: readonly T[], b: readonly T[]): number {
  if (a.length === 0 || b.length === 0) throw new RangeError('jaccard requires lists that are not empty')
  const themes = new Set(b)
  const shared = [...new Set(a)].filter((theme) => themes.has(theme)).length
  return shared / (new Set(a).size + themes.size - shared)
}
