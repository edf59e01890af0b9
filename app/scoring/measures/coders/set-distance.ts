import { jaccard } from '../lists/jaccard.ts'

/** How two sets of themes given to one text are compared. */
export type SetDistance = 'jaccard' | 'masi'

/**
 * How far two coders lie apart who each gave a text a set of themes. 0: the same set. 1: nothing in common. Jaccard counts
 * what is shared; MASI also minds how the sets lie: full credit for equal ones, 2/3 where one contains the other, 1/3 where
 * they overlap otherwise. Two empty sets are the same.
 *
 * Source: Jaccard 1912; Passonneau 2006 for MASI, with the two-digit credits .67 and .33 that its programs use.
 *
 * @example setDistance('masi', ['cash'], ['cash', 'pricing']) // => 0.665
 */
export function setDistance(kind: SetDistance, a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : 1
  const overlap = jaccard(a, b)
  return kind === 'jaccard' ? 1 - overlap : 1 - overlap * monotonicity(new Set(a), new Set(b))
}

function monotonicity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((theme) => b.has(theme)).length
  if (shared === 0) return 0
  if (shared === a.size && shared === b.size) return 1
  return shared === a.size || shared === b.size ? 0.67 : 0.33
}
