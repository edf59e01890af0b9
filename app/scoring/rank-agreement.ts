import type { TooFew } from './measure.ts'

export interface RankAgreement {
  kind: 'measured'
  /** Kendall's W, 0..1. */
  w: number
  /** Mean Spearman correlation over all pairs of people; null if somebody ties everything. */
  meanSpearman: number | null
  n: number
}

/**
 * How far people agree who all ranked the same full list (Kendall's W, corrected for ties). 1: the same order from
 * everybody. 0: the rank sums come out level, as if the orders were drawn by lot. W is never near 0 for two people (it is
 * (1 + r) / 2 for them), so the mean Spearman correlation of all pairs is given beside it: (mW - 1) / (m - 1) without ties.
 *
 * `ratings`: one row a person, one column a thing ranked; higher or lower first makes no difference. Equal values get their
 * mean rank. Undefined below two people or two things, and where every person ties everything.
 *
 * Source: Kendall & Babington Smith 1939; used on managers' priorities by Tarakci et al. 2014.
 *
 * @example rankAgreement([[1, 2, 3], [1, 3, 2]]) // => { kind: 'measured', w: 0.75, meanSpearman: 0.5, n: 2 }
 */
export function rankAgreement(ratings: readonly (readonly number[])[]): RankAgreement | TooFew {
  const people = ratings.length
  const things = ratings[0]?.length ?? 0
  if (ratings.some((row) => row.length !== things))
    throw new RangeError('rankAgreement requires full rankings')
  if (people < 2 || things < 2) return { kind: 'too-few', n: people, needed: 2 }
  const ranked = ratings.map(meanRanks)
  const sums = Array.from({ length: things }, (_, thing) =>
    ranked.reduce((sum, ranks) => sum + (ranks[thing] as number), 0),
  )
  const mean = (people * (things + 1)) / 2
  const squares = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0)
  const ties = ratings.reduce((total, row) => total + tieTerm(row), 0)
  const widest = people ** 2 * (things ** 3 - things) - people * ties
  if (widest === 0) return { kind: 'too-few', n: people, needed: people + 1 }
  return {
    kind: 'measured',
    w: (12 * squares) / widest,
    meanSpearman: meanCorrelation(ranked, (things + 1) / 2),
    n: people,
  }
}

/** Mean correlation of each two rows of ranks, whose means are all the same. */
function meanCorrelation(ranked: readonly (readonly number[])[], mean: number): number | null {
  const centred = ranked.map((ranks) => ranks.map((rank) => rank - mean))
  const lengths = centred.map((ranks) => Math.sqrt(product(ranks, ranks)))
  if (lengths.some((length) => length === 0)) return null
  const units = centred.map((ranks, person) => ranks.map((rank) => rank / (lengths[person] as number)))
  const correlations = units.flatMap((a, person) => units.slice(person + 1).map((b) => product(a, b)))
  return correlations.reduce((sum, value) => sum + value, 0) / correlations.length
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)
}

function meanRanks(row: readonly number[]): number[] {
  return row.map((value) => {
    const below = row.filter((other) => other < value).length
    const equal = row.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

function tieTerm(row: readonly number[]): number {
  return [...new Set(row)].reduce((total, value) => {
    const equal = row.filter((other) => other === value).length
    return total + equal ** 3 - equal
  }, 0)
}
