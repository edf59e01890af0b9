import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { seal } from '#app/session/seal.server.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import { deleteSealedKey, saveSealedKey } from '#db/sealed-keys.ts'
import { readPriorities, writeLetter } from './letter.ts'

interface Sealing {
  roundId: string
  text: string
  secret: string
  by: string
  at: string
}

export type KeySealed = { ok: true; digest: string } | { ok: false; error: string }

/** Puts the official priorities away until the round is closed. From here on nobody can read them, in the database either. */
export async function sealKey(
  db: Kysely<Database>,
  { roundId, text, secret, by, at }: Sealing,
): Promise<KeySealed> {
  const read = readPriorities(text)
  if (!read.ok) return read
  const letter = writeLetter({ priorities: read.priorities, random: randomBytes(16).toString('hex') })
  const digest = digestOf(letter)
  const key = { sealed: seal(secret, ownerOf(roundId), letter), digest, sealedAt: at, sealedBy: by }
  const saved = await inTransaction(db, (transaction) => saveSealedKey(transaction, roundId, key))
  return saved ? { ok: true, digest } : { ok: false, error: TOO_LATE }
}

/** Takes a sealed key back, unread. */
export async function withdrawKey(
  db: Kysely<Database>,
  roundId: string,
): Promise<{ ok: boolean; error: string }> {
  const ok = await inTransaction(db, (transaction) => deleteSealedKey(transaction, roundId))
  return { ok, error: ok ? '' : TOO_LATE }
}

export function digestOf(letter: string): string {
  return createHash('sha256').update(letter).digest('hex')
}

/** What the seal is bound to: it opens for no other round. */
export function ownerOf(roundId: string): string {
  return `sealed key of round ${roundId}`
}

const TOO_LATE = 'The round has been opened: the key can no longer be changed.'
