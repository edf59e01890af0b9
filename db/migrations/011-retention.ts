import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // The day on which the answers of a round are deleted, and the day on which they were.
  'alter table round add column keep_until text',
  'alter table round add column answers_deleted_on text',

  // What a published report rests on: a JSON array of hashes that lead to nobody once the answers are gone.
  'alter table report_version add column rests_on text check (json_valid(rests_on))',

  // Nobody was promised a day before. A round that ended long ago gets three months, so that nothing goes unannounced.
  `update round set keep_until = max(date(coalesce(closed_on, closes_on), '+12 months'), date('now', '+3 months'))
    where state <> 'draft'`,
]

export const retention: Migration = {
  version: 11,
  name: 'retention',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
