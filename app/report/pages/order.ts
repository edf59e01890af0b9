import { overlapMatrix } from '#app/charts/overlap-matrix.ts'
import { type PairOverlapRow, type PairsOfTen, pairOverlap } from '#app/charts/pair-overlap.ts'
import { points } from '#app/diagnosis/agreement-words.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { PairShare } from '#app/scoring/pair-share.ts'
import type { LevelItemScore, OrderScore, RoundScores } from '#app/scoring/round-scores.ts'
import { figure, list, note, paragraph, plain, said } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { sensitivitySentences } from '../sensitivity-words.ts'
import { agreementInWords, NOT_ASKED, shownScore, tooFewWords } from '../shown.ts'
import { between, tenthsWords } from '../tenths-words.ts'

interface Told {
  level: Level
  order: OrderScore
  score: LevelItemScore
}

/** Tenths beyond which an order is called the same, or the opposite; between them it is as chance would have it. */
const SAME_FROM = 7
const OPPOSITE_TO = 3

/** Page 6: whether people who share priorities also put them in the same order. */
export function orderPage({ scores }: Pick<ReportInput, 'scores'>): PageResult {
  const what = 'The order of the priorities'
  if (LEVELS.every((level) => scores.order[level] === null)) return { what, why: NOT_ASKED }
  const told = LEVELS.flatMap((level) => toldOf(scores, level))
  const [first] = told
  if (!first) return { what, why: tooFewWords(scores, 'people of a level') }
  return {
    id: 'order',
    title: titleOf(first),
    blocks: [
      ...matrixBlocks(told),
      figure(
        (width) =>
          pairOverlap(told.map(rowOf), width, 'What two people’s lists have in common, and in what order'),
        chartNote(told),
      ),
      ...list([...told.flatMap(sentencesOf), ...sensitivitySentences(scores, 'priorities')]),
      ...meaningBlocks(told),
      ...hiddenBlocks(scores, told),
    ],
  }
}

function meaningBlocks(told: readonly Told[]): Block[] {
  const open = told.some(({ order: { sameOrder } }) => sameOrder && sameOrder.low < SAME_FROM)
  return open ? [paragraph(plain(NO_COMMON_ORDER))] : []
}

const NO_COMMON_ORDER =
  'A list without a common order does not settle a clash: when two priorities want the same people, each leader lets their own first one win.'

function toldOf(scores: RoundScores, level: Level): Told[] {
  const order = scores.order[level]
  const score = shownScore(scores, 'priorities', level)
  return order?.kind === 'measured' && score ? [{ level, order, score }] : []
}

function titleOf({ level, order, score }: Told): string {
  const lines = meanLines(score)
  const shared = (order.meanDice * lines).toFixed(1)
  const start = `Two ${GROUP_WORDS[level]} share ${shared} of ${lines.toFixed(1)} priorities`
  return order.sameOrder ? `${start}, ${orderClause(order.sameOrder)}` : start
}

function orderClause(share: PairShare): string {
  const words = tenthsWords(share, 'times')
  if (share.low >= SAME_FROM || (share.low > 5 && share.high === 10))
    return `and put them in the same order ${words}`
  if (share.high <= OPPOSITE_TO || (share.high < 5 && share.low === 0))
    return `but in opposite order: the same one first ${words}`
  return `and agree on their order ${words}; chance gives five`
}

function meanLines({ detail }: LevelItemScore): number {
  return detail.kind === 'lines' ? detail.meanLines : 0
}

function rowOf({ level, order }: Told): PairOverlapRow {
  const { n, meanDice, diceByChance, sameOrder, parts } = order
  return {
    level,
    n,
    shared: points(meanDice),
    chance: points(diceByChance),
    order: sameOrder && pairsOf(sameOrder, 'times'),
    parts: parts && [
      { label: 'share nothing', ...pairsOf(parts.nothing, 'pairs') },
      {
        label: 'share less than half of their lists',
        ...pairsOf(between(parts.nothing, parts.half), 'pairs'),
      },
      { label: 'share half or more', ...pairsOf(parts.half, 'pairs') },
    ],
  }
}

function pairsOf(share: PairShare, what: 'times' | 'pairs'): PairsOfTen {
  return { ...share, shown: tenthsWords(share, what) }
}

function chartNote(told: readonly Told[]): string {
  const parts = told.some(({ order }) => order.parts)
    ? ' The bar divides all pairs of people; a part that is given as a range is drawn at its middle.'
    : ''
  return `Shared: 100 is the same list, whatever the order; the tick is what random lists share. Order: of ten times that two people name the same two priorities, how often both put the same one first; five is chance.${parts}`
}

/** Names in open mode, where everybody has agreed to them. */
function matrixBlocks(told: readonly Told[]): Block[] {
  return told.flatMap(({ level, order: { matrix } }) =>
    matrix && matrix.names.length > 1
      ? [
          figure(
            (width) =>
              overlapMatrix(
                matrix,
                width,
                `Priorities that each two ${GROUP_WORDS[level]} share, neighbours as alike as can be`,
              ),
            `The number in a cell: priorities that both named. n ${matrix.names.length}.`,
          ),
        ]
      : [],
  )
}

function sentencesOf({ level, order, score }: Told): Sentence[] {
  const group = GROUP_WORDS[level]
  const { n, meanDice, meanRbo, diceByChance, sameOrder } = order
  const lines = meanLines(score)
  const sameWords = sameOrder && tenthsWords(sameOrder, 'times')
  return [
    said(
      `Agreement of ${group} with the order counted: ${agreementInWords(score.agreement)}.`,
      'agreement',
      `n ${n}; RBO ${meanRbo.toFixed(2)} (p 0.8); Dice ${meanDice.toFixed(2)}, of random lists ${diceByChance.toFixed(2)}, mean length ${lines.toFixed(1)}; the same two in the same order: ${sameWords ?? 'cannot say'}`,
    ),
  ]
}

/** Outside open mode a pair is two people too few to speak of: said in one sentence. */
function hiddenBlocks({ privacyMode }: RoundScores, told: readonly Told[]): Block[] {
  if (privacyMode === 'open') return []
  const few = told.filter(({ order }) => !order.parts).map(({ level }) => GROUP_WORDS[level])
  const spread =
    few.length === 0
      ? ''
      : ` The spread of the pairs is not shown for ${few.join(' or ')}: fewer than ten of them named priorities.`
  return [note(`No pair of people is shown by itself: it would tell what two of them answered.${spread}`)]
}
