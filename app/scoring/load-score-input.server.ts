import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { findGroupings } from '#app/themes/find-groupings.server.ts'
import { findCodebook } from '#db/codebooks.ts'
import { listParticipations } from '#db/participations.ts'
import type { Db } from '#db/schema.ts'
import { findSealedKey } from '#db/sealed-keys.ts'
import { listSubmissions } from '#db/submissions.ts'
import { listThemeLinks } from '#db/theme-links.ts'
import type { ScoreInput } from './score-input.ts'

/** Everything that is scored of a round. Whoever asks gets the same, so that the scores are reckoned once. */
export async function loadScoreInput(db: Db, round: Round, engagement: Engagement): Promise<ScoreInput> {
  const instrument = await instrumentOfRound(db, round.id)
  const participations = await listParticipations(db, round.id)
  const submissions = await listSubmissions(db, round.id)
  const codebook = (await findCodebook(db, round.id)) ?? { themes: [], lines: [] }
  const matches = (await findSealedKey(db, round.id))?.matches
  return {
    instrument,
    round,
    leads: participations.map(({ lead }) => lead),
    roles: engagement.roles,
    departments: engagement.departments,
    submissions,
    codebook,
    ...(matches && { officialPriorities: matches }),
    groupings: await findGroupings(db, round.id),
    links: (await listThemeLinks(db, round.id)).filter(({ state }) => state === 'confirmed'),
  }
}
