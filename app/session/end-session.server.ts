import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { deleteSession } from '#db/sessions.ts'

/** After this the cookie opens nothing, wherever a copy of it may lie. */
export function endSession(db: Kysely<Database>, sessionHash: string): Promise<void> {
  return deleteSession(db, sessionHash)
}
