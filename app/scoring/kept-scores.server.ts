import { createHash } from 'node:crypto'
import type { RoundScores } from './round-scores.ts'
import type { ScoreInput } from './score-input.ts'
import { scoreRound } from './score-round.ts'

/** Rounds whose scores are kept: the ones that somebody is working on. */
const MOST_KEPT = 8
const kept = new Map<string, RoundScores>()

/**
 * The scores of a round, reckoned once for the same answers. Scoring takes about a second and is asked for by every page,
 * picture and table of a report; what it reads decides what comes out, byte for byte, so a digest of it is the key. Kept in
 * memory only.
 */
export function keptScores(input: ScoreInput): RoundScores {
  const key = digestOf(input)
  const scores = kept.get(key) ?? scoreRound(input)
  kept.delete(key)
  kept.set(key, scores)
  const [oldest = ''] = kept.keys()
  if (kept.size > MOST_KEPT) kept.delete(oldest)
  return scores
}

function digestOf({ round: { privacyMode, smallestGroup }, ...input }: ScoreInput): string {
  const read = JSON.stringify({ ...input, privacyMode, smallestGroup })
  return createHash('sha256').update(read).digest('base64')
}
