import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // One row: what holds for everybody in the workspace.
  `create table workspace (
    id integer not null primary key check (id = 1),
    demands_second_factor integer not null default 0 check (demands_second_factor in (0, 1))
  ) strict`,
  'insert into workspace (id) values (1)',

  // Fixed with the promise: a service that is named later does not get the lines of earlier rounds.
  'alter table round add column lines_go_to text',
]

export const demandedFactor: Migration = {
  version: 14,
  name: 'demanded-factor',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
