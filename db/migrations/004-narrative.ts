import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // One edit of a kind at a place. `base` is the generated text that it was made for.
  `create table report_edit (
    round_id text not null references round (id),
    target text not null,
    kind text not null check (kind in ('text', 'hide', 'order', 'note')),
    base text not null,
    value text not null,
    primary key (round_id, target, kind)
  ) strict, without rowid`,

  // The audit trail: rows are added and never changed.
  `create table report_edit_event (
    number integer not null primary key,
    round_id text not null references round (id),
    at text not null,
    by_name text not null,
    target text not null,
    kind text not null,
    act text not null check (act in ('changed', 'kept', 'dropped')),
    before_words text not null,
    after_words text not null
  ) strict`,

  // `source_key` is a hash of where the words come from: this table alone leads to nobody. Without rowid, so that the
  // rows do not lie in the order of their release.
  `create table report_quote (
    round_id text not null references round (id),
    source_key text not null,
    rule_id text not null,
    extract text not null,
    primary key (round_id, source_key)
  ) strict, without rowid`,

  'create index report_edit_event_round on report_edit_event (round_id)',
]

export const narrative: Migration = {
  version: 4,
  name: 'narrative',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
