import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** Vectors by what they were made of and by what: the text stands here as its hash only, and nothing tells whose it was. */
export const lineVectors: Migration = {
  version: 3,
  name: 'line-vectors',
  async up(transaction) {
    await sql`create table line_vector (
      encoder text not null,
      normaliser text not null,
      text_hash text not null,
      vector blob not null,
      primary key (encoder, normaliser, text_hash)
    ) strict, without rowid`.execute(transaction)
  },
}
