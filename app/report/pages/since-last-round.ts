import { roundSlopes, type SlopePanel, type SlopeRow } from '#app/charts/round-slopes.ts'
import { points } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { counted, LEVEL_NAMES, listed } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import type {
  AgreementChange,
  ConstructChange,
  NotComparableReason,
  StrengthChangeResult,
} from '#app/scoring/round-changes.ts'
import { figure, heading, list, note, paragraph, plain, said, table } from '../blocks.ts'
import type { ComparedFigure } from '../compared-figure.ts'
import { constructName } from '../construct-rows.ts'
import type { Block, Sentence } from '../document.ts'
import type { PreviousRound } from '../previous-round.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { turnsOf } from '../statement-turns.ts'
import { commitmentsSoFarBlocks } from './commitments-so-far.ts'
import { statementBlocks } from './statements-since.ts'

const NOT_MATCHED =
  'People are compared with themselves only where nobody who came, left or skipped an item could be told by it; otherwise the rounds are two groups.'

const WHAT = 'Since the last round'

/** Page 18: what moved beyond noise, which statements have gone, stayed or come, and how far the commitments are. */
export function sinceLastRoundPage(input: ReportInput): PageResult {
  const { previous, notCompared, diagnosis, round } = input
  if (!previous) return { what: WHAT, why: notCompared ?? 'there is no earlier round to compare with' }
  const compared = comparedOf(previous)
  if (compared.length === 0) return { what: WHAT, why: nothingInCommon(previous) }
  const turns = turnsOf(previous.diagnosis, diagnosis)
  return {
    id: 'since-last-round',
    title: titleOf(compared, previous),
    blocks: [
      paragraph(...introSentences(compared, previous)),
      ...chartBlocks(compared, [previous.title, round.title]),
      ...movedBlocks(compared),
      ...statementBlocks(turns, compared, previous.title),
      ...commitmentsSoFarBlocks(input),
      ...figureBlocks(compared),
      ...leftBlocks(previous.changes.constructs),
    ],
  }
}

function comparedOf({ changes }: PreviousRound): ComparedFigure[] {
  return LEVELS.flatMap((level) =>
    changes.constructs.flatMap(({ construct, agreementByLevel, strengthByLevel }) => {
      const change = agreementByLevel[level]
      return isChange(change) ? [{ construct, level, change, strength: strengthByLevel[level] }] : []
    }),
  )
}

function isChange(change: ConstructChange['across']): change is AgreementChange {
  return change.kind === 'moved' || change.kind === 'inside-noise'
}

function nothingInCommon({ title, changes }: PreviousRound): string {
  const tooFew = changes.constructs.some(({ agreementByLevel }) =>
    LEVELS.some((level) => agreementByLevel[level].kind === 'too-few'),
  )
  return tooFew
    ? `too few people of a level answered in this round or in “${title}”`
    : `nothing was asked in the same way as in “${title}”`
}

function titleOf(compared: readonly ComparedFigure[], { title }: PreviousRound): string {
  const moved = compared.filter(({ change }) => change.kind === 'moved').length
  const of = numberWord(compared.length)
  if (compared.length === 1)
    return `The one agreement figure has ${moved === 1 ? '' : 'not '}moved beyond noise since “${title}”`
  if (moved === 0) return `None of ${of} agreement figures has moved beyond noise since “${title}”`
  return `${capitalise(numberWord(moved))} of ${of} agreement figures ${moved === 1 ? 'has' : 'have'} moved beyond noise since “${title}”`
}

function introSentences(
  compared: readonly ComparedFigure[],
  { title, closedOn, changes }: PreviousRound,
): Sentence[] {
  return [
    plain(`Compared with “${title}”, closed on ${writtenDay(closedOn)}.`),
    ...LEVELS.flatMap((level) => {
      const one = compared.find((other) => other.level === level)
      return one ? [peopleSentence(level, one.change, changes.redraws)] : []
    }),
    ...(compared.some(({ change }) => change.people === 'independent') ? [plain(NOT_MATCHED)] : []),
    plain(
      'Whatever is not beyond noise is no change, however it looks. What was worst last time tends to come back towards the middle by itself.',
    ),
  ]
}

function peopleSentence(level: Level, { people, n }: AgreementChange, redraws: number): Sentence {
  const [first, second] = n
  const words =
    people === 'matched'
      ? `the same ${counted(second, 'person', 'people')} in both rounds, each compared with themselves`
      : `${numberWord(first)} people then and ${numberWord(second)} now, as two groups`
  return said(
    `${LEVEL_NAMES[level]}: ${words}.`,
    'matched people',
    `n ${first} and ${second}; ${redraws} redraws`,
  )
}

function chartBlocks(compared: readonly ComparedFigure[], rounds: readonly [string, string]): Block[] {
  const rows = LEVELS.map((level): SlopeRow => {
    const here = compared.filter((one) => one.level === level)
    return { level, people: peopleBrief(here[0]?.change), panels: here.map(panelOf) }
  })
  return [
    figure(
      (width) => roundSlopes(rows, rounds, width, 'Agreement then and now, construct by construct'),
      `Left “${rounds[0]}”, right “${rounds[1]}”; every panel goes from 0 to 100. Thick: moved beyond noise.`,
    ),
  ]
}

function peopleBrief(change: AgreementChange | undefined): string {
  if (!change) return ''
  const [first, second] = change.n
  return change.people === 'matched' ? `n ${second}, the same people` : `n ${first} then, n ${second} now`
}

function panelOf({ construct, change }: ComparedFigure): SlopePanel {
  const { first, second, range90, kind } = change
  const limit = (moved: number) => points(Math.min(1, first + moved))
  return {
    label: constructName(construct),
    first: points(first),
    second: points(second),
    range: range90 && [limit(range90[0]), limit(range90[1])],
    moved: kind === 'moved',
  }
}

function movedBlocks(compared: readonly ComparedFigure[]): Block[] {
  const moved = compared.filter(({ change }) => change.kind === 'moved')
  if (moved.length === 0) return []
  return [heading('What moved'), ...list(moved.map(movedSentence))]
}

function movedSentence({ construct, level, change }: ComparedFigure): Sentence {
  const { first, second, noise, p, n, items } = change
  const way = second > first ? 'closer together' : 'further apart'
  return said(
    `${constructName(construct)}, ${LEVEL_NAMES[level].toLowerCase()}: ${way}, agreement from ${points(first)} to ${points(second)}.`,
    'change beyond noise',
    `change ${signed(second - first)}, plausible range ${changeRange(change)}, noise ${points(noise)}; ${p === null ? 'two groups, no test' : `p ${p < 0.001 ? 'under 0.001' : p.toFixed(3)}`}; ${counted(items, 'item')}; n ${n[0]} and ${n[1]}`,
  )
}

function signed(change: number): string {
  const whole = Math.round(100 * change)
  return whole > 0 ? `+${whole}` : whole < 0 ? `−${-whole}` : '0'
}

function changeRange({ range90 }: AgreementChange): string {
  return range90 ? `${signed(range90[0])} to ${signed(range90[1])}` : 'not given: too few people'
}

function figureBlocks(compared: readonly ComparedFigure[]): Block[] {
  const rows = compared.map(({ construct, level, change, strength }) => [
    constructName(construct),
    LEVEL_NAMES[level],
    `${points(change.first)} to ${points(change.second)}`,
    changeRange(change),
    String(points(change.noise)),
    strengthWords(strength),
  ])
  return [
    heading('Every figure of both rounds'),
    table(
      'Agreement and strength, from 0 to 100',
      ['Construct', 'Level', '>Agreement', '>Range of the change', '>Noise', '>Strength'],
      rows,
    ),
  ]
}

function strengthWords(strength: StrengthChangeResult): string {
  if (strength.kind !== 'measured') return 'cannot say'
  return `${Math.round(strength.first)} to ${Math.round(strength.second)}`
}

const REASONS: Record<NotComparableReason, string> = {
  'not-asked': 'not asked both times',
  wording: 'worded differently',
  scale: 'on another scale',
  options: 'with other options',
  codebook: 'sorted into other themes',
}

/** What could not be compared, and why. */
function leftBlocks(constructs: readonly ConstructChange[]): Block[] {
  const left = constructs.flatMap((one) => one.left)
  if (left.length === 0) return []
  const reasons = [...new Set(left.flatMap((one) => one.reasons))]
  const told = reasons.map(
    (reason) =>
      `${counted(left.filter((one) => one.reasons.includes(reason)).length, 'item')} ${REASONS[reason]}`,
  )
  return [note(`Not compared: ${listed(told)}.`)]
}
