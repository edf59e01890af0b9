import type { Construct, ItemKind, Level } from '#app/questionnaire/instrument.ts'
import type { TooFew } from './measure.ts'
import type { Range } from './round-scores.ts'

/** Why an item says nothing about change. codebook: the themes that lines were sorted into are not the same. */
export type NotComparableReason = 'not-asked' | 'wording' | 'scale' | 'options' | 'codebook'

export interface NotComparable {
  kind: 'not-comparable'
  reasons: NotComparableReason[]
}

/** A figure of the first round, of the second, and the second less the first. */
export interface TwoFigures {
  first: number
  second: number
  change: number
}

/** How agreement changed: moved, or inside what would be seen if nothing had changed. */
export interface AgreementChange extends TwoFigures {
  kind: 'moved' | 'inside-noise'
  /** matched: the same people both times. independent: everybody of either round, as two groups that share nobody. */
  people: 'matched' | 'independent'
  n: readonly [first: number, second: number]
  items: number
  range90: Range | null
  range95: Range | null
  /** The smallest change that exceeds 95 % of the noise: 1.96 standard deviations of the redrawn changes. */
  noise: number
  /** Sign-flip test; matched people only. */
  p: number | null
  /** Beside matched people: the same over all who answered. Turnover is not alignment. */
  everybody: (TwoFigures & { n: readonly [first: number, second: number] }) | null
}
export type AgreementChangeResult = AgreementChange | NotComparable | TooFew

/** How strength changed, 0..100, from the figures as they are shown and rounded to `step`; null: not rounded. */
export interface StrengthChange extends TwoFigures {
  kind: 'measured'
  step: number | null
}
export type StrengthChangeResult = StrengthChange | NotComparable | TooFew

export interface ItemChange {
  itemId: string
  construct: Construct
  kind: ItemKind
  wording: string
  /** Null for a level that is not asked. */
  byLevel: Record<Level, { agreement: AgreementChangeResult; strength: StrengthChangeResult | null } | null>
}

/** A construct over those of its items that can be compared; `left` names the items that cannot. */
export interface ConstructChange {
  construct: Construct
  agreementByLevel: Record<Level, AgreementChangeResult>
  across: AgreementChangeResult
  strengthByLevel: Record<Level, StrengthChangeResult>
  left: { itemId: string; reasons: NotComparableReason[] }[]
}

/** What changed from one round to the next, construct by construct. */
export interface ConstructChanges {
  format: 'plumbline-changes/1'
  redraws: number
  constructs: ConstructChange[]
}

export interface RoundChanges extends ConstructChanges {
  items: ItemChange[]
}
