import type { Level } from '#app/questionnaire/instrument.ts'
import { stepped } from './agreement-change.ts'
import type { StrengthChangeResult } from './round-changes.ts'
import type { RoundScores } from './round-scores.ts'
import type { Steps } from './turnover.ts'

/** From this many items a mean over them is told as finely as usual. */
const FEWEST_ITEMS = 4

type Scores = readonly [first: RoundScores, second: RoundScores]

/** How the strength of an item changed, out of what the two rounds show; null for items that have none. */
export function itemStrengthChange(
  itemId: string,
  level: Level,
  scores: Scores,
  { strengthOfItem }: Steps,
): StrengthChangeResult | null {
  const strengths = scores.map((round) => strengthOf(round, itemId, level))
  const missing = strengths.find((strength) => strength !== null && typeof strength !== 'number')
  if (missing) return missing
  const [first, second] = strengths as (number | null)[]
  if (first == null || second == null) return null
  return changeOf(first, second, strengthOfItem)
}

/** How the strength of a construct changed: the mean of its items' strengths as shown, over the items that both rounds have. */
export function constructStrengthChange(
  itemIds: readonly string[],
  level: Level,
  scores: Scores,
  steps: Steps,
): StrengthChangeResult {
  const strengths = itemIds
    .map((itemId) => scores.map((round) => strengthOf(round, itemId, level)))
    .filter((both): both is [number, number] => both.every((strength) => typeof strength === 'number'))
  if (strengths.length === 0) return { kind: 'too-few', n: null, needed: scores[1].smallestGroup }
  const mean = (round: 0 | 1) => strengths.reduce((sum, both) => sum + both[round], 0) / strengths.length
  const step = strengths.length >= FEWEST_ITEMS ? steps.strengthOfConstruct : steps.strengthOfItem
  return changeOf(mean(0), mean(1), step)
}

function changeOf(before: number, after: number, step: number | null): StrengthChangeResult {
  const first = stepped(before, step)
  const second = stepped(after, step)
  return { kind: 'measured', first, second, change: stepped(second - first, step), step }
}

function strengthOf(scores: RoundScores, itemId: string, level: Level) {
  const score = scores.items.find((item) => item.itemId === itemId)?.byLevel[level] ?? null
  if (score?.kind !== 'measured') return score
  return score.strength?.kind === 'measured' ? score.strength.value : score.strength
}
