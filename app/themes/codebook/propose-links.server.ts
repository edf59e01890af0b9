import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { findItemCodings } from '../find-coding.server.ts'
import { findLinks } from '../links/find-links.server.ts'
import { saveProposedLinks } from './link-themes.server.ts'

/** Looks for priorities that others would stop, or that wait for a dependency, and keeps them for a person to decide on. */
export async function proposeThemeLinks(db: Kysely<Database>, roundId: string): Promise<void> {
  await saveProposedLinks(db, roundId, await findLinks(db, roundId, await findItemCodings(db, roundId)))
}
