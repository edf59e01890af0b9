import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // What a team decides after the report, one row a thing: a priority, a decision right, a meeting, a key result.
  `create table plan_entry (
    id text not null primary key,
    engagement_id text not null references engagement (id) on delete cascade,
    kind text not null,
    position integer not null,
    content text not null check (json_valid(content)),
    revision integer not null check (revision >= 1),
    changed_on text not null,
    changed_by text not null
  ) strict, without rowid`,
  'create index plan_entry_engagement on plan_entry (engagement_id, kind, position)',

  // Everything that ever stood in the plan, so that nothing is lost by a change.
  `create table plan_change (
    number integer not null primary key autoincrement,
    engagement_id text not null references engagement (id) on delete cascade,
    entry_id text not null,
    kind text not null,
    act text not null check (act in ('added', 'changed', 'removed')),
    before text check (json_valid(before)),
    after text check (json_valid(after)),
    changed_on text not null,
    changed_by text not null
  ) strict`,
  'create index plan_change_engagement on plan_change (engagement_id, number)',

  // A sponsor's link to the progress of the plan, and who came in by it.
  `create table progress_share (
    id text not null primary key,
    engagement_id text not null references engagement (id) on delete cascade,
    token_hash text not null unique,
    expires_at text not null,
    revoked integer not null default 0 check (revoked in (0, 1)),
    last_opened_on text
  ) strict, without rowid`,
  `create table progress_session (
    token_hash text not null primary key,
    progress_share_id text not null references progress_share (id) on delete cascade,
    expires_at text not null
  ) strict, without rowid`,

  // One item asked once more while the team sits together. Answers lie under random ids; who has voted lies apart.
  `create table revote (
    id text not null primary key,
    round_id text not null references round (id) on delete cascade,
    item_id text not null,
    state text not null check (state in ('open', 'closed')),
    opened_on text not null,
    closed_on text
  ) strict, without rowid`,
  "create unique index revote_open on revote (round_id) where state = 'open'",
  `create table revote_answer (
    id text not null primary key,
    revote_id text not null references revote (id) on delete cascade,
    level text not null check (level in ('senior', 'department')),
    answer text not null check (json_valid(answer))
  ) strict, without rowid`,
  `create table revote_voter (
    revote_id text not null references revote (id) on delete cascade,
    participation_id text not null references participation (id) on delete cascade,
    primary key (revote_id, participation_id)
  ) strict, without rowid`,
]

export const plan: Migration = {
  version: 13,
  name: 'plan',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
