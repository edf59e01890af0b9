import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  'alter table report_share add column passphrase_hash text',
  'alter table report_share add column guess_first integer not null default 0 check (guess_first in (0, 1))',
  // What the reader expected, by construct and level, as JSON; an empty object where they opened without a guess.
  'alter table report_share add column guess text check (json_valid(guess))',
]

export const sharing: Migration = {
  version: 5,
  name: 'sharing',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
