import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import type { Plan } from '#app/redesign/plan/plan.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ReportBrand, ReportPage } from './document.ts'
import type { PreviousRound } from './previous-round.ts'
import type { ReleasedQuote } from './quotes/quote.ts'

/** Everything a report is told from. */
export interface ReportInput {
  engagement: Engagement
  round: Round
  instrument: Instrument
  scores: RoundScores
  diagnosis: Diagnosis
  consultantName: string
  /** YYYY-MM-DD. */
  issuedOn: string
  documentId: string
  softwareVersion: string
  brand?: ReportBrand | null
  /** What the consultant has released of the leads' own words. */
  quotes?: readonly ReleasedQuote[]
  /** The round before this one, compared with it; null or left out where there is none. */
  previous?: PreviousRound | null
  /** Why there is no comparison although there is such a round. */
  notCompared?: string
  /** What the team has decided since, where it has: it takes the place of drafts. */
  plan?: Plan | null
  /** The codebook that the lines were sorted with, where it is locked. */
  codebook?: { version: number; lockedOn: string } | null
}

/** A page that may not be shown, or has nothing to show: what would stand on it, and why it does not. */
export interface PageLeftOut {
  what: string
  why: string
}

export type PageResult = ReportPage | PageLeftOut

export function isPage(result: PageResult): result is ReportPage {
  return 'blocks' in result
}

/** Width of all charts, in points: the text column of an A4 page. */
export const CHART_WIDTH = 480
/** Widths at which the same chart is laid out for a phone: all fill its screen, so the first has the largest print. */
export const PHONE_CHART_WIDTHS = [260, 280, 300, 320, 340] as const
