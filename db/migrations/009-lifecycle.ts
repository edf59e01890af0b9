import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  'alter table engagement add column archived_on text',

  // Who is no longer asked stays on the list where they were asked once.
  'alter table lead add column left_on text',

  "alter table round add column time_zone text not null default 'UTC'",
  'alter table round add column closes_itself integer not null default 0 check (closes_itself in (0, 1))',

  // A place that was taken back. What was handed in is never taken back.
  'alter table participation add column withdrawn_on text check (withdrawn_on is null or submitted = 0)',
]

export const lifecycle: Migration = {
  version: 9,
  name: 'lifecycle',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
