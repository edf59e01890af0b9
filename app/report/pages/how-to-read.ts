import { capitalise, numberWord, tallyOf, tallyWords } from '#app/diagnosis/people-words.ts'
import { LEVELS } from '#app/questionnaire/instrument.ts'
import { counted, LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { disclosureOf } from '#app/scoring/disclosure.ts'
import inWords from '#app/scoring/in-words.json' with { type: 'json' }
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { heading, list, paragraph, plain, said, table } from '../blocks.ts'
import { responseWords } from '../cover-facts.ts'
import type { Block, ReportPage, Sentence } from '../document.ts'
import { smallestDifference } from '../noise.ts'
import type { PageLeftOut, ReportInput } from '../report-input.ts'

/** Page 4: what the words and figures mean, who answered, and what is not shown. */
export function howToReadPage(input: ReportInput, leftOut: readonly PageLeftOut[]): ReportPage {
  const { scores } = input
  return {
    id: 'how-to-read',
    title: titleOf(scores),
    blocks: [
      paragraph(...responseSentences(scores), ...noiseSentences(scores)),
      table('What each measure says', ['Measure', 'What it says'], inWords.measures),
      table('Signs in the pictures', ['Sign', 'What it stands for'], SIGNS),
      table('How sure a finding is', ['Word', 'What it needs'], CERTAINTIES),
      paragraph(plain(CAUTION)),
      heading('What is not told'),
      paragraph(plain(PROMISE), ...codingSentences(scores), plain(MISSING)),
      ...leftOutBlocks(leftOut),
    ],
  }
}

const SIGNS = [
  ['Filled mark or bar', 'The senior team.'],
  ['Ring or outlined bar', 'The department leads.'],
  ['Grey bar through a mark', 'The plausible range: the figure could lie anywhere on it.'],
  ['Dotted tick', 'The chance line: random answers seldom get past it.'],
  ['n', 'The people whose answers are in the figure.'],
  ['Small number after a sentence', 'Its reason: the rule and the figures that it rests on.'],
]

const CERTAINTIES = [
  [
    'Clear',
    'The wider plausible range (95 of 100 redraws) keeps to one side of the line that the finding is held against.',
  ],
  ['Likely', 'The plausible range (90 of 100) does, or the finding is a plain count of what was named.'],
  ['Indicative', 'The figure alone is past the line: treat it as a question for the next conversation.'],
]

const CAUTION =
  'A verdict is clear only if a second finding, from another item, says the same. If a level’s answers as a whole cannot be told from random ones, nothing that rests on them is more than indicative.'

const PROMISE = 'What people were promised stands on the cover; every page keeps to it.'
const MISSING =
  'Nothing is filled in for people who did not answer or left an item blank; where much is missing, that is told as a finding.'

function titleOf(scores: RoundScores): string {
  const people = answeredWords(scores)
  const noise = smallestDifference(scores)
  if (noise === null) return `${people}: too few for most figures`
  return `${people}: differences under ${counted(noise, 'point')} are noise`
}

function answeredWords(scores: RoundScores): string {
  const submitted = LEVELS.map((level) => scores.response[level].submitted)
  const known = submitted.filter((count) => count !== null).reduce((sum, count) => sum + count, 0)
  const all = submitted.every((count) => count !== null)
  if (!all && known === 0)
    return `Fewer than ${numberWord(disclosureOf(scores).needed)} people of each level answered`
  return `${capitalise(numberWord(known))} ${known === 1 ? 'person' : 'people'} ${all ? 'answered' : 'or more answered'}`
}

/** "Of the senior team 9 of 9 answered." */
function responseSentences(scores: RoundScores): Sentence[] {
  return LEVELS.map((level) => plain(`${LEVEL_NAMES[level]}: ${responseWords(scores, level)}.`))
}

function noiseSentences(scores: RoundScores): Sentence[] {
  const noise = smallestDifference(scores)
  if (noise === null) return []
  const text = `Between two groups of this size, or two rounds with them, the agreement on a construct must differ by about ${counted(noise, 'point')} of 100 before the difference is more than noise.`
  return [
    said(
      text,
      'smallest difference',
      `2.77 standard deviations, from the middle width of the plausible ranges; ${scores.redraws} redraws, seed ${scores.seed}`,
    ),
  ]
}

function codingSentences({ privacyMode }: RoundScores) {
  if (privacyMode === 'open') return []
  const end = tallyWords(tallyOf({ kind: 'at-most-one', of: 9 }))
  return [
    plain(
      `So that nobody stands alone, counts at either end are told together: “${end}”, “all or all but one of nine”. What one person alone named is counted and not listed.`,
    ),
  ]
}

function leftOutBlocks(leftOut: readonly PageLeftOut[]): Block[] {
  if (leftOut.length === 0) return []
  return [
    heading('What this report does not show, and why'),
    ...list(leftOut.map(({ what, why }) => said(`${what}: not shown; ${why}.`, 'disclosure', why))),
  ]
}
