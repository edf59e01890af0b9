import { hashCode, shortCode } from '#app/http/tokens.server.ts'
import type { Db } from '#db/schema.ts'
import { listPlacesWithoutCode, setCodeHash } from '#db/short-codes.ts'

/** Gives the places of open rounds that have no code for their letter one. Run at the start. */
export async function makeMissingCodes(db: Db, secret: string): Promise<void> {
  for (const place of await listPlacesWithoutCode(db))
    await setCodeHash(db, {
      ...place,
      codeHash: hashCode(secret, shortCode(secret, place.id, place.linkVersion)),
    })
}
