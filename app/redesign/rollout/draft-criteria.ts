import { LEVEL_NAMES } from '#app/rounds/count-words.ts'
import type { LevelItemScore, RoundScores } from '#app/scoring/round-scores.ts'

/** Items whose figures must have moved before a rollout widens, by the way in which they are compared. */
const MEASURES = [
  { itemId: 'priorities', level: 'senior', by: 'agreement' },
  { itemId: 'leaders-first', level: 'department', by: 'mean' },
  { itemId: 'acts-by-when', level: 'senior', by: 'mean' },
] as const

/**
 * What the next round has to show before the next step, each beside today's figure. A change within the plausible range of
 * today's figure does not count, and the sentence says so.
 *
 * @example draftCriteria(scores) // => 'Agreement on “What are the …” in the senior team above .31 (n 9); …'
 */
export function draftCriteria(scores: RoundScores): string {
  const parts = MEASURES.flatMap(({ itemId, level, by }) => {
    const item = scores.items.find((one) => one.itemId === itemId)
    const score = item?.byLevel[level]
    if (!item || score?.kind !== 'measured') return []
    const today = by === 'mean' ? meanOf(score) : agreementOf(score)
    return today === null
      ? []
      : [
          `${by === 'mean' ? 'the mean of' : 'agreement on'} “${item.wording}” (${LEVEL_NAMES[level].toLowerCase()}) above today’s ${today}`,
        ]
  })
  if (parts.length === 0) return ''
  return `In the next round, beyond what chance explains: ${parts.join('; ')}.`
}

function meanOf({ detail, n }: LevelItemScore): string | null {
  return detail.kind === 'scale' ? `${detail.mean} of 5 (n ${n})` : null
}

function agreementOf({ agreement }: LevelItemScore): string | null {
  if (agreement?.kind !== 'measured') return null
  const { s, n, range90 } = agreement
  const range = range90 ? `, plausible ${range90.map((one) => one.toFixed(2)).join(' to ')}` : ''
  return `${s.toFixed(2)} (n ${n}${range})`
}
