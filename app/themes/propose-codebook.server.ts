import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { findCodebook, insertCodebook } from '#db/codebooks.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import { assembleCodebook } from './assemble-codebook.ts'
import { wordingProposer } from './match-wording.ts'

/** Proposes the themes of a closed round, once: what a person has sorted since is never undone. */
export async function proposeCodebook(db: Kysely<Database>, roundId: string): Promise<void> {
  const instrument = await instrumentOfRound(db, roundId)
  const submissions = await listSubmissions(db, roundId)
  const codebook = await assembleCodebook(instrument, submissions, wordingProposer, randomUUID)
  await inTransaction(db, async (transaction) => {
    const existing = await findCodebook(transaction, roundId)
    if (existing === null) await insertCodebook(transaction, roundId, codebook)
  })
}
