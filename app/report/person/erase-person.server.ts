import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import type { Lead } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { emptyWriteAheadFile } from '#db/checkpoint.ts'
import { eraseAnswers, findSubmissionId } from '#db/erasure.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeadPlaces } from '#db/lead-places.ts'
import { fillInFoundations } from '#db/report-versions.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { foundationOf } from '../freeze.server.ts'
import { quoteKeyOf } from '../quotes/load-quotes.server.ts'

/**
 * Erases what one lead has said wherever it can be found, whole or not at all. What was handed in to an unlinked round cannot.
 * Gives the titles of the rounds.
 */
export async function erasePerson(db: Kysely<Database>, lead: Lead): Promise<string[]> {
  const titles = await inTransaction(db, async (transaction) => {
    const rounds = await listRounds(transaction, lead.engagementId)
    const erased: string[] = []
    for (const place of await listLeadPlaces(transaction, lead.id)) {
      const round = rounds.find(({ id }) => id === place.roundId)
      if (!round || round.answersDeletedOn) continue
      if (await eraseFromRound(transaction, round, place)) erased.push(round.title)
    }
    return erased
  })
  await emptyWriteAheadFile(db)
  return titles
}

async function eraseFromRound(
  db: Db,
  round: Round,
  { participationId, started }: { participationId: string; started: boolean },
): Promise<boolean> {
  const submissionId = await findSubmissionId(db, participationId)
  if (submissionId === null && !started) return false
  if (submissionId !== null) await rememberFoundations(db, round)
  const items = itemsOf(await instrumentOfRound(db, round.id))
  const quoteKeys = submissionId === null ? [] : items.map(({ id }) => quoteKeyOf(round.id, id, submissionId))
  await eraseAnswers(db, { roundId: round.id, participationId, submissionId, quoteKeys })
  return true
}

/** Versions that do not say what they rest on were published when no answer could change any more: on what is there now. */
async function rememberFoundations(db: Db, round: Round): Promise<void> {
  const instrument = await instrumentOfRound(db, round.id)
  const restsOn = foundationOf({ instrument, submissions: await listSubmissions(db, round.id) })
  await fillInFoundations(db, { roundId: round.id, restsOn })
}
