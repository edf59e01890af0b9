import { agreementWords, BAND_SENTENCES, points } from '#app/diagnosis/agreement-words.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import type { LevelVote } from '#app/scoring/compare-vote.ts'
import type { AgreementChangeResult } from '#app/scoring/round-changes.ts'
import type { LevelItemResult, LevelItemScore } from '#app/scoring/round-scores.ts'
import { spreadWords } from '../../item-cells.ts'

/** How many have voted, as a room may know it: nothing below the smallest group, then in steps as large, then all. */
export function votedWords({ voted, asked }: { voted: number; asked: number }, smallest: number): string {
  if (voted === asked && asked >= smallest) return `All ${numberWord(asked)} have voted.`
  const steps = Math.floor(voted / smallest) * smallest
  return steps === 0
    ? `Fewer than ${numberWord(smallest)} have voted.`
    : `${capitalise(numberWord(steps))} or more have voted.`
}

/** One level then and now, in words. */
export interface LevelVoteWords {
  level: Level
  name: string
  /** Null where the report shows nothing of it. */
  inRound: string | null
  inRoom: string
  /** What became of agreement, and whether it is more than noise. */
  change: string
}

/** What the room is shown of a closed vote, beside what the report shows of the round. */
export function levelVoteWords(vote: LevelVote, before: LevelItemResult | null): LevelVoteWords {
  const { level, now, change, coarse } = vote
  return {
    level,
    name: LEVEL_NAMES[level],
    inRound:
      before?.kind === 'measured' ? `${agreementOf(before)}. ${capitalise(spreadOf(before, false))}.` : null,
    inRoom:
      now.kind === 'measured'
        ? `${agreementOf(now)}. ${capitalise(spreadOf(now, coarse))}.`
        : `Fewer than ${numberWord(now.needed)} have voted: not shown.`,
    change: changeWords(change),
  }
}

function agreementOf({ agreement }: LevelItemScore): string {
  if (agreement?.kind !== 'measured') return 'Too few answers to compare'
  return capitalise(`agreement ${agreementWords(agreement)}, ${BAND_SENTENCES[agreement.band]}`)
}

/** Where a few people took part in only one of the two, counts would tell what those few said. */
function spreadOf(score: LevelItemScore, coarse: boolean): string {
  if (!coarse) return spreadWords(score, false)
  const { detail } = score
  if (detail.kind === 'scale') return `mean ${detail.mean}, in half points`
  return 'who was named how often is not shown: not just the same people took part both times'
}

function changeWords(change: AgreementChangeResult): string {
  if (change.kind === 'too-few') return 'No change can be told: too few took part in one of the two.'
  if (change.kind === 'not-comparable') return 'The two are not compared.'
  const figures = `from ${points(change.first)} to ${points(change.second)} of 100`
  const noise = noiseWords(points(change.noise))
  if (change.kind === 'inside-noise')
    return `Agreement went ${figures}: inside the noise (${noise}). It says nothing about a change.`
  const way = change.second > change.first ? 'closer together' : 'further apart'
  return `The answers moved ${way}: agreement ${figures}, more than noise (${noise}).`
}

/** Of very few people even the widest difference may be chance. */
function noiseWords(noise: number): string {
  return noise < 100
    ? `differences up to ${noise} are noise here`
    : 'of so few people any difference may be noise'
}

/** Said beside every result: what a vote in a room is worth. */
export const VOTE_CAVEAT =
  'A vote in the room is not the same as an answer given alone: by now everybody has seen the figures and heard the others. It tells where the team stands at this table, and the next round will tell whether it held.'
