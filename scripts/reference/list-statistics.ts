import { z } from 'zod'
import { dice } from '#app/scoring/dice.ts'
import { averageOverlap } from '#app/scoring/measures/lists/average-overlap.ts'
import { jaccard } from '#app/scoring/measures/lists/jaccard.ts'
import { kendallTopK } from '#app/scoring/measures/lists/kendall-top-k.ts'
import { meanOverlap } from '#app/scoring/measures/lists/mean-overlap.ts'
import { rankBiasedOverlapWithTies } from '#app/scoring/measures/lists/rank-biased-overlap-with-ties.ts'
import { themeMentions } from '#app/scoring/measures/lists/theme-mentions.ts'
import type { TieReading } from '#app/scoring/measures/lists/tied-ranks.ts'
import { rankBiasedOverlap } from '#app/scoring/rank-biased-overlap.ts'
import {
  figureOf,
  lists,
  noParams,
  persistence,
  type Statistic,
  statistic,
  themes,
  twoLists,
} from './statistic.ts'

const ranking = z.array(z.union([z.string(), themes]))
const READINGS: Record<'w' | 'a' | 'b', TieReading> = { w: 'equal', a: 'average', b: 'corrected' }

/** Statistics of lists of themes. */
export const LIST_STATISTICS: Record<string, Statistic> = {
  rbo: statistic(twoLists, persistence, ({ x, y }, { p }) => ({
    ...rankBiasedOverlapWithTies(x, y, p, 'equal'),
    // The figure that the report uses; the bounds come from the tie-aware one.
    ext: rankBiasedOverlap(x, y, p),
  })),
  rbo_ties: statistic(
    z.object({ x: ranking, y: ranking }),
    persistence.extend({ ties: z.enum(['w', 'a', 'b']) }),
    ({ x, y }, { p, ties }) => ({ ...rankBiasedOverlapWithTies(x, y, p, READINGS[ties]) }),
  ),
  average_overlap: statistic(twoLists, z.object({ depth: z.number() }), ({ x, y }, { depth }) => ({
    value: averageOverlap(x, y, depth),
  })),
  kendall_topk: statistic(twoLists, persistence, ({ x, y }, { p }) => ({ ...kendallTopK(x, y, p) })),
  mean_jaccard: statistic(lists, noParams, (input) => figureOf(meanOverlap(input.lists, jaccard))),
  mean_dice: statistic(lists, noParams, (input) => figureOf(meanOverlap(input.lists, dice))),
  mean_rbo_ext: statistic(lists, persistence, (input, { p }) =>
    figureOf(meanOverlap(input.lists, (a, b) => rankBiasedOverlap(a, b, p))),
  ),
  theme_mentions: statistic(lists, noParams, (input) => ({ ...themeMentions(input.lists) })),
}
