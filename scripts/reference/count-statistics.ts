import { sum } from 'd3-array'
import { berryMielkeDispersion } from '#app/scoring/measures/counts/berry-mielke-dispersion.ts'
import { blairLacyConcentration } from '#app/scoring/measures/counts/blair-lacy-concentration.ts'
import { consensus } from '#app/scoring/measures/counts/consensus.ts'
import { leikDispersion } from '#app/scoring/measures/counts/leik-dispersion.ts'
import { nominalVariation } from '#app/scoring/measures/counts/nominal-variation.ts'
import { vanDerEijkA } from '#app/scoring/van-der-eijk.ts'
import { counts, figureOf, known, noParams, type Statistic, statistic } from './statistic.ts'

/** Statistics of a distribution: how many people chose each point or option. */
export const COUNT_STATISTICS: Record<string, Statistic> = {
  vdeijk_a: statistic(counts, noParams, (input) => ({
    value: input.counts.length < 3 || sum(input.counts) === 0 ? null : vanDerEijkA(input.counts),
  })),
  consensus_tw: statistic(counts, noParams, (input) => figureOf(consensus(input.counts))),
  leik_d: statistic(counts, noParams, (input) => figureOf(leikDispersion(input.counts))),
  blair_lacy_l2: statistic(counts, noParams, (input) => {
    const { squared = null, root = null } = known(blairLacyConcentration(input.counts))
    return { value: squared, l: root }
  }),
  berry_mielke_iov: statistic(counts, noParams, (input) => figureOf(berryMielkeDispersion(input.counts))),
  nominal: statistic(counts, noParams, (input) => {
    const variation = known(nominalVariation(input.counts))
    return {
      modalShare: variation.modalShare ?? null,
      shannon: variation.shannon ?? null,
      normalisedEntropy: variation.normalisedEntropy ?? null,
      hill1: variation.hill1 ?? null,
      simpson: variation.simpson ?? null,
      pairMatch: variation.pairMatch ?? null,
      iqv: variation.iqv ?? null,
      dm: variation.dm ?? null,
    }
  }),
}
