import { createHash } from 'node:crypto'
import { inChunks } from './chunks.ts'
import type { Db } from './schema.ts'

/** The encoder and the normaliser that vectors belong to: those of others are never mixed in. */
export interface VectorKind {
  encoder: string
  normaliser: string
}

/** The vectors there are, by text. */
export async function findLineVectors(
  db: Db,
  { encoder, normaliser }: VectorKind,
  texts: readonly string[],
): Promise<Map<string, Float32Array>> {
  const textOf = new Map(texts.map((text) => [hashOf(text), text]))
  const found = new Map<string, Float32Array>()
  for (const hashes of inChunks([...textOf.keys()])) {
    const rows = await db
      .selectFrom('line_vector')
      .select(['text_hash', 'vector'])
      .where('encoder', '=', encoder)
      .where('normaliser', '=', normaliser)
      .where('text_hash', 'in', hashes)
      .execute()
    for (const row of rows) found.set(textOf.get(row.text_hash) as string, vectorOf(row.vector))
  }
  return found
}

/** Keeps vectors; one that is there already is the same. */
export async function insertLineVectors(
  db: Db,
  { encoder, normaliser }: VectorKind,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const rows = [...vectors].map(([text, vector]) => ({
    encoder,
    normaliser,
    text_hash: hashOf(text),
    vector: new Uint8Array(vector.slice().buffer),
  }))
  for (const chunk of inChunks(rows)) {
    await db
      .insertInto('line_vector')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** All of them, since a short text can be guessed from its hash. What is still needed is encoded anew when it is asked for. */
export async function deleteLineVectors(db: Db): Promise<void> {
  await db.deleteFrom('line_vector').execute()
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function vectorOf(blob: Uint8Array): Float32Array {
  return new Float32Array(blob.slice().buffer)
}
