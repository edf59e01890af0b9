import { mean, sum } from 'd3-array'
import { pairwiseCredit } from './pairwise-credit.ts'
import type { ItemCounts } from './rating-table.ts'

/** A chance-corrected coefficient with its parts. */
export interface ChanceCorrected {
  /** (pa - pe) / (1 - pe): 1 full agreement, 0 as by chance; null where chance leaves nothing to be explained. */
  value: number | null
  /** Pairwise agreement; null if no item has two ratings. */
  pa: number | null
  /** Agreement expected by chance. */
  pe: number
  /** Standard error with the items as the sample; null for fewer than two items. */
  se: number | null
}

/** What a coefficient takes for chance. */
export interface Chance {
  expected: number
  /** What one item would put in its place; left out where chance does not depend on the ratings. */
  ofItem?: (item: ItemCounts) => number
}

/**
 * The frame that Brennan and Prediger's coefficient, Fleiss' kappa and Gwet's AC1 and AC2 have in common: pairwise agreement
 * beyond chance, as a share of what chance leaves. They differ only in what they take for chance. Items with one rating count
 * for chance alone.
 *
 * Source: Gwet 2008, 2014; the standard error linearises chance over the items.
 *
 * @example chanceCorrected([{ counts: [2, 0], n: 2 }], [[1, 0], [0, 1]], { expected: 0.5 }).value // => 1
 */
export function chanceCorrected(
  table: readonly ItemCounts[],
  weights: readonly (readonly number[])[],
  chance: Chance,
): ChanceCorrected {
  const pe = chance.expected
  const credits = table.map((item) => pairwiseCredit(weights, item))
  const pa = mean(credits) ?? null
  if (pa === null || 1 - pe < Number.EPSILON) return { value: null, pa, pe, se: null }
  const value = (pa - pe) / (1 - pe)
  const paired = credits.filter((credit) => credit !== null).length
  const parts = table.map((item, index) => {
    const credit = credits[index] ?? null
    const own = credit === null ? 0 : (table.length / paired) * (credit - pe)
    const pull = chance.ofItem === undefined ? 0 : 2 * (1 - value) * (chance.ofItem(item) - pe)
    return (own - pull) / (1 - pe)
  })
  return { value, pa, pe, se: standardError(parts, value) }
}

function standardError(parts: readonly number[], value: number): number | null {
  const items = parts.length
  return items < 2 ? null : Math.sqrt(sum(parts, (part) => (part - value) ** 2) / (items * (items - 1)))
}
