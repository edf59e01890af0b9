import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // What is printed on a letter beside the link; a keyed hash, since ten characters could be tried out.
  'alter table participation add column code_hash text',
  'create unique index participation_code on participation (code_hash) where code_hash is not null',

  // Whether a browser may show what was answered in another one. Those that could until now still can.
  'alter table lead_session add column reads_all integer not null default 0 check (reads_all in (0, 1))',
  'update lead_session set reads_all = 1',

  // The session that saved an answer last.
  'alter table draft add column written_by text',

  // The code that was mailed to a lead for one browser. It goes with the session.
  `create table resume_code (
    session_hash text not null primary key references lead_session (token_hash) on delete cascade,
    code_hash text not null,
    expires_at text not null,
    tries_left integer not null check (tries_left >= 0),
    delivery text not null check (delivery in ('under-way', 'sent', 'failed'))
  ) strict, without rowid`,
]

export const codes: Migration = {
  version: 12,
  name: 'codes',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
