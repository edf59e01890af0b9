import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CodedAnswer, type Comparison, distanceOf } from '#app/scoring/comparison.ts'
import { dice } from '#app/scoring/dice.ts'
import { effectiveThemes } from '#app/scoring/effective-themes.ts'
import { type DistanceMatrix, energyDistance, energyTest } from '#app/scoring/energy-test.ts'
import { exactChance } from '#app/scoring/exact-chance.ts'
import { gapOf } from '#app/scoring/gap.ts'
import { isMeasured } from '#app/scoring/measure.ts'
import { pairMatch } from '#app/scoring/pair-match.ts'
import { acrossAgreement, pairwiseAgreement } from '#app/scoring/pairwise-agreement.ts'
import { quartiles } from '#app/scoring/quartiles.ts'
import { randomFrom } from '#app/scoring/random.ts'
import { rankAgreement } from '#app/scoring/rank-agreement.ts'
import { rankBiasedOverlap } from '#app/scoring/rank-biased-overlap.ts'
import { shareAboveHalf } from '#app/scoring/share-above-half.ts'
import { vanDerEijkA } from '#app/scoring/van-der-eijk.ts'

// Values that established programs give for the same statistics. The file is not part of the project: it lies beside it, or
// where PLUMBLINE_REFERENCE says.
const folder = process.env.PLUMBLINE_REFERENCE ?? join(import.meta.dirname, '../../../shared/reference')

// biome-ignore lint/suspicious/noExplicitAny: the shape of a case follows from its statistic
type Case = { id: string; statistic: string; tolerance: number; input: any; params?: any; expected: Figures }
type Figures = Record<string, unknown>
type Figure = number | null

const cases: Case[] = JSON.parse(readFileSync(join(folder, 'agreement.json'), 'utf8')).cases

/** Each statistic that the scoring room has, as it computes it. */
const STATISTICS: Record<string, (input: Case['input'], params: Case['params']) => Figures> = {
  mean_pairwise_distance: ({ values }) => ({ value: meanDistance(scaled(values, 100), 100) }),
  brennan_prediger: ({ ratings }, { categories, weights }) => ratingAgreement(ratings, categories, weights),
  percent_pairwise_agreement: ({ ratings }, { categories }) => ({
    value: ratingAgreement(ratings, categories, 'unweighted').pa,
  }),
  uniform_null_p: ({ values }, { options, weights }) => uniformChance(values, options, weights),
  clear_owner: ({ labels }, params) => clearOwner(labels, params),
  rbo: ({ x, y }, { p }) => ({ ext: rankBiasedOverlap(x, y, p) }),
  mean_dice: ({ lists }) => ({ value: meanOverPairs(lists, dice) }),
  mean_rbo_ext: ({ lists }, { p }) => ({
    value: meanOverPairs(lists, (a, b) => rankBiasedOverlap(a, b, p)),
  }),
  theme_mentions: ({ lists }) => ({
    distinct: new Set(lists.flat()).size,
    nEff: lists.length < 2 ? null : effectiveThemes(lists),
  }),
  nominal: ({ counts }) => {
    const n = counts.reduce((sum: number, count: number) => sum + count, 0)
    return { pairMatch: n < 2 ? null : pairMatch(counts, n) }
  },
  kendall_w: ({ ratings }) => {
    const agreement = rankAgreement(ratings)
    return isMeasured(agreement)
      ? { value: agreement.w, meanSpearman: agreement.meanSpearman }
      : { value: null, meanSpearman: null }
  },
  vdeijk_a: ({ counts }) => ({ value: counts.length < 3 ? null : vanDerEijkA(counts) }),
  beta_posterior: ({ x, n }, { a, b }) => ({ pAboveHalf: shareAboveHalf(x, n, { a, b }) }),
  quartiles: ({ values }) => {
    const given = values.filter((value: Figure) => value !== null)
    if (given.length === 0) return { q1: null, median: null, q3: null }
    const { low, median, high } = quartiles(given)
    return { q1: low, median, q3: high }
  },
  energy_v: ({ x, y }) => ({
    v: energyDistance(
      matrixOf([...x, ...y], (a, b) => Math.abs((a as number) - (b as number))),
      x.length,
    ),
  }),
  permutation_gap_exact: ({ x, y }, params) => ({
    p: energyTest(matrixOf([...x, ...y], gapDistance(params)), x.length, randomFrom(1)),
  }),
  gap_excess: ({ x, y }, { distance }) => gapExcess(x, y, distance),
  dimension_index: ({ items }) => dimensionIndex(items),
}

describe.each(Object.keys(STATISTICS))('%s', (statistic) => {
  const own = cases.filter((one) => one.statistic === statistic && isSupported(one))
  test('has reference values', () => expect(own.length).toBeGreaterThan(0))
  test.each(own.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const got = STATISTICS[statistic]?.(one.input, one.params) ?? {}
    for (const [key, value] of Object.entries(got)) expectClose(value, one.expected[key], one.tolerance)
  })
})

/** Squared weights are not offered: one dissenter would decide the figure. */
function isSupported({ params }: Case): boolean {
  return params?.weights !== 'quadratic' && params?.weights !== 'ordinal' && params?.distance !== 'jaccard'
}

function expectClose(got: unknown, expected: unknown, tolerance: number): void {
  if (Array.isArray(got)) {
    for (const [index, value] of got.entries()) expectClose(value, (expected as unknown[])[index], tolerance)
    return
  }
  if (expected === null || got === null) {
    expect(got).toBe(expected)
    return
  }
  const allowed = tolerance * Math.max(1, Math.abs(expected as number))
  expect(Math.abs((got as number) - (expected as number))).toBeLessThanOrEqual(allowed)
}

function comparisonOf(options: number, weights: string): Comparison {
  return weights === 'linear'
    ? { kind: 'linear', points: options }
    : { kind: 'match', options, real: options }
}

function scaled(values: Figure[], _points: number): Figure[] {
  return values.map((value) => value && value - 1)
}

function meanDistance(values: Figure[], points: number): Figure {
  const agreement = pairwiseAgreement({ kind: 'linear', points }, values)
  return isMeasured(agreement) ? agreement.distance * (points - 1) : null
}

/** Rows are people: the mean over items of the agreement of each, as a construct averages its items. */
function ratingAgreement(ratings: Figure[][], options: number, weights: string): Figures {
  const comparison = comparisonOf(options, weights)
  const items = (ratings[0] ?? []).map((_, item) => ratings.map((row) => row[item] ?? null))
  const measured = items
    .map((values) => pairwiseAgreement(comparison, scaled(values, options)))
    .filter(isMeasured)
  if (measured.length === 0) return { value: null, pa: null }
  return {
    value: mean(measured.map(({ value }) => value)),
    pa: mean(measured.map(({ distance }) => 1 - distance)),
  }
}

function uniformChance(values: Figure[], options: number, weights: string): Figures {
  const comparison = comparisonOf(options, weights)
  const agreement = pairwiseAgreement(comparison, scaled(values, options))
  if (!isMeasured(agreement)) return { s: null, p: null }
  const chances = exactChance(comparison, agreement.n) ?? []
  const reached = chances.filter(({ value }) => value >= agreement.value - 1e-9)
  return { s: agreement.value, p: reached.reduce((sum, { probability }) => sum + probability, 0) }
}

function clearOwner(labels: string[], params: { options: number; realRoles: number; notAnOwner: string[] }) {
  const roles = [...new Set(labels)].filter((label) => !params.notAnOwner.includes(label))
  const code = (label: string) => (roles.includes(label) ? roles.indexOf(label) : params.realRoles)
  const comparison = { kind: 'match', options: params.options, real: params.realRoles } as const
  const agreement = pairwiseAgreement(comparison, labels.map(code))
  return isMeasured(agreement) ? { distance: agreement.distance, s: agreement.value } : {}
}

function meanOverPairs(lists: string[][], overlap: (a: string[], b: string[]) => number): number {
  return mean(lists.flatMap((a, index) => lists.slice(index + 1).map((b) => overlap(a, b))))
}

function gapDistance(params: { distance: string; options: number }) {
  const comparison = comparisonOf(params.options ?? 2, params.distance === 'likert' ? 'linear' : 'nominal')
  return (a: CodedAnswer, b: CodedAnswer) => (a === b ? 0 : distanceOf(comparison, a, b) || 1)
}

function matrixOf(
  values: CodedAnswer[],
  distance: (a: CodedAnswer, b: CodedAnswer) => number,
): DistanceMatrix {
  return {
    n: values.length,
    distances: Float64Array.from(values.flatMap((a) => values.map((b) => distance(a, b)))),
  }
}

function gapExcess(x: unknown[], y: unknown[], distance: string): Figures {
  const names = [...new Set([...x, ...y].flat())]
  const code = (value: unknown): CodedAnswer =>
    distance === '1 - Dice' ? (value as unknown[]).map((name) => names.indexOf(name)) : names.indexOf(value)
  const points = 100
  const comparison: Comparison =
    distance === '1 - Dice'
      ? { kind: 'lists', catalogue: points, asked: 2, ordered: false }
      : comparisonOf(points, distance.startsWith('absolute') ? 'linear' : 'nominal')
  const coded = (values: unknown[]) =>
    comparison.kind === 'linear' ? values.map((value) => (value as number) - 1) : values.map(code)
  const unit = comparison.kind === 'linear' ? points - 1 : 1
  const distanceIn = (result: ReturnType<typeof pairwiseAgreement>) =>
    isMeasured(result) ? result.distance * unit : null
  const between = distanceIn(acrossAgreement(comparison, coded(x), coded(y)))
  const withinX = distanceIn(pairwiseAgreement(comparison, coded(x)))
  const withinY = distanceIn(pairwiseAgreement(comparison, coded(y)))
  const all = between !== null && withinX !== null && withinY !== null
  return { between, withinX, withinY, gap: all ? gapOf(-withinX, -withinY, -between) : null }
}

interface IndexItem {
  type: 'likert' | 'yesno' | 'owner' | 'list'
  options: number
  roles: string[]
  ranked: boolean
  catalogue: number
  senior: unknown[]
  heads: unknown[]
}

function dimensionIndex(items: IndexItem[]): Figures {
  const figures = items.map((item) => {
    const { comparison, code } = indexComparison(item)
    const coded = (answers: unknown[]) =>
      answers.map((answer) => (answer === null || (answer as unknown[]).length === 0 ? null : code(answer)))
    const value = (result: ReturnType<typeof pairwiseAgreement>) => (isMeasured(result) ? result.value : null)
    const AS = value(pairwiseAgreement(comparison, coded(item.senior)))
    const AH = value(pairwiseAgreement(comparison, coded(item.heads)))
    const AX = value(acrossAgreement(comparison, coded(item.senior), coded(item.heads)))
    return { AS, AH, AX, G: AS !== null && AH !== null && AX !== null ? gapOf(AS, AH, AX) : null }
  })
  const keys = ['AS', 'AH', 'AX', 'G'] as const
  const meanOf = (key: (typeof keys)[number]) => {
    const values = figures.flatMap((figure) => figure[key] ?? [])
    return values.length === 0 ? null : mean(values)
  }
  return Object.fromEntries(
    keys.flatMap((key) => [
      [key, figures.map((figure) => figure[key])],
      [`mean${key}`, meanOf(key)],
    ]),
  )
}

function indexComparison(item: IndexItem): {
  comparison: Comparison
  code: (answer: unknown) => CodedAnswer
} {
  if (item.type === 'likert') {
    return { comparison: comparisonOf(item.options, 'linear'), code: (answer) => (answer as number) - 1 }
  }
  if (item.type === 'yesno')
    return { comparison: comparisonOf(2, 'nominal'), code: (answer) => answer as number }
  if (item.type === 'owner') {
    const real = item.roles.length
    return {
      comparison: { kind: 'match', options: item.options, real },
      code: (answer) => (item.roles.includes(answer as string) ? item.roles.indexOf(answer as string) : real),
    }
  }
  const themes = [...new Set([...item.senior, ...item.heads].flat())]
  return {
    comparison: { kind: 'lists', catalogue: item.catalogue, asked: 3, ordered: item.ranked },
    code: (answer) => [...new Set((answer as unknown[]).map((theme) => themes.indexOf(theme)))],
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
