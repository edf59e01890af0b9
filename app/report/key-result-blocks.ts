import { type OwnershipRow, ownershipStrip } from '#app/charts/ownership-strip.ts'
import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { counted, LEVEL_NAMES } from '#app/rounds/count-words.ts'
import { countInWords, likelyCount } from '#app/scoring/people-count.ts'
import type { KeyResultCounts, RoundScores } from '#app/scoring/round-scores.ts'
import { figure, paragraph, said } from './blocks.ts'
import type { Block } from './document.ts'

const KINDS = ['outcome', 'output', 'activity'] as const
const PARTS = {
  outcome: 'outcomes, a change that others notice',
  output: 'outputs, a thing handed over',
  activity: 'activities, work that is done',
} as const

/** The key results as they are written down today, read one by one; nothing where none may be told of. */
export function keyResultBlocks(scores: RoundScores): Block[] {
  const { keyResults } = scores
  if (!keyResults) return []
  const levels = LEVELS.flatMap((level) => {
    const counts = keyResults[level]
    return counts.kind === 'measured' && counts.lines > 0 ? [{ level, counts }] : []
  })
  if (levels.length === 0) return []
  const rows = levels.map(({ level, counts }) => rowOf(level, counts))
  return [
    figure(
      (width) => ownershipStrip(rows, width, 'Key results, line by line: work, things or results'),
      'Read by the verb, the change, its start and end, and the date.',
    ),
    paragraph(
      said(
        WHY_OUTCOMES,
        'key-result check',
        `each line is read by its verb and by whether it names a change, where it starts, where it should end and by when; outcomes: ${levels.map(outcomeWords).join(', ')}`,
      ),
    ),
  ]
}

const WHY_OUTCOMES =
  'A key result that describes work is met when the work is done, whether or not anything has changed for a customer.'

function rowOf(level: Level, counts: KeyResultCounts): OwnershipRow {
  const parts = KINDS.map((kind) => ({
    label: PARTS[kind],
    count: likelyCount(counts[kind]),
    shown: countInWords(counts[kind]),
  }))
  return {
    label: LEVEL_NAMES[level],
    state: counted(counts.lines, 'key result'),
    parts,
    n: counts.n,
  }
}

function outcomeWords({ level, counts }: { level: Level; counts: KeyResultCounts }): string {
  return `${countInWords(counts.outcome)} of ${LEVEL_NAMES[level].toLowerCase()}`
}
