import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import { tallyWords } from '#app/diagnosis/people-words.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { LevelItemScore } from '#app/scoring/round-scores.ts'

/** A single blank is not announced. */
const FEWEST_TOLD = 2

/**
 * People of a level who skipped an item or could not say: "four of 14 department leads". Null where it was nobody or one. Not
 * for items on owners, where "cannot say" is an answer.
 */
export function blankWords({ n, of }: Pick<LevelItemScore, 'n' | 'of'>, level: Level): string | null {
  const blank = of - n
  return blank < FEWEST_TOLD ? null : `${tallyWords({ low: blank, high: blank, of })} ${GROUP_WORDS[level]}`
}
