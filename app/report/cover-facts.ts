import { numberWord } from '#app/diagnosis/people-words.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import type { Round } from '#app/rounds/round.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { ReportInput } from './report-input.ts'

const MODES = {
  open: 'Open: names stand beside answers',
  confidential: 'Confidential: the consultant reads single answers, the report shows groups',
  unlinked: 'Unlinked: nobody can tell whose answers are whose',
} as const

export function coverFacts(input: ReportInput): { label: string; value: string }[] {
  const { engagement, round, instrument, scores } = input
  return [
    { label: 'Client', value: engagement.clientName },
    { label: 'Round', value: round.title },
    { label: 'Questionnaire', value: `${instrument.title}, version ${instrument.version}` },
    { label: 'Answered', value: daysOf(round) },
    ...LEVELS.map((level) => ({ label: LEVEL_NAMES[level], value: responseWords(scores, level) })),
    { label: 'Privacy', value: MODES[scores.privacyMode] },
    { label: 'Prepared by', value: input.consultantName },
    { label: 'Issued on', value: writtenDay(input.issuedOn) },
    { label: 'Document', value: input.documentId },
  ]
}

/** "9 of 11 answered"; below the smallest group not even the count. */
export function responseWords(scores: RoundScores, level: Level): string {
  const { invited, submitted } = scores.response[level]
  if (invited === 0) return 'nobody was invited'
  if (submitted === null)
    return `${invited} invited, fewer than ${numberWord(disclosureOf(scores).needed)} answered`
  return `${submitted} of ${invited} answered`
}

function daysOf({ openedOn, opensOn, closedOn, closesOn }: Round): string {
  const [first, last] = [writtenDay(openedOn ?? opensOn), writtenDay(closedOn ?? closesOn)]
  return first === last ? first : `${first} to ${last}`
}
