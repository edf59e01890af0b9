import type { Vote } from '#app/answers/revote/revote.ts'
import type { Instrument, Item, Level } from '#app/questionnaire/instrument.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { changeAt } from './change-at.ts'
import type { ConstructItem } from './compare-levels.ts'
import { followUpScores } from './follow-up-scores.ts'
import { withoutNamesOfSingles } from './nameless-singles.ts'
import { type PairedItem, pairedItem } from './paired-items.ts'
import { answersOfRound, type RoundAnswers } from './round-answers.ts'
import type { AgreementChangeResult } from './round-changes.ts'
import type { LevelItemResult } from './round-scores.ts'
import { REDRAWS, type ScoreInput } from './score-input.ts'
import { scoreRound } from './score-round.ts'
import { isAFew, SOME, type Steps, stepsWhere, strictest } from './turnover.ts'

/** A person of the round: whether they handed in to it, and whether they took part in the vote. */
export interface Voter {
  level: Level
  answered: boolean
  voted: boolean
}

/** What one level said when it was asked again. */
export interface LevelVote {
  level: Level
  /** At most as fine as the report. Where `coarse`, nothing but agreement and, of a rating, the mean may be shown. */
  now: LevelItemResult
  change: AgreementChangeResult
  /**
   * A few people took part in only one of the two, or nobody can tell: then the difference of the two is given in wide steps,
   * and counts not at all, since what they said could be had by subtraction.
   */
  coarse: boolean
}

/**
 * One item of a round beside the same item asked once more in the room. The votes are nobody's, so the two are compared as two
 * groups, even where the same people took part. Names stay hidden in the vote whatever the round had promised.
 *
 * Source: the rules of disclosure of this project; agreement-change.ts for the noise.
 */
export function compareVote(
  round: ScoreInput,
  { item, votes, voters }: { item: Item; votes: readonly Vote[]; voters: readonly Voter[] },
): LevelVote[] {
  const rules = strictest(round.round, { ...round.round, privacyMode: 'unlinked' })
  const asked = { ...round, instrument: onlyItem(round.instrument, item), round: rules, links: [] }
  const voted = { ...asked, submissions: votes.map((vote) => submissionOf(vote, item)) }
  const both = { first: answersOfRound(asked), second: answersOfRound(voted) }
  const coarse = (level: Level) => isCoarse(both, item, level, voters)
  const steps = { senior: stepsWhere(coarse('senior')), department: stepsWhere(coarse('department')) }
  const pair = {
    ...both,
    steps,
    pairs: { senior: [], department: [] },
    redraws: round.redraws ?? REDRAWS,
  }
  const paired = nameless(pairedItem(item, both.first, both.second))
  const [score] = followUpScores(scoreRound(voted), steps).items
  return LEVELS.flatMap((level) => {
    const now = score?.byLevel[level]
    if (!now || !paired) return []
    const change = changeAt([paired], level, pair)
    return [
      { level, now: inSteps(now, change, steps[level]), change, coarse: coarse(level) } satisfies LevelVote,
    ]
  })
}

/** What one person alone named has no say by its name: each side of each level is measured by itself. */
function nameless(paired: PairedItem | null): PairedItem | null {
  if (!paired) return null
  const toldIn = (side: ConstructItem): ConstructItem => {
    const [senior = null, department = null] = LEVELS.map((level) => {
      const alone = { comparison: side.comparison, columns: [side.answers[level]] }
      return withoutNamesOfSingles([alone])[0]?.columns[0] ?? null
    })
    return { ...side, answers: { senior, department } }
  }
  return { ...paired, first: toldIn(paired.first), second: toldIn(paired.second) }
}

function onlyItem(instrument: Instrument, { id }: Item): Instrument {
  const sections = instrument.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => item.id === id) }))
    .filter(({ items }) => items.length > 0)
  return { ...instrument, sections }
}

function submissionOf({ id, level, answer }: Vote, item: Item): ScoreInput['submissions'][number] {
  return { id, roundId: '', level, leadId: null, departmentId: null, answers: { [item.id]: answer } }
}

/** Fine only where the same people stand behind both figures, or so many differ that none of them can be told. */
function isCoarse(
  { first, second }: { first: RoundAnswers; second: RoundAnswers },
  { id }: Item,
  level: Level,
  voters: readonly Voter[],
): boolean {
  if (second.people[level] >= SOME) return false
  const people = voters.filter((voter) => voter.level === level)
  const left = people.filter(({ answered, voted }) => answered && !voted).length
  const joined = people.filter(({ answered, voted }) => voted && !answered).length
  const isWhole = (round: RoundAnswers) =>
    round.items.find(({ item }) => item.id === id)?.byLevel[level]?.n === round.people[level]
  return isAFew(left) || isAFew(joined) || !isWhole(first) || !isWhole(second)
}

/** In wide steps the figure of the vote stands as the change has it, and its range ends on steps as well. */
function inSteps(now: LevelItemResult, change: AgreementChangeResult, { agreement }: Steps): LevelItemResult {
  if (now.kind !== 'measured' || now.agreement?.kind !== 'measured' || agreement === null) return now
  if (change.kind !== 'moved' && change.kind !== 'inside-noise') return now
  const { range90, ...rest } = now.agreement
  const outward = range90 && [
    Math.floor(range90[0] / agreement) * agreement,
    Math.ceil(range90[1] / agreement) * agreement,
  ]
  return {
    ...now,
    agreement: { ...rest, s: change.second, range90: outward as typeof range90, range95: null },
  }
}
