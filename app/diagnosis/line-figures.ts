import type { Level } from '#app/questionnaire/instrument.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { KeyResultCounts, RoundScores } from '#app/scoring/round-scores.ts'
import { type FigureResult, figureOf, GROUP_WORDS, notAsked, tooFew } from './figure.ts'
import { shareFigure } from './people-figures.ts'
import { addTallies, numberWord, type Tally, tallyOf, tallyWords } from './people-words.ts'
import type { FigureRef } from './rulebook.ts'
import { shareRange } from './share-range.ts'

const WHAT = { activity: 'work that is done', output: 'a thing handed over', outcome: 'a result' } as const

/**
 * Key results of a kind, of all that could be read. The lines of one person resemble each other, so the range is as wide as
 * if each person had written one.
 */
export function keyResultsFigure(
  { keyResults, ...scores }: RoundScores,
  { group, kinds }: Extract<FigureRef, { of: 'key-results' }>,
): FigureResult {
  const label = `Key results that describe ${kinds.map((kind) => WHAT[kind]).join(' or ')}`
  if (!keyResults) return notAsked(label)
  const asked = group === 'everyone' ? LEVELS : [group]
  const counted = asked.flatMap((level) => {
    const counts = keyResults[level]
    return counts.kind === 'measured' ? [{ level, counts }] : []
  })
  if (counted.length === 0) return tooFew(label, disclosureOf(scores))
  const levels = counted.map(({ level }) => level)
  const tally = counted.map(({ counts }) => tallyOfKinds(counts, kinds)).reduce(addTallies)
  const n = counted.reduce((sum, { counts }) => sum + counts.n, 0)
  const figure = shareFigure(`${label}, ${GROUP_WORDS[groupOf(levels)]}`, tally, levels, 'key-results')
  return {
    ...figure,
    n,
    ...rangesOver(tally, n),
    words: { n: numberWord(n), group: GROUP_WORDS[groupOf(levels)] },
  }
}

function tallyOfKinds(counts: KeyResultCounts, kinds: readonly (keyof typeof WHAT)[]): Tally {
  const tallies = kinds.map((kind) => tallyOf(counts[kind]))
  const sum = (end: 'low' | 'high') => tallies.reduce((whole, tally) => whole + tally[end], 0)
  return { low: sum('low'), high: Math.min(counts.lines, sum('high')), of: counts.lines }
}

function rangesOver({ low, high, of }: Tally, n: number) {
  const range = (percent: 90 | 95) =>
    [shareRange((low / of) * n, n, percent)[0], shareRange((high / of) * n, n, percent)[1]] as const
  const [fewest, most] = range(90).map((share) => Math.round(share * of))
  return {
    range90: range(90),
    range95: range(95),
    brief: `${tallyWords({ low, high, of })} (range ${fewest} to ${most})`,
  }
}

function groupOf(levels: readonly Level[]): Level | 'everyone' {
  return levels.length === 1 ? (levels[0] as Level) : 'everyone'
}

/** The middle one of the whole numbers that a level gave. */
export function medianFigure(
  scores: RoundScores,
  itemId: string,
  level: Level,
  subject: string,
): FigureResult {
  const label = `Median of ${subject}, ${GROUP_WORDS[level]}`
  const score = scores.items.find((one) => one.itemId === itemId)?.byLevel[level]
  if (!score) return notAsked(label)
  if (score.kind === 'too-few') return tooFew(label, score)
  if (score.detail.kind !== 'number') throw new TypeError(`${itemId} is not an item of numbers`)
  const { median } = score.detail
  const value = Number.isInteger(median) ? numberWord(median) : median.toFixed(1)
  return figureOf({
    label,
    itemId,
    unit: 'count',
    least: median,
    n: score.n,
    levels: [level],
    shown: value,
    words: { value },
  })
}

/** Of the needs that one department has of another, those that the other side names as well. Counts of pairs, not of people. */
export function handshakeFigure({ handshake, ...scores }: RoundScores): FigureResult {
  const label = 'Needs between departments that the other side names as well'
  if (!handshake) return notAsked(label)
  if (handshake.kind === 'too-few') return tooFew(label, handshake)
  if (handshake.kind === 'not-known') {
    const reason =
      handshake.reason === 'unlinked'
        ? 'nobody can tell who is of which department'
        : 'the leads have no departments'
    return { kind: 'cannot-say', label, reason }
  }
  const [known, orphan] = [tallyOf(handshake.acknowledged), tallyOf(handshake.orphan)]
  const asked = { low: known.low + orphan.low, high: known.high + orphan.high }
  if (handshake.reciprocity === null || asked.low < FEWEST_NEEDS) {
    return { kind: 'cannot-say', label, reason: 'too few needs between departments were named' }
  }
  const of = Math.round((asked.low + asked.high) / 2)
  const tally = { low: Math.min(known.low, of), high: Math.min(known.high, of), of }
  const levels = LEVELS.filter((level) => scores.shown[level])
  const figure = shareFigure(label, tally, levels, 'dependencies')
  return {
    ...figure,
    n: handshake.n,
    words: {
      n: numberWord(handshake.n),
      needs: asked.low === asked.high ? numberWord(of) : `about ${numberWord(of)}`,
      pairs: tallyWords(tally),
    },
  }
}

/** Of fewer needs, one more or less would turn the share round. */
const FEWEST_NEEDS = 4
