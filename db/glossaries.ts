import type { Db } from './schema.ts'

export interface GlossaryEntry {
  term: string
  meaning: string
}

/** The words of a client, by term. */
export async function listGlossary(db: Db, engagementId: string): Promise<GlossaryEntry[]> {
  return db
    .selectFrom('glossary_entry')
    .select(['term', 'meaning'])
    .where('engagement_id', '=', engagementId)
    .orderBy('term')
    .execute()
}

/** A term that is there already gets the new meaning. */
export async function saveGlossaryEntry(
  db: Db,
  entry: GlossaryEntry & { engagementId: string; coder: string; addedOn: string },
): Promise<void> {
  const { engagementId, term, meaning, coder, addedOn } = entry
  await db
    .insertInto('glossary_entry')
    .values({ engagement_id: engagementId, term, meaning, coder, added_on: addedOn })
    .onConflict((conflict) =>
      conflict.columns(['engagement_id', 'term']).doUpdateSet({ meaning, coder, added_on: addedOn }),
    )
    .execute()
}

export async function deleteGlossaryEntry(
  db: Db,
  { engagementId, term }: { engagementId: string; term: string },
): Promise<void> {
  await db
    .deleteFrom('glossary_entry')
    .where('engagement_id', '=', engagementId)
    .where('term', '=', term)
    .execute()
}
