import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { stepped } from './agreement-change.ts'
import type { Measure } from './measure.ts'
import { quadrantOf } from './quadrant.ts'
import type { ConstructScore, Detail, ItemScore, LevelItemScore, RoundScores } from './round-scores.ts'
import type { Steps } from './turnover.ts'

/** From this many items a mean over them is told as finely as usual. */
const FEWEST_ITEMS = 4
/** Strengths of 0..100 to one point of a five-point scale. */
const PER_POINT = 25

type ByLevel<Value> = Record<Level, Value>

/**
 * The scores of a round whose readers know an earlier one. Where one or two people of a level came or went and fewer than ten
 * answered, a newcomer could be had by subtraction, so means of items are given in steps of half a scale point and means over
 * four items or more in steps of a tenth. Whatever follows from them, such as the field of the quadrant, follows from these.
 *
 * Source: the rules of disclosure of this project.
 */
export function followUpScores(scores: RoundScores, steps: ByLevel<Steps>): RoundScores {
  const coarse = LEVELS.filter((level) => isCoarse(steps[level]))
  if (coarse.length === 0) return scores
  return {
    ...scores,
    items: scores.items.map((item) =>
      coarse.reduce((one, level) => coarseItem(one, level, steps[level]), item),
    ),
    constructs: scores.constructs.map((score) =>
      coarse.reduce((one, level) => coarseConstruct(one, level, steps[level], scores.items), score),
    ),
  }
}

function isCoarse({ strengthOfItem, strengthOfConstruct }: Steps): boolean {
  return strengthOfItem !== null && strengthOfConstruct !== null && strengthOfItem > strengthOfConstruct
}

function coarseItem(item: ItemScore, level: Level, { strengthOfItem }: Steps): ItemScore {
  const result = item.byLevel[level]
  if (result?.kind !== 'measured') return item
  const score: LevelItemScore = {
    ...result,
    strength: result.strength && coarseMeasure(result.strength, strengthOfItem),
    detail: coarseDetail(result.detail, strengthOfItem),
  }
  return { ...item, byLevel: { ...item.byLevel, [level]: score } }
}

/** A mean that is coded at its end stays as it is: "4.5 or more" tells no more than half a point does. */
function coarseDetail(detail: Detail, strengthStep: number | null): Detail {
  if (detail.kind !== 'scale' || strengthStep === null || !/^\d\.\d$/.test(detail.mean)) return detail
  const step = strengthStep / PER_POINT
  const mean = stepped(Number(detail.mean), step)
  const healthyMean = stepped(detail.healthyMean, step)
  return { ...detail, mean: mean.toFixed(1), healthyMean }
}

function coarseMeasure(measure: Measure, step: number | null): Measure {
  return measure.kind === 'measured' ? { ...measure, value: stepped(measure.value, step) } : measure
}

function coarseConstruct(
  score: ConstructScore,
  level: Level,
  { strengthOfItem, strengthOfConstruct }: Steps,
  items: readonly ItemScore[],
): ConstructScore {
  const count = items.filter((item) => item.construct === score.construct && hasStrength(item, level)).length
  const step = count >= FEWEST_ITEMS ? strengthOfConstruct : strengthOfItem
  const strength = coarseMeasure(score.strengthByLevel[level], step)
  const quadrant = quadrantOf(score.agreementByLevel[level], strength)
  return {
    ...score,
    strengthByLevel: { ...score.strengthByLevel, [level]: strength },
    quadrantByLevel: { ...score.quadrantByLevel, [level]: quadrant },
  }
}

function hasStrength({ byLevel }: ItemScore, level: Level): boolean {
  const result = byLevel[level]
  return result?.kind === 'measured' && result.strength?.kind === 'measured'
}
