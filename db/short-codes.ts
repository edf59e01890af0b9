import type { Db } from './schema.ts'

/** A place with the version of its link: all that the link is made from. */
export interface LinkedPlace {
  id: string
  linkVersion: number
}

/** The place whose letter bears a code. A place that was taken back has none. */
export async function findPlaceByCode(db: Db, codeHash: string): Promise<LinkedPlace | null> {
  const row = await db
    .selectFrom('participation')
    .select(['id', 'link_version'])
    .where('code_hash', '=', codeHash)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, linkVersion: row.link_version } : null
}

/** Places of open rounds that came from an older version of this server, or from another one. */
export async function listPlacesWithoutCode(db: Db): Promise<LinkedPlace[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .select(['participation.id', 'participation.link_version'])
    .where('participation.code_hash', 'is', null)
    .where('participation.withdrawn_on', 'is', null)
    .where('round.state', '=', 'open')
    .execute()
  return rows.map(({ id, link_version }) => ({ id, linkVersion: link_version }))
}

/** Gives a place the code of its present link, unless the link was replaced in the meantime. */
export async function setCodeHash(db: Db, place: LinkedPlace & { codeHash: string }): Promise<void> {
  await db
    .updateTable('participation')
    .set({ code_hash: place.codeHash })
    .where('id', '=', place.id)
    .where('link_version', '=', place.linkVersion)
    .execute()
}
