import { type Limit, networkOf } from '#app/http/limit.server.ts'
import { hashCode, linkToken } from '#app/http/tokens.server.ts'
import { readShortCode } from '#app/rounds/short-code.ts'
import type { Db } from '#db/schema.ts'
import { findPlaceByCode } from '#db/short-codes.ts'

export type EnteredByCode = { kind: 'go'; to: string } | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/**
 * The landing page that the code of a letter leads to. Whatever was typed is looked up by its hash in the same way, so that
 * neither the words nor the time of an answer tell how near it was. Only codes that lead nowhere are counted for an address:
 * an office shares one, and among 2^50 codes a thousand guesses a second meet one of a hundred places in centuries.
 */
export async function enterByCode(
  db: Db,
  unknownLink: Limit,
  { typed, address, secret }: { typed: string; address: string; secret: string },
): Promise<EnteredByCode> {
  const place = await findPlaceByCode(db, hashCode(secret, readShortCode(typed)))
  if (!place) {
    const seconds = unknownLink.claim(networkOf(address))
    return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'wrong' }
  }
  return { kind: 'go', to: `/p/${linkToken(secret, 'p', place.id, place.linkVersion)}` }
}
