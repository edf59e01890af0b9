import type { Construct, Level } from '#app/questionnaire/instrument.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import type { Measure } from '#app/scoring/measure.ts'
import type { AgreementResult, Range, RoundScores } from '#app/scoring/round-scores.ts'
import { agreementBrief, agreementWords, points } from './agreement-words.ts'
import { type FigureResult, figureOf, GROUP_WORDS, notAsked, tooFew } from './figure.ts'
import { numberWord } from './people-words.ts'

type Side = Level | 'across'

/** Agreement on one item, within a level or across the two. */
export function itemAgreement(
  scores: RoundScores,
  itemId: string,
  side: Side,
  subject: string,
): FigureResult {
  const label = agreementLabel(side, subject)
  const item = scores.items.find((score) => score.itemId === itemId)
  if (!item) return notAsked(label)
  const level = side === 'across' ? null : item.byLevel[side]
  if (level?.kind === 'too-few') return tooFew(label, level)
  return agreementFigure(label, side === 'across' ? item.across : (level?.agreement ?? null), side, itemId)
}

/** Agreement on all items of a construct. */
export function constructAgreement(
  scores: RoundScores,
  construct: Construct,
  side: Side,
  subject: string,
): FigureResult {
  const score = scores.constructs.find((one) => one.construct === construct)
  const result = side === 'across' ? score?.across : score?.agreementByLevel[side]
  return agreementFigure(agreementLabel(side, subject), result ?? null, side, null)
}

/** How healthy a construct is as one level sees it, 0..100. */
export function constructStrength(
  scores: RoundScores,
  construct: Construct,
  level: Level,
  subject: string,
): FigureResult {
  const strength = scores.constructs.find((one) => one.construct === construct)?.strengthByLevel[level]
  return strengthFigure(strength ?? null, level, subject, null)
}

/** How healthy one item is as one level sees it, 0..100. */
export function itemStrength(
  scores: RoundScores,
  itemId: string,
  level: Level,
  subject: string,
): FigureResult {
  const score = scores.items.find((one) => one.itemId === itemId)?.byLevel[level] ?? null
  return strengthFigure(score?.kind === 'measured' ? score.strength : score, level, subject, itemId)
}

function strengthFigure(
  strength: Measure | null,
  level: Level,
  subject: string,
  itemId: string | null,
): FigureResult {
  const label = `Strength of ${subject} as ${GROUP_WORDS[level]} see it`
  if (!strength) return notAsked(label)
  if (strength.kind === 'too-few') return tooFew(label, strength)
  const value = Math.round(strength.value)
  return figureOf({
    label,
    itemId,
    unit: 'points',
    least: value,
    n: strength.n,
    levels: [level],
    shown: `${value} of 100 (${numberWord(strength.n)} people)`,
    brief: `${value} of 100`,
    words: { value: String(value), group: GROUP_WORDS[level] },
  })
}

function agreementLabel(side: Side, subject: string): string {
  if (side === 'across') return `Agreement between senior leaders and department leads on ${subject}`
  return `Agreement among ${GROUP_WORDS[side]} on ${subject}`
}

function agreementFigure(
  label: string,
  result: AgreementResult | null,
  side: Side,
  itemId: string | null,
): FigureResult {
  if (!result) return notAsked(label)
  if (result.kind === 'too-few') return tooFew(label, result)
  if (!result.range90) return { kind: 'cannot-say', label, reason: 'too few people answered for a range' }
  const { low, high } = result.provisional ?? { low: result.s, high: result.s }
  const widened = ([from, to]: Range) => inPoints([from + low - result.s, to + high - result.s])
  return figureOf({
    label,
    itemId,
    unit: 'points',
    least: points(low),
    most: points(high),
    n: result.n,
    levels: side === 'across' ? [...LEVELS] : [side],
    range90: widened(result.range90),
    range95: widened(result.range95 ?? result.range90),
    likeRandom: result.band === 'like-random',
    fragile: result.fragility.changes,
    shown: agreementWords(result),
    brief: agreementBrief(result),
    words: {
      value: low === high ? String(points(low)) : `${points(low)} to ${points(high)}`,
      group: GROUP_WORDS[side],
    },
  })
}

function inPoints([low, high]: Range): Range {
  return [points(low), points(high)]
}
