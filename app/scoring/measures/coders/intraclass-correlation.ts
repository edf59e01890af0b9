import { group, mean, sum } from 'd3-array'
import { fRatioAbove } from '../distributions/f-ratio.ts'

export interface IntraclassCorrelation {
  /** Share of variance between groups, read from the mean squares. */
  icc1: number | null
  /** Reliability of the group means; not above 1, may lie far below 0. */
  icc2: number | null
  /** Share of the sum of squares between groups, 0..1. */
  eta2: number | null
  /** Ratio of the mean squares; null where it is infinite or there is no freedom within. */
  f: number | null
  /** Chance of such a ratio or a higher one if the groups do not differ. */
  p: number | null
}

/** Sums of squares this far below the whole are rounding, not spread. */
const ROUNDING = 1e-24

/**
 * Do departments answer like departments, or like people who happen to sit together? One-way analysis of variance: how much
 * of the spread lies between groups. icc1: 1 all within a group say the same and groups differ, 0 or below groups do not
 * matter. icc2: how well the means of the groups can be told apart. It needs groups, so it says nothing about one team.
 *
 * Each figure is null where its denominator is 0. `groups[i]` is the group of person i; missing ratings are left out. The
 * group size in icc1 is the plain mean, as usual in the field (Bliese 2000), not Snedecor's n0.
 *
 * Source: Shrout & Fleiss 1979; Bliese 2000.
 *
 * @example intraclassCorrelation([2, 2, 4, 4], ['a', 'a', 'b', 'b']).icc1 // => 1
 */
export function intraclassCorrelation(
  ratings: readonly (number | null)[],
  groups: readonly string[],
): IntraclassCorrelation {
  const rated = ratings.flatMap((rating, person) =>
    rating === null ? [] : [{ rating, group: groups[person] }],
  )
  const byGroup = [...group(rated, (one) => one.group).values()].map((people) =>
    people.map(({ rating }) => rating),
  )
  const { between, within, n } = sumsOfSquares(byGroup)
  const dfBetween = byGroup.length - 1
  const dfWithin = n - byGroup.length
  const eta2 = ratio(between, between + within)
  if (dfBetween < 1 || dfWithin < 1) return { icc1: null, icc2: null, eta2, f: null, p: null }
  const msb = between / dfBetween
  const msw = within / dfWithin
  const size = n / byGroup.length
  const f = ratio(msb, msw)
  return {
    icc1: ratio(msb - msw, msb + (size - 1) * msw),
    icc2: ratio(msb - msw, msb),
    eta2,
    f,
    p: f === null ? (msb > 0 ? 0 : null) : fRatioAbove(f, dfBetween, dfWithin),
  }
}

function sumsOfSquares(groups: readonly (readonly number[])[]): {
  between: number
  within: number
  n: number
} {
  const all = groups.flat()
  const middle = mean(all) ?? 0
  const squares = (values: readonly number[], from: number) => sum(values, (value) => (value - from) ** 2)
  const total = squares(all, middle)
  const within = sum(groups, (members) => squares(members, mean(members) ?? 0))
  const between = sum(groups, (members) => members.length * ((mean(members) ?? 0) - middle) ** 2)
  const cleaned = (part: number) => (part <= total * ROUNDING ? 0 : part)
  return { between: cleaned(between), within: cleaned(within), n: all.length }
}

function ratio(above: number, below: number): number | null {
  return below === 0 ? null : above / below
}
