import type { Kysely } from 'kysely'
import { findLineVectors, insertLineVectors, type VectorKind } from '#db/line-vectors.ts'
import type { Database } from '#db/schema.ts'
import type { VectorStore } from './remembering-encoder.ts'

/** Vectors in the database, kept apart by encoder and normaliser. */
export function storedVectors(db: Kysely<Database>, kind: VectorKind): VectorStore {
  return {
    find: (texts) => findLineVectors(db, kind, texts),
    keep: (vectors) => insertLineVectors(db, kind, vectors),
  }
}
