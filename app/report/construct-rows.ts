import type { ConstructStripRow } from '#app/charts/construct-strip.ts'
import { BAND_WORDS, points } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { currentRulebook } from '#app/diagnosis/rulebook.ts'
import { type Construct, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { ConstructScore, RoundScores } from '#app/scoring/round-scores.ts'
import type { ConstructFigure } from './document.ts'

/** Each construct with the levels that may be shown; agreement between the levels has a page of its own. */
export function constructRows(scores: RoundScores): ConstructStripRow[] {
  const shown = LEVELS.filter((level) => scores.shown[level])
  return scores.constructs.flatMap((score) => shown.map((level) => rowOf(score, level)))
}

/** The same figures without a drawing, so that a guess can be held against them. */
export function constructFigures(scores: RoundScores): ConstructFigure[] {
  return constructRows(scores).flatMap(({ note: _, ...row }) =>
    row.level === 'across' ? [] : [{ ...row, level: row.level }],
  )
}

export function constructName(construct: Construct): string {
  return capitalise(currentRulebook.constructs[construct])
}

function rowOf(score: ConstructScore, level: Level): ConstructStripRow {
  const agreement = score.agreementByLevel[level]
  const strength = score.strengthByLevel[level]
  const row = {
    label: constructName(score.construct),
    level,
    strength: strength.kind === 'measured' ? Math.round(strength.value) : null,
  }
  if (agreement.kind === 'too-few') {
    const note = `cannot say: fewer than ${numberWord(agreement.needed)}`
    return { ...row, agreement: null, range: null, chance: null, n: null, note }
  }
  const { s, range90, chanceLine, n, band } = agreement
  return {
    ...row,
    agreement: points(s),
    range: range90 && [points(range90[0]), points(range90[1])],
    chance: chanceLine === null ? null : points(chanceLine),
    n,
    note: BAND_WORDS[band],
  }
}
