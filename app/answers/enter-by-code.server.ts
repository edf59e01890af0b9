import { hashCode, linkToken } from '#app/http/tokens.server.ts'
import { readShortCode } from '#app/rounds/short-code.ts'
import type { Db } from '#db/schema.ts'
import { findPlaceByCode } from '#db/short-codes.ts'
import type { ShortCodeLimits } from './short-code-limits.server.ts'

export type EnteredByCode = { kind: 'go'; to: string } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/**
 * The landing page that the code of a letter leads to. Whatever was typed is looked up by its hash in the same way, so that
 * neither the words nor the time of an answer tell how near it was.
 */
export async function enterByCode(
  db: Db,
  limits: ShortCodeLimits,
  { typed, address, secret }: { typed: string; address: string; secret: string },
): Promise<EnteredByCode> {
  const seconds = await limits.claim(address)
  if (seconds > 0) return { kind: 'wait', seconds }
  const place = await findPlaceByCode(db, hashCode(secret, readShortCode(typed)))
  if (!place) return { kind: 'wrong' }
  await limits.forgive(address)
  return { kind: 'go', to: `/p/${linkToken(secret, 'p', place.id, place.linkVersion)}` }
}
