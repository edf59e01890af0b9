import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/** A theme says who decided on it; one that was there before was proposed by a machine. */
const THEME_COLUMNS = [
  `alter table theme add column definition text not null default ''`,
  `alter table theme add column state text not null default 'proposed' check (state in ('proposed', 'confirmed'))`,
  'alter table theme add column coder text',
  'alter table theme add column decided_on text',
  'alter table theme add column known_id text',
]

const TABLES = [
  // Lines that a person has said do not belong together; the smaller id first.
  `create table apart_pair (
    round_id text not null references round (id),
    item_id text not null,
    line_a text not null,
    line_b text not null,
    primary key (round_id, item_id, line_a, line_b),
    check (line_a < line_b)
  ) strict, without rowid`,

  `create table proposal (
    round_id text not null references round (id),
    item_id text not null,
    proposal text not null check (json_valid(proposal)),
    primary key (round_id, item_id)
  ) strict, without rowid`,

  // What a step altered, so that it can be taken back and done again.
  `create table coding_step (
    round_id text not null references round (id),
    item_id text not null,
    number integer not null check (number >= 1),
    words text not null,
    coder text not null,
    taken_on text not null,
    change text not null check (json_valid(change)),
    undone integer not null default 0 check (undone in (0, 1)),
    primary key (round_id, item_id, number)
  ) strict, without rowid`,

  `create table glossary_entry (
    engagement_id text not null references engagement (id),
    term text not null,
    meaning text not null,
    coder text not null,
    added_on text not null,
    primary key (engagement_id, term)
  ) strict, without rowid`,

  // A version is in the making until it is locked; only then are its themes and lines kept as they are.
  `create table codebook_version (
    round_id text not null references round (id),
    version integer not null check (version >= 1),
    reason text not null,
    coder text not null,
    opened_on text not null,
    locked_on text,
    codebook text check (json_valid(codebook)),
    primary key (round_id, version),
    check ((locked_on is null) = (codebook is null))
  ) strict, without rowid`,

  `create table second_coding (
    round_id text not null primary key references round (id),
    coder text not null,
    started_on text not null
  ) strict, without rowid`,

  `create table second_code (
    round_id text not null references second_coding (round_id),
    line_id text not null,
    theme text not null,
    primary key (round_id, line_id)
  ) strict, without rowid`,

  // Without a key to the themes: one that is merged away comes back when that is undone, and its links with it.
  `create table theme_link (
    round_id text not null references round (id),
    theme_a text not null,
    theme_b text not null,
    kind text not null check (kind in ('conflict', 'dependency')),
    why text not null,
    state text not null check (state in ('proposed', 'confirmed', 'rejected')),
    coder text,
    decided_on text,
    primary key (round_id, theme_a, theme_b, kind)
  ) strict, without rowid`,
]

export const codingBench: Migration = {
  version: 2,
  name: 'coding-bench',
  async up(transaction) {
    for (const statement of [...THEME_COLUMNS, ...TABLES]) await sql.raw(statement).execute(transaction)
  },
}
