import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { commitmentsOf, groupCommitments, keptShare } from '#app/redesign/commitments/commitments.ts'
import { keptWords } from '#app/redesign/commitments/kept-words.ts'
import { LEVEL_NAMES, listed } from '#app/rounds/count-words.ts'
import { writtenDay } from '#app/rounds/day.ts'
import { heading, note, paragraph, plain, said, table } from '../blocks.ts'
import type { Block, Sentence } from '../document.ts'
import type { ReportInput } from '../report-input.ts'
import { shownScore } from '../shown.ts'

const COMMITMENT = /^commitment-\d+$/
/** A commitment stands in quotation marks in the wording of its item, in whatever language. */
const QUOTED = /[“„](.+)[”“]/su

/** How far the commitments are: what the plan says of those that were due, and how far leads see the ones that they were asked about. */
export function commitmentsSoFarBlocks(input: ReportInput): Block[] {
  const sentences = planSentences(input)
  const asked = askedBlocks(input)
  if (sentences.length === 0 && asked.length === 0) return []
  return [heading('The commitments'), ...(sentences.length > 0 ? [paragraph(...sentences)] : []), ...asked]
}

function planSentences({ plan, issuedOn }: ReportInput): Sentence[] {
  const commitments = plan ? commitmentsOf(plan) : []
  if (commitments.length === 0) return []
  const share = keptShare(commitments, issuedOn)
  const { late } = groupCommitments(commitments, issuedOn)
  const lateWords = late.map(({ words, due }) => `“${words}” (${writtenDay(due)})`)
  return [
    said(
      `By the plan: ${keptWords(share).replace(/^[NT]/, (letter) => letter.toLowerCase())}`,
      'commitments kept',
      `${share ? `${share.kept} of ${share.due} due by ${writtenDay(issuedOn)}` : 'none was due'}; ${commitments.length} in the plan`,
    ),
    ...(late.length > 0 ? [plain(`Past the day and open: ${listed(lateWords)}.`)] : []),
  ]
}

function askedBlocks({ instrument, scores }: ReportInput): Block[] {
  const items = itemsOf(instrument).filter(({ id }) => COMMITMENT.test(id))
  const cell = (itemId: string, level: Level) => {
    const score = shownScore(scores, itemId, level)
    return score?.detail.kind === 'scale' ? `${score.detail.mean} (n ${score.n})` : null
  }
  const rows = items.map(({ id, wording }) => ({
    words: QUOTED.exec(wording)?.[1] ?? wording,
    cells: LEVELS.map((level) => cell(id, level)),
  }))
  const told = rows.filter(({ cells }) => cells.some((one) => one !== null))
  const [first] = items
  if (told.length === 0 || first?.kind !== 'scale') return []
  return [
    table(
      'How far leads see what was open when they were asked',
      ['Commitment', ...LEVELS.map((level) => `>${LEVEL_NAMES[level]}`)],
      told.map(({ words, cells }) => [words, ...cells.map((one) => one ?? 'cannot say')]),
    ),
    note(
      `Mean of 1 to 5; ${first.labels.map((label, at) => `${at + 1}: ${label.toLowerCase()}`).join('; ')}.`,
    ),
  ]
}
