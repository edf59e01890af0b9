import type { Construct, Level } from '#app/questionnaire/instrument.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { PeopleCount } from '#app/scoring/measure.ts'
import type { Illusion, RoundScores } from '#app/scoring/round-scores.ts'
import { type FigureResult, figureOf, GROUP_WORDS, notAsked, tooFew } from './figure.ts'
import { inPlayWords } from './in-play-words.ts'
import { shareFigure } from './people-figures.ts'
import { numberWord, peopleWords, tallyOf, tallyWords } from './people-words.ts'
import { shareRange } from './share-range.ts'
import { sidesWords } from './sides-words.ts'

/** Priorities in play (`effective`: the effective number; `distinct`: different themes) as multiples of those asked for. */
export function overloadFigure(
  scores: RoundScores,
  level: Level,
  what: 'effective' | 'distinct',
): FigureResult {
  const label = `${what === 'effective' ? 'Effective number of' : 'Different'} priorities, ${GROUP_WORDS[level]}`
  const overload = scores.overload[level]
  if (overload.kind === 'too-few') return tooFew(label, overload)
  const { effectiveThemes, distinct } = overload
  const count = what === 'effective' ? (effectiveThemes ?? Infinity) : distinct
  const inPlay = effectiveThemes === null ? countWords(count) : inPlayWords(count, distinct)
  const asked = numberWord(overload.asked)
  return figureOf({
    label,
    itemId: 'priorities',
    unit: 'times',
    fragile: overload.fragile,
    least: count / overload.asked,
    n: overload.n,
    levels: [level],
    shown: `${countWords(count)}, where ${asked} were asked for`,
    words: {
      count: what === 'effective' ? inPlay : countWords(count),
      asked,
      group: GROUP_WORDS[level],
    },
  })
}

export function canNameStopFigure(scores: RoundScores, level: Level): FigureResult {
  const label = `Could name work that should stop, ${GROUP_WORDS[level]}`
  const overload = scores.overload[level]
  if (overload.kind === 'too-few') return tooFew(label, overload)
  if (!overload.canNameStop)
    return { kind: 'cannot-say', label, reason: 'too few people answered, or it was not asked' }
  const figure = shareFigure(label, tallyOf(overload.canNameStop), [level], 'stops')
  return { ...figure, words: { ...figure.words, group: GROUP_WORDS[level] } }
}

/** How far believed agreement lies above what the answers show, out of ten colleagues. The belief is taken as it stands. */
export function illusionFigure(
  scores: RoundScores,
  itemId: string,
  level: Level,
  subject: string,
): FigureResult {
  const label = `Believed less shown agreement on ${subject}, ${GROUP_WORDS[level]}`
  const illusions = scores.illusion[level]
  const illusion = illusions.find((one): one is Illusion => one.kind === 'measured' && one.itemId === itemId)
  if (!illusion) {
    const few = illusions.find((one) => one.kind === 'too-few')
    return few ? tooFew(label, few) : notAsked(label)
  }
  const excess = (shown: number) => illusion.perceived - 10 * shown
  const share = Math.min(1, illusion.shown / 10)
  const range = (percent: 90 | 95) => {
    const [low, high] = shareRange(share * illusion.n, illusion.n, percent)
    return [excess(high), excess(low)] as const
  }
  return figureOf({
    label,
    itemId,
    unit: 'of-ten',
    least: excess(share),
    n: illusion.n,
    levels: [level],
    range90: range(90),
    range95: range(95),
    shown: `${wholeWords(illusion.perceived)} believed, ${wholeWords(illusion.shown)} shown, of ten`,
    words: {
      perceived: wholeWords(illusion.perceived),
      shown: wholeWords(illusion.shown),
      group: GROUP_WORDS[level],
    },
  })
}

/** `specific`: of the department leads who share a senior priority, those who can also say what gave way for it. */
export function tradeOffFigure(scores: RoundScores, who: 'share-priority' | 'specific'): FigureResult {
  const label =
    who === 'specific'
      ? 'Could say what gave way for it, department leads'
      : 'Named one of the senior team’s top three priorities, department leads'
  const { tradeOffs } = scores
  if (!tradeOffs) return notAsked(label)
  if (tradeOffs.kind === 'too-few') return tooFew(label, tradeOffs)
  const share = tallyOf(tradeOffs.sharePriority)
  if (who === 'share-priority') return shareFigure(label, share, ['department'], 'priorities')
  const both = tallyOf(tradeOffs.both)
  if (share.low === 0) return { kind: 'cannot-say', label, reason: 'too few share one of those priorities' }
  const ofThose = { low: Math.min(both.low, share.high), high: Math.min(both.high, share.low), of: share.low }
  const figure = shareFigure(
    label,
    { ...ofThose, low: Math.min(ofThose.low, ofThose.high) },
    ['department'],
    'tradeoff',
  )
  return { ...figure, n: tradeOffs.n, shown: tallyWords(both), brief: tallyWords(both) }
}

/** Whether the two levels differ by more than a random split of the same people would, over one construct. */
export function levelGapFigure(scores: RoundScores, construct: Construct, subject: string): FigureResult {
  const label = `Difference between the two levels on ${subject}`
  const gap = scores.constructs.find((one) => one.construct === construct)?.gap
  if (!gap) return notAsked(label)
  if (gap.kind === 'too-few') return tooFew(label, gap)
  const p = gap.holmP ?? gap.p
  if (p === null) return { kind: 'cannot-say', label, reason: 'too few people for the test' }
  const chance = p < 0.001 ? 'under 0.001' : p.toFixed(3)
  return figureOf({
    label,
    unit: 'chance',
    fragile: gap.fragile,
    least: p,
    n: gap.n,
    levels: [...LEVELS],
    shown: `a difference this large would come by chance with probability ${chance}`,
    brief: `p ${chance}`,
    words: { points: String(Math.round(100 * gap.g)) },
  })
}

/** Of the senior team's top three priorities, how many fewer than half of the department leads named. */
export function coverageFigure(scores: RoundScores): FigureResult {
  const label = 'Senior priorities that fewer than half of the department leads named'
  const [first] = scores.coverage
  if (!first)
    return scores.shown.senior && scores.shown.department
      ? notAsked(label)
      : tooFew(label, disclosureOf(scores))
  const missed = scores.coverage.filter(({ department }) => shareAtMost(department) < 0.5)
  const worst = scores.coverage.reduce((one, other) => (lossOf(other) > lossOf(one) ? other : one), first)
  return figureOf({
    label,
    itemId: 'priorities',
    unit: 'count',
    least: missed.length,
    n: first.senior.of + first.department.of,
    levels: [...LEVELS],
    shown: `${numberWord(missed.length)} of ${numberWord(scores.coverage.length)}`,
    words: {
      name: `“${worst.name}”`,
      senior: peopleWords(worst.senior),
      department: peopleWords(worst.department),
    },
  })
}

/** Themes that are a priority for some and on the stop list of others. */
export function collisionFigure(scores: RoundScores): FigureResult {
  const label = 'Themes that are a priority for some and a stop for others'
  const scoresOf = (level: Level) =>
    ['priorities', 'stops'].map((id) => scores.items.find((item) => item.itemId === id)?.byLevel[level])
  if (LEVELS.every((level) => scoresOf(level).some((score) => !score))) return notAsked(label)
  const levels = LEVELS.filter((level) => scoresOf(level).every((score) => score?.kind === 'measured'))
  if (levels.length === 0) return tooFew(label, disclosureOf(scores))
  const [first] = scores.collisions
  const submitted = levels.map((level) => scores.response[level].submitted ?? 0)
  return figureOf({
    label,
    itemId: 'stops',
    unit: 'count',
    least: scores.collisions.length,
    n: submitted.reduce((sum, one) => sum + one, 0),
    levels,
    shown: scores.collisions.length === 0 ? 'none' : numberWord(scores.collisions.length),
    words: {
      themes:
        scores.collisions.length === 1
          ? 'one theme is'
          : `${numberWord(scores.collisions.length)} themes are`,
      example: first ? `“${first.name}”` : '',
      priority: first ? sidesWords(first.priority) : '',
      stop: first ? sidesWords(first.stop) : '',
    },
  })
}

function countWords(count: number): string {
  if (!Number.isFinite(count)) return 'no shared priority at all'
  return Number.isInteger(count) ? numberWord(count) : count.toFixed(1)
}

function wholeWords(number: number): string {
  const whole = Math.round(number)
  return whole === 0 ? 'none' : numberWord(whole)
}

function shareAtMost(count: PeopleCount): number {
  const { high, of } = tallyOf(count)
  return of === 0 ? 0 : high / of
}

function lossOf({ senior, department }: { senior: PeopleCount; department: PeopleCount }): number {
  const { low, of } = tallyOf(senior)
  return (of === 0 ? 0 : low / of) - shareAtMost(department)
}
