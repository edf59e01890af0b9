import { type BelievedGroup, believedAndShown } from '#app/charts/believed-and-shown.ts'
import { GROUP_WORDS } from '#app/diagnosis/figure.ts'
import { capitalise, numberWord } from '#app/diagnosis/people-words.ts'
import { shareRange } from '#app/diagnosis/share-range.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { Illusion, RoundScores } from '#app/scoring/round-scores.ts'
import { blankWords } from '../blank-words.ts'
import { figure, paragraph, plain, said } from '../blocks.ts'
import type { Sentence } from '../document.ts'
import { quotedFigure } from '../quoted-figure.ts'
import type { PageResult, ReportInput } from '../report-input.ts'
import { NOT_ASKED, shownScore, tooFewWords } from '../shown.ts'

/** What people are asked to guess of ten colleagues: as a title has it, as a sentence has it, and the short name. */
const SUBJECTS: Record<string, { label: string; share: string; same: string }> = {
  'estimate-first': {
    label: 'The priority that comes first',
    share: 'share the first priority',
    same: 'put the same priority first',
  },
  'estimate-owner': {
    label: 'The owner of the customer outcome',
    share: 'name the same owner of the customer outcome',
    same: 'name the same owner of the customer outcome',
  },
}

/** Belief and answers this near to each other, out of ten, are called the same. */
const SAME = 1

interface Told extends Illusion {
  level: Level
}

/** Page 3: what each level believes of its agreement, beside what its answers show. */
export function illusionPage({ scores }: Pick<ReportInput, 'scores'>): PageResult {
  const what = 'Agreement as it is believed and as it shows'
  const asked = LEVELS.flatMap((level) => scores.illusion[level])
  if (asked.length === 0) return { what, why: NOT_ASKED }
  const told = LEVELS.flatMap((level) => measured(scores, level))
  const widest = mostTelling(told)
  if (!widest) return { what, why: tooFewWords(scores, 'people of a level') }
  return {
    id: 'perceived-and-shown',
    title: titleOf(widest),
    blocks: [
      figure(
        (width) =>
          believedAndShown(groupsOf(told), width, 'Of ten colleagues: believed to agree, and shown to agree'),
        'Believed: how many of ten colleagues at their level people expect to answer as they do, on average. Shown: how many of ten give the commonest answer.',
      ),
      paragraph(
        sentenceOf(widest, told),
        ...meaningSentences(gapOf(widest)),
        ...blankSentences(scores, told),
        ...quotedFigure('illusion'),
      ),
    ],
  }
}

/** What a gap that is wider than noise usually means. */
function meaningSentences(gap: number): Sentence[] {
  if (gap >= SAME) return [plain(TOO_SURE)]
  return gap <= -SAME ? [plain(TOO_UNSURE)] : []
}

const TOO_SURE =
  'Where people believe in more agreement than there is, nobody raises the matter. Put the answers side by side before you discuss them.'
const TOO_UNSURE = 'People agree more than they believe. Tell them so: much that is argued again is settled.'

function measured(scores: RoundScores, level: Level): Told[] {
  return scores.illusion[level].flatMap((one) =>
    one.kind === 'measured' && one.itemId in SUBJECTS ? [{ ...one, level }] : [],
  )
}

function gapOf({ perceived, shown }: Illusion): number {
  return perceived - shown
}

/** The belief that lies farthest above the answers; where none lies above them, the one that is farthest off. */
function mostTelling(told: readonly Told[]): Told | undefined {
  const above = told.filter((one) => gapOf(one) >= SAME)
  const from = above.length > 0 ? above : told
  return from.toSorted((one, other) => Math.abs(gapOf(other)) - Math.abs(gapOf(one)))[0]
}

function titleOf(told: Told): string {
  const { share } = subjectOf(told)
  const who = told.level === 'senior' ? 'The senior team believes' : 'Department leads believe'
  const [perceived, shown] = [tenWords(told.perceived), tenWords(told.shown)]
  return `${who} ${perceived} ${share}; ${perceived === shown ? 'so it is' : `${shown} do`}`
}

function groupsOf(told: readonly Told[]): BelievedGroup[] {
  return Object.entries(SUBJECTS).map(([itemId, { label }]) => ({
    label,
    rows: told
      .filter((one) => one.itemId === itemId)
      .map(({ level, perceived, shown, n }) => ({ level, believed: perceived, shown, n })),
  }))
}

/** The widest of them in words; the figures of all are its reason. */
function sentenceOf(widest: Told, told: readonly Told[]): Sentence {
  const { same } = subjectOf(widest)
  const { perceived, shown, level } = widest
  const text = `${capitalise(GROUP_WORDS[level])} expect ${perceived.toFixed(1)} of ten colleagues at their level to ${same} as they do; the commonest answer is given by ${shown.toFixed(1)} of ten${gapWords(widest)}.`
  return said(
    text,
    'perceived and shown',
    `${told.map(figuresOf).join('; ')}; called the same within ${SAME}`,
  )
}

/** "senior leaders, estimate-first: n 9, believed 7.3, shown 5.6 (3.1 to 7.9)". */
function figuresOf({ n, perceived, shown, level, itemId }: Told): string {
  const [low, high] = shareRange((shown / 10) * n, n, 90)
  return `${GROUP_WORDS[level]}, ${itemId}: n ${n}, believed ${perceived.toFixed(1)}, shown ${shown.toFixed(1)} (${(10 * low).toFixed(1)} to ${(10 * high).toFixed(1)})`
}

function gapWords(told: Told): string {
  const gap = gapOf(told)
  if (Math.abs(gap) < SAME) return ', about the same'
  return `, ${Math.abs(gap).toFixed(1)} ${gap > 0 ? 'fewer' : 'more'} than they think`
}

/** Who could not or would not guess: missing is a finding. */
function blankSentences(scores: RoundScores, told: readonly Told[]): Sentence[] {
  return told.flatMap(({ itemId, level }) => {
    const score = shownScore(scores, itemId, level)
    const words = score && blankWords(score, level)
    return words
      ? [
          said(
            `Of ${subjectOf({ itemId }).label.toLowerCase()} ${words} gave no guess.`,
            'blank answers',
            words,
          ),
        ]
      : []
  })
}

function subjectOf({ itemId }: Pick<Illusion, 'itemId'>) {
  const subject = SUBJECTS[itemId]
  if (!subject) throw new Error(`no words for the estimate ${itemId}`)
  return subject
}

/** "six in ten"; what is nearly ten of ten may be coded at its end, and is not called all. */
function tenWords(outOfTen: number): string {
  const whole = Math.round(outOfTen)
  if (whole === 0) return 'none'
  if (whole < 10) return `${numberWord(whole)} in ten`
  return outOfTen === 10 ? 'all' : 'nearly all'
}
