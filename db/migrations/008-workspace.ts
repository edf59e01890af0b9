import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  "alter table consultant add column role text not null default 'owner' check (role in ('owner', 'consultant', 'viewer'))",
  'alter table consultant add column ended_on text',
  'alter table consultant add column invited_by text references consultant (id)',

  'alter table session add column started_on text',
  "alter table session add column browser text not null default ''",
  'alter table session add column awaits_code integer not null default 0 check (awaits_code in (0, 1))',

  // Who was named when the round opened: the promise does not change with the people behind it.
  'alter table round add column promised_by text',

  `create table engagement_member (
    engagement_id text not null references engagement (id),
    consultant_id text not null references consultant (id),
    added_on text not null,
    primary key (engagement_id, consultant_id)
  ) strict, without rowid`,
  'create index engagement_member_consultant on engagement_member (consultant_id)',

  `create table consultant_invitation (
    token_hash text not null primary key,
    email text not null unique collate nocase,
    role text not null check (role in ('owner', 'consultant', 'viewer')),
    invited_by text not null references consultant (id),
    expires_at text not null
  ) strict, without rowid`,

  // The secret is sealed with the server's own key, which is not in this database.
  `create table second_factor (
    consultant_id text not null primary key references consultant (id),
    sealed_secret text not null,
    confirmed integer not null default 0 check (confirmed in (0, 1)),
    last_step integer not null default 0
  ) strict, without rowid`,
  `create table recovery_code (
    consultant_id text not null references consultant (id),
    code_hash text not null,
    primary key (consultant_id, code_hash)
  ) strict, without rowid`,

  // What consultants did, never what leads said or when they did anything.
  `create table audit_event (
    id integer not null primary key,
    at text not null,
    consultant_id text references consultant (id),
    consultant_name text not null,
    engagement_id text,
    words text not null
  ) strict`,
  'create index audit_event_engagement on audit_event (engagement_id)',
]

export const workspace: Migration = {
  version: 8,
  name: 'workspace',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
    await sql`update round set promised_by = (select consultant.name from engagement join consultant on consultant.id = engagement.consultant_id where engagement.id = round.engagement_id) where state <> 'draft'`.execute(
      transaction,
    )
  },
}
