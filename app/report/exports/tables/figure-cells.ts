import { BAND_WORDS, points } from '#app/diagnosis/agreement-words.ts'
import { numberWord } from '#app/diagnosis/people-words.ts'
import type { PeopleCount, TooFew } from '#app/scoring/measure.ts'
import { countInWords, countLimits } from '#app/scoring/people-count.ts'
import type { AgreementResult, Gap } from '#app/scoring/round-scores.ts'
import { type Cell, number, type TableColumn, text } from '../table.ts'

/** Whether a row has figures, in words. */
export const STATUS = text('status', 'shown, or why there are no figures')
export const SHOWN = 'shown'

export function hiddenWords({ needed }: Pick<TooFew, 'needed'>): string {
  return `fewer than ${numberWord(needed)} people: not shown`
}

/** A number of people in words, with the fewest and the most people that the words can stand for. */
export function peopleColumns(key: string, about: string): TableColumn[] {
  return [
    text(key, `${about}, as the report says it`),
    number(`${key}_low`, `${about}: the fewest it can be`),
    number(`${key}_high`, `${about}: the most it can be`),
  ]
}

export function peopleCells(count: PeopleCount | null): Cell[] {
  return count ? [countInWords(count), ...countLimits(count)] : [null, null, null]
}

/** Agreement as in the report: whole points of 100, never below 0, with its plausible range and chance line. */
export const AGREEMENT_COLUMNS: TableColumn[] = [
  number('agreement', 'agreement, 0 to 100'),
  number('range_low', 'lower end of its 90 % plausible range'),
  number('range_high', 'upper end of its 90 % plausible range'),
  number('chance_line', 'what random answers of as many people reach one time in twenty'),
  text('band', 'what may be said of it: divergent, mixed, aligned, range too wide, like random'),
  text('fragile', 'yes where one person fewer would change the band'),
]

export function agreementCells(agreement: AgreementResult | null): Cell[] {
  if (agreement?.kind !== 'measured') return [null, null, null, null, null, null]
  const { s, range90, chanceLine, band, fragility } = agreement
  return [
    points(s),
    range90 && points(range90[0]),
    range90 && points(range90[1]),
    chanceLine === null ? null : points(chanceLine),
    BAND_WORDS[band],
    yesOrNo(fragility.changes),
  ]
}

export const GAP_COLUMNS: TableColumn[] = [
  number('gap', 'how much agreement is lost between the levels, in points of 100'),
  number('gap_range_low', 'lower end of its 90 % plausible range'),
  number('gap_range_high', 'upper end of its 90 % plausible range'),
]

export function gapCells(gap: Gap | TooFew | null): Cell[] {
  if (gap?.kind !== 'measured') return [null, null, null]
  const { g, range90 } = gap
  return [gapPoints(g), range90 && gapPoints(range90[0]), range90 && gapPoints(range90[1])]
}

/** A gap can lie below 0: the levels are then closer to each other than people of one level are. */
function gapPoints(g: number): number {
  return Math.round(100 * g) || 0
}

export function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

export function toDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
