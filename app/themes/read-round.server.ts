import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { log } from '#app/http/log.server.ts'
import type { Database } from '#db/schema.ts'
import { breathe } from './breathe.server.ts'
import { wordComparer } from './grouping/comparer.ts'
import { groupingProposer } from './grouping/group-lines.ts'
import { improveProposals, proposeCodebook } from './propose-codebook.server.ts'
import { type ProposerConfig, proposerFor, settingsForRound } from './proposer.server.ts'
import { englishDictionary } from './reading/english.server.ts'

const PATIENCE_MS = 8_000

/** Rounds whose lines are being compared at this moment. */
const reading = new Set<string>()

/**
 * Proposes the themes of a round that has just closed: by words at once, so that there is always something to begin with,
 * then by meaning. For that nobody waits longer than a moment; what comes later is laid over items that are still untouched.
 */
export async function readRound(
  db: Kysely<Database>,
  roundId: string,
  config: ProposerConfig,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  await proposeCodebook(db, roundId, groupingProposer(wordComparer(), englishDictionary(), breathe))
  reading.add(roundId)
  const settings = await settingsForRound(db, roundId, config)
  const better = improveProposals(db, roundId, proposerFor(db, settings))
    .catch((error: unknown) =>
      log.warn({ error: (error as Error).message }, 'lines were not compared by meaning'),
    )
    .finally(() => reading.delete(roundId))
  await Promise.race([better, setTimeout(patienceMs, null, { ref: false })])
}

export function isStillReading(roundId: string): boolean {
  return reading.has(roundId)
}
