import type { RoundScores } from '#app/scoring/round-scores.ts'
import { constructAgreement, constructStrength, itemAgreement, itemStrength } from './agreement-figures.ts'
import { campsFigure } from './camps-figure.ts'
import type { FigureResult } from './figure.ts'
import { handshakeFigure, keyResultsFigure, medianFigure } from './line-figures.ts'
import { peopleFigure, topThemeFigure } from './people-figures.ts'
import {
  canNameStopFigure,
  collisionFigure,
  coverageFigure,
  illusionFigure,
  levelGapFigure,
  overloadFigure,
  tradeOffFigure,
} from './round-figures.ts'
import type { FigureRef, Rulebook } from './rulebook.ts'
import { presentSignalsFigure, signalsFigure } from './signal-figures.ts'

/** Looks up a figure that a rule names: the figure, or in words why there is none. */
export function resolveFigure(ref: FigureRef, scores: RoundScores, rulebook: Rulebook): FigureResult {
  const subject = subjectOf(ref, rulebook)
  switch (ref.of) {
    case 'agreement':
      return itemAgreement(scores, ref.item, ref.level, subject)
    case 'construct-agreement':
      return constructAgreement(scores, ref.construct, ref.level, subject)
    case 'item-strength':
      return itemStrength(scores, ref.item, ref.level, subject)
    case 'construct-strength':
      return constructStrength(scores, ref.construct, ref.level, subject)
    case 'people':
    case 'people-choosing':
      return peopleFigure(scores, ref, subject)
    case 'top-theme':
      return topThemeFigure(scores, ref.item, ref.level, subject)
    case 'effective-priorities':
      return overloadFigure(scores, ref.level, 'effective')
    case 'distinct-priorities':
      return overloadFigure(scores, ref.level, 'distinct')
    case 'can-name-stop':
      return canNameStopFigure(scores, ref.level)
    case 'illusion':
      return illusionFigure(scores, ref.item, ref.level, subject)
    case 'trade-offs':
      return tradeOffFigure(scores, ref.who)
    case 'level-gap':
      return levelGapFigure(scores, ref.construct, subject)
    case 'coverage':
      return coverageFigure(scores)
    case 'collisions':
      return collisionFigure(scores)
    case 'key-results':
      return keyResultsFigure(scores, ref)
    case 'median':
      return medianFigure(scores, ref.item, ref.level, subject)
    case 'handshake':
      return handshakeFigure(scores)
    case 'camps':
      return campsFigure(scores, ref.level)
    case 'signals-present':
      return presentSignalsFigure(scores)
    case 'signals':
      return signalsFigure(scores, rulebook.subjects)
  }
}

function subjectOf(ref: FigureRef, rulebook: Rulebook): string {
  if ('item' in ref) return rulebook.subjects[ref.item] ?? ref.item
  if ('construct' in ref) return rulebook.constructs[ref.construct]
  return ''
}
