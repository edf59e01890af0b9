import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const TABLES = [
  // The texts of a round and when leads are reminded; null where nobody is.
  `create table round_mail (
    round_id text not null primary key references round (id),
    texts text not null check (json_valid(texts)),
    reminders text check (json_valid(reminders))
  ) strict, without rowid`,

  // Texts with their placeholders: the personal link is put in as the mail leaves, and is never stored.
  `create table mail (
    id text not null primary key,
    round_id text not null references round (id),
    participation_id text not null references participation (id),
    kind text not null check (kind in ('invitation', 'reminder')),
    ordinal integer not null check (ordinal >= 1),
    text text not null check (json_valid(text)),
    midway_text text check (json_valid(midway_text)),
    state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'uncertain', 'withdrawn')),
    attempts integer not null default 0 check (attempts >= 0),
    due_at text not null,
    claimed_until text,
    words text not null default '',
    settled_on text,
    unique (participation_id, kind, ordinal),
    check ((state = 'sending') = (claimed_until is not null))
  ) strict`,
]

const INDEXES = [
  'create index mail_round on mail (round_id)',
  "create index mail_due on mail (due_at) where state in ('queued', 'sending')",
]

export const mail: Migration = {
  version: 7,
  name: 'mail',
  async up(transaction) {
    for (const statement of [...TABLES, ...INDEXES]) await sql.raw(statement).execute(transaction)
  },
}
