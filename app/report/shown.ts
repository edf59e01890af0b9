import {
  agreementWords,
  BAND_SENTENCES,
  BAND_WORDS,
  points,
  provisionalWords,
  rangeWords,
} from '#app/diagnosis/agreement-words.ts'
import { numberWord } from '#app/diagnosis/people-words.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { AgreementResult, LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'

/** What one level said of an item, or null where it was not asked or may not be shown. */
export function shownScore(scores: RoundScores, itemId: string, level: Level): LevelItemScore | null {
  const score = scores.items.find((item) => item.itemId === itemId)?.byLevel[level]
  return score?.kind === 'measured' ? score : null
}

/** Why a page is left out of a report on a shorter questionnaire. */
export const NOT_ASKED = 'this questionnaire does not ask it'

/** Why a level is not shown, in the same words everywhere. */
export function tooFewWords(scores: RoundScores, group: string): string {
  return `fewer than ${numberWord(disclosureOf(scores).needed)} ${group} answered this`
}

/** How an agreement stands in a cell of a table. */
export function agreementCell(agreement: AgreementResult | null): string {
  if (agreement?.kind !== 'measured') return agreementInWords(agreement)
  const { s, n, range90, chanceLine, band, provisional } = agreement
  if (provisional) return `${provisionalWords(provisional)}; n ${n}`
  const range = range90 ? rangeWords(range90) : 'no range'
  const chance = chanceLine === null ? 'no chance line' : `chance ${points(chanceLine)}`
  return `${points(s)}; n ${n}; ${range}; ${chance}; ${BAND_WORDS[band]}`
}

/** An agreement figure with its band, or why there is none. */
export function agreementInWords(agreement: AgreementResult | null): string {
  if (!agreement) return 'not compared'
  if (agreement.kind === 'too-few') return `cannot say: fewer than ${numberWord(agreement.needed)} people`
  if (agreement.provisional) return agreementWords(agreement)
  return `${agreementWords(agreement)}, ${BAND_SENTENCES[agreement.band]}`
}
