import { randomUUID } from 'node:crypto'
import { insertRound, updateDraftRound } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'
import type { Round } from './round.ts'
import type { RoundSettings } from './round-settings.ts'

/** Plans a round. It stays a draft, with nobody invited, until it is opened. */
export async function createRound(db: Db, engagementId: string, settings: RoundSettings): Promise<Round> {
  const round: Round = {
    ...settings,
    id: randomUUID(),
    engagementId,
    instrument: null,
    state: 'draft',
    openedOn: null,
    closedOn: null,
  }
  await insertRound(db, round)
  return round
}

/** False where the round is no longer a draft: what leads were promised is not changed behind their backs. */
export function editRound(db: Db, round: Round, settings: RoundSettings): Promise<boolean> {
  return updateDraftRound(db, { ...round, ...settings })
}
