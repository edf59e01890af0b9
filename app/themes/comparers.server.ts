import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { rememberingEncoder } from './encoding/remembering-encoder.ts'
import { sharedEncoder } from './encoding/shared-encoder.server.ts'
import { storedVectors } from './encoding/stored-vectors.server.ts'
import { type Comparer, meaningComparer, wordComparer } from './grouping/comparer.ts'
import type { TextEncoder } from './proposal.ts'
import { NORMALISER } from './reading/read-lines.ts'

/** An encoder that keeps its vectors in the database. */
export function keepingEncoder(db: Kysely<Database>, encoder: TextEncoder = sharedEncoder()): TextEncoder {
  return rememberingEncoder(encoder, storedVectors(db, { encoder: encoder.id, normaliser: NORMALISER }))
}

/** The ways to compare lines on this server, the better first; the last one always works. */
export function localComparers(db: Kysely<Database>, encoder?: TextEncoder): [Comparer, Comparer] {
  return [meaningComparer(keepingEncoder(db, encoder)), wordComparer()]
}
