import { mean } from 'd3-array'
import type { CodedAnswer, Comparison } from '../comparison.ts'
import { gapOf } from '../gap.ts'
import type { TooFew } from '../measure.ts'
import { acrossAgreement, type PairwiseAgreement, pairwiseAgreement } from '../pairwise-agreement.ts'

/** Answers of both levels to one item, as numbers; null where somebody did not answer. */
export interface IndexItem {
  comparison: Comparison
  senior: readonly (CodedAnswer | null)[]
  department: readonly (CodedAnswer | null)[]
}

/** Agreement within each level, across, and the loss between them; null where there is no pair. */
export interface LevelAgreements {
  senior: number | null
  department: number | null
  across: number | null
  gap: number | null
}

/**
 * Agreement on a construct, as a mean of its items: within the senior level, within the departments, across the two, and the
 * gap between them. Every item counts the same, whatever its type, because each is scaled by its own chance. 1: all say the
 * same; 0: as random answers; nothing is cut off at 0 before the mean, which would bias it upward. Items without a pair are
 * left out of the mean they lack.
 *
 * Source: this project's own; for items of one type Brennan & Prediger's coefficient (1981).
 *
 * @example dimensionIndex([{ comparison: { kind: 'linear', points: 5 }, senior: [3, 3], department: [] }]).mean
 * // => { senior: 1, department: null, across: null, gap: null }
 */
export function dimensionIndex(items: readonly IndexItem[]): {
  items: LevelAgreements[]
  mean: LevelAgreements
} {
  const figures = items.map(levelAgreements)
  const meanOf = (key: keyof LevelAgreements) => mean(figures, (figure) => figure[key]) ?? null
  return {
    items: figures,
    mean: {
      senior: meanOf('senior'),
      department: meanOf('department'),
      across: meanOf('across'),
      gap: meanOf('gap'),
    },
  }
}

function levelAgreements({ comparison, senior, department }: IndexItem): LevelAgreements {
  const ofSenior = agreementOrNull(pairwiseAgreement(comparison, senior))
  const ofDepartment = agreementOrNull(pairwiseAgreement(comparison, department))
  const across = agreementOrNull(acrossAgreement(comparison, senior, department))
  const known = ofSenior !== null && ofDepartment !== null && across !== null
  return {
    senior: ofSenior,
    department: ofDepartment,
    across,
    gap: known ? gapOf(ofSenior, ofDepartment, across) : null,
  }
}

function agreementOrNull(agreement: PairwiseAgreement | TooFew): number | null {
  return agreement.kind === 'measured' ? agreement.value : null
}
