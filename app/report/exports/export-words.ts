import type { PrivacyMode } from '#app/rounds/round.ts'

/** What an export holds, and what the promise keeps out of it. */
export interface ExportWords {
  holds: string
  heldBack: string
}

const COUNTS_CODED =
  'Counts of people are coded at their ends and groups that are too small are named as such, as in the report; nobody’s own answer is in it.'

const AGGREGATES_HOLD =
  'Every figure behind the report, with its people, range and chance line, and every rule with the figures that decided it.'

export const AGGREGATE_WORDS: Record<PrivacyMode, ExportWords> = {
  open: {
    holds: AGGREGATES_HOLD,
    heldBack:
      'Nothing: in this round names stand beside answers, and those who named a theme are listed with it.',
  },
  confidential: { holds: AGGREGATES_HOLD, heldBack: COUNTS_CODED },
  unlinked: { holds: AGGREGATES_HOLD, heldBack: COUNTS_CODED },
}

export const ANSWER_WORDS: Record<PrivacyMode, ExportWords> = {
  open: {
    holds:
      'Every answer of everybody who handed in, with the name of each lead who agreed to be named. Answered, can’t say, not applicable and left empty are told apart.',
    heldBack: 'The e-mail addresses, and the name of anybody who did not agree.',
  },
  confidential: {
    holds:
      'Every answer of everybody who handed in, under a code in place of the name. Answered, can’t say, not applicable and left empty are told apart.',
    heldBack:
      'Names, roles and departments: the leads were promised that you can read their answers and nobody else can, and a file travels further than its reader. The answers themselves may still tell who gave them, so the file is for you alone.',
  },
  unlinked: {
    holds: 'Nothing: there is no such file for this round.',
    heldBack:
      'All single answers. The leads were promised that nobody can tell whose answers are whose, and the ratings of one person in a row could be known by what they say.',
  },
}

export const LINE_WORDS: Record<PrivacyMode, ExportWords> = {
  open: {
    holds: 'What was written, sorted into themes.',
    heldBack: 'Who wrote it: that is in the file of answers.',
  },
  confidential: {
    holds: 'What was written, sorted into themes.',
    heldBack:
      'Who wrote it, their level, and the place in their list; the rows stand in the order of the alphabet.',
  },
  unlinked: {
    holds: 'What was written in the lists, sorted into themes, as you see it when you sort it.',
    heldBack:
      'Who wrote it, their level, and the place in their list; the rows stand in the order of the alphabet. Other free text stays out altogether.',
  },
}

/** Whether the promise allows a file with a person’s answers in a row. */
export function mayExportAnswers(mode: PrivacyMode): boolean {
  return mode !== 'unlinked'
}
