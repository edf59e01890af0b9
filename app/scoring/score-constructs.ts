import { type Construct, LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { LevelComparison } from './compare-levels.ts'
import { compositeOf } from './disclosure/composite.ts'
import { tooFew } from './disclosure.ts'
import { isMeasured, type Measure } from './measure.ts'
import { quadrantOf } from './quadrant.ts'
import type { RoundAnswers } from './round-answers.ts'
import type { ConstructScore, ItemScore } from './round-scores.ts'

/**
 * The constructs of the instrument, in its order. Agreement comes from the comparison; strength is the mean of the items'
 * strengths as they are shown, never of per-person means, which would tell what one person who skipped an item said.
 */
export function scoreConstructs(
  items: readonly ItemScore[],
  comparisons: ReadonlyMap<Construct, LevelComparison>,
  round: RoundAnswers,
): ConstructScore[] {
  const constructs = [...new Set(items.map(({ construct }) => construct))]
  return constructs.map((construct) => {
    const own = items.filter((item) => item.construct === construct)
    const compared = comparisons.get(construct) ?? notCompared(round)
    const strengthByLevel = {
      senior: meanStrength(own, 'senior', round),
      department: meanStrength(own, 'department', round),
    }
    return {
      construct,
      agreementByLevel: compared.byLevel,
      across: compared.across,
      gap: compared.gap,
      strengthByLevel,
      quadrantByLevel: {
        senior: quadrantOf(compared.byLevel.senior, strengthByLevel.senior),
        department: quadrantOf(compared.byLevel.department, strengthByLevel.department),
      },
    }
  })
}

function meanStrength(items: readonly ItemScore[], level: Level, round: RoundAnswers): Measure {
  const strengths = items.flatMap(({ byLevel }) => {
    const result = byLevel[level]
    return result?.kind === 'measured' && result.strength && isMeasured(result.strength)
      ? [result.strength]
      : []
  })
  if (strengths.length === 0) return tooFew(round.people[level], round.disclosure)
  return {
    kind: 'measured',
    value: compositeOf(strengths.map(({ value }) => value)),
    n: Math.max(...strengths.map(({ n }) => n)),
  }
}

function notCompared({ people, disclosure }: RoundAnswers): LevelComparison {
  const all = LEVELS.reduce((sum, level) => sum + people[level], 0)
  return {
    byLevel: {
      senior: tooFew(people.senior, disclosure),
      department: tooFew(people.department, disclosure),
    },
    across: tooFew(all, disclosure),
    gap: tooFew(all, disclosure),
  }
}
