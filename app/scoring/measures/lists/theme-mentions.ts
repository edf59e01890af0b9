import { max, sum } from 'd3-array'
import { effectiveThemes } from '../../effective-themes.ts'
import { entropy } from '../counts/nominal-variation.ts'

export interface ThemeMentions {
  /** People with a list. */
  people: number
  mentions: number
  distinct: number
  /** Entropy of the mentions in nats; null without any. */
  shannon: number | null
  /** Themes in play, read from the entropy: exp(shannon). */
  hill1: number | null
  /** Themes in play, the frequent ones counting more: 1 / sum p^2. */
  hill2: number | null
  /** Share of people who name the theme named most. */
  topShare: number | null
  /** N_eff from pairs of people (effective-themes.ts): null if no two share a theme, or for one person. */
  nEff: number | null
}

/**
 * What a group's lists come to: how many different themes, how many are really in play, and whether one is on everybody's
 * list. `distinct`, hill1 and hill2 rise with the number of people, so groups of different size are compared by nEff only.
 * Empty lists are no answers and are left out; a list names a theme once.
 *
 * Source: Hill 1973, Ecology 54:427; Shannon 1948; Simpson 1949.
 *
 * @example themeMentions([['a', 'b', 'c'], ['b', 'c', 'd']]).distinct // => 4
 * @example themeMentions([['a'], ['b']]).nEff // => null
 */
export function themeMentions(lists: readonly (readonly string[])[]): ThemeMentions {
  const given = lists.map((list) => [...new Set(list)]).filter((list) => list.length > 0)
  const counts = [...countThemes(given).values()]
  const mentions = sum(counts)
  const shannon = mentions === 0 ? null : entropy(counts)
  return {
    people: given.length,
    mentions,
    distinct: counts.length,
    shannon,
    hill1: shannon === null ? null : Math.exp(shannon),
    hill2: mentions === 0 ? null : mentions ** 2 / sum(counts, (count) => count ** 2),
    topShare: mentions === 0 ? null : (max(counts) as number) / given.length,
    nEff: given.length < 2 ? null : effectiveThemes(given),
  }
}

function countThemes(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const theme of lists.flat()) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return counts
}
