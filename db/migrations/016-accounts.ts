import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // One link for a new password an account; a new one takes the place of the last.
  `create table password_reset (
    consultant_id text not null primary key references consultant (id) on delete cascade,
    token_hash text not null unique,
    expires_at text not null
  ) strict, without rowid`,

  // Sessions that are under way were begun twelve hours before they end.
  "alter table session add column last_used_at text not null default ''",
  "update session set last_used_at = strftime('%Y-%m-%dT%H:%M:%fZ', expires_at, '-12 hours')",

  // What consultants did is only ever added to.
  `create trigger audit_event_stays before update on audit_event
   begin select raise(abort, 'the log of what was done is not changed'); end`,
  `create trigger audit_event_is_kept before delete on audit_event
   begin select raise(abort, 'nothing is taken out of the log of what was done'); end`,
]

export const accounts: Migration = {
  version: 16,
  name: 'accounts',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
