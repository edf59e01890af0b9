import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  'alter table participation add column language text',

  // Questionnaires of this workspace, a row a version. One that is frozen is never changed again, only put away.
  `create table instrument (
    id text not null primary key,
    name text not null,
    version integer not null check (version >= 1),
    title text not null,
    content text not null,
    frozen_on text,
    retired integer not null default 0 check (retired in (0, 1)),
    changed_on text not null,
    changed_by text not null,
    unique (name, version)
  ) strict, without rowid`,
  `create trigger instrument_frozen before update on instrument
    when old.frozen_on is not null and (
      new.name <> old.name or new.version <> old.version or new.title <> old.title
      or new.content <> old.content or new.frozen_on is not old.frozen_on
    )
    begin select raise(abort, 'a frozen questionnaire cannot be changed'); end`,
  `create trigger instrument_kept before delete on instrument
    when old.frozen_on is not null
    begin select raise(abort, 'a frozen questionnaire cannot be removed'); end`,

  // What a later round asks about: a JSON list of commitments, typed before it opens.
  `create table round_commitments (
    round_id text not null primary key references round (id) on delete cascade,
    commitments text not null
  ) strict, without rowid`,

  // The sponsor's official priorities, sealed under the server's secret until the round is closed.
  `create table sealed_key (
    round_id text not null primary key references round (id) on delete cascade,
    sealed text not null,
    digest text not null,
    sealed_at text not null,
    sealed_by text not null,
    opened_at text,
    letter text,
    matches text
  ) strict, without rowid`,
]

export const instruments: Migration = {
  version: 10,
  name: 'instruments',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
