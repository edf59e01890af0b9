import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { ConstructItem } from './compare-levels.ts'
import { agreementsAcrossWithout, agreementsWithout } from './leave-one-out.ts'
import { isMeasured } from './measure.ts'
import { acrossAgreement, type PairwiseAgreement, pairwiseAgreement } from './pairwise-agreement.ts'
import type { RedrawnItem } from './redraw.ts'

/** Where agreement is looked for: within either level, or across the two. */
export type Place = 'senior' | 'department' | 'across'
export const PLACES: readonly Place[] = ['senior', 'department', 'across']

/** One item with all that its figures are made of. */
export interface MeasuredItem {
  item: ConstructItem
  observed: Record<Place, PairwiseAgreement | null>
  /** Agreement without each person in turn; across, the seniors first. */
  without: Record<Place, (number | null)[]>
  redrawn: RedrawnItem
}

/** Agreement as it was observed, by place; null where there is no pair of answers. */
export function observe(item: ConstructItem): MeasuredItem['observed'] {
  const { senior, department } = item.answers
  const orNull = (result: ReturnType<typeof pairwiseAgreement>) => (isMeasured(result) ? result : null)
  return {
    senior: senior && orNull(pairwiseAgreement(item.comparison, senior)),
    department: department && orNull(pairwiseAgreement(item.comparison, department)),
    across: senior && department && orNull(acrossAgreement(item.comparison, senior, department)),
  }
}

export function leaveOut({ comparison, answers }: ConstructItem): MeasuredItem['without'] {
  const { senior, department } = answers
  return {
    senior: senior ? agreementsWithout(comparison, senior) : [],
    department: department ? agreementsWithout(comparison, department) : [],
    across: senior && department ? agreementsAcrossWithout(comparison, senior, department) : [],
  }
}

export function levelsAt(place: Place): readonly Level[] {
  return place === 'across' ? LEVELS : [place]
}

/** People of each level with an answer to one or more of the items. */
export function peopleWithAnswers(parts: readonly MeasuredItem[], place: Place): number[] {
  return levelsAt(place).map((level) => {
    const people = parts[0]?.item.answers[level] ?? []
    return people.filter((_, person) => parts.some(({ item }) => item.answers[level]?.[person] != null))
      .length
  })
}

/** People to tell of beside a figure. */
export function peopleTold(parts: readonly MeasuredItem[], place: Place): number {
  const told = parts.length === 1 ? parts[0]?.item.told : undefined
  const people = told ? levelsAt(place).map((level) => told[level]) : peopleWithAnswers(parts, place)
  return people.reduce((sum, count) => sum + count, 0)
}

/**
 * The mean over items of each redraw, over those of its items that it left a pair of; NaN, which ranges leave out, where it
 * left none.
 */
export function meanRedraws(items: readonly Float64Array[]): Float64Array {
  const [only] = items
  if (items.length === 1 && only) return only
  return new Float64Array(only?.length ?? 0).map((_, turn) => {
    let sum = 0
    let count = 0
    for (const values of items) {
      const value = values[turn] as number
      if (Number.isNaN(value)) continue
      sum += value
      count++
    }
    return sum / count
  })
}

/** The mean over items without each person in turn, over those of the items that are left with a pair. */
export function meanWithout(parts: readonly MeasuredItem[], place: Place): (number | null)[] {
  const [first] = parts
  if (parts.length === 1 && first) return first.without[place]
  return (first?.without[place] ?? []).map((_, person) => {
    let sum = 0
    let count = 0
    for (const { without } of parts) {
      const value = without[place][person] ?? null
      if (value === null) continue
      sum += value
      count++
    }
    return count === 0 ? null : sum / count
  })
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
