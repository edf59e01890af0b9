import type { Level } from '#app/questionnaire/instrument.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { type FigureResult, figureOf, GROUP_WORDS, tooFew } from './figure.ts'
import { numberWord, tallyWords } from './people-words.ts'
import { shareRange } from './share-range.ts'

/** The share of a level's scales on which it stands in two camps; the range is over the scales, not over the people. */
export function campsFigure(scores: RoundScores, level: Level): FigureResult {
  const label = `Scales with two camps, ${GROUP_WORDS[level]}`
  const scales = scores.items.flatMap(({ kind, byLevel }) => {
    const score = byLevel[level]
    const agreement = score?.kind === 'measured' ? score.agreement : null
    return kind === 'scale' && agreement?.kind === 'measured' ? [agreement] : []
  })
  if (scales.length === 0) return tooFew(label, disclosureOf(scores))
  const camps = scales.filter((agreement) => agreement.camps).length
  const share = camps / scales.length
  const n = Math.max(...scales.map((scale) => scale.n))
  return figureOf({
    label,
    unit: 'share',
    least: share,
    n,
    levels: [level],
    range90: shareRange(camps, scales.length, 90),
    range95: shareRange(camps, scales.length, 95),
    shown: tallyWords({ low: camps, high: camps, of: scales.length }),
    words: { n: numberWord(n), group: GROUP_WORDS[level] },
  })
}
