import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // A brand is not changed but followed by the next one, so that a published report keeps its looks. The id is random:
  // the stylesheet and the logo are fetched under it by people who are not signed in.
  `create table brand (
    id text not null primary key,
    consultant_id text not null references consultant (id),
    current integer not null check (current in (0, 1)),
    name text not null,
    asked_colour text not null,
    colour text not null,
    dark_colour text not null,
    stands_for_senior integer not null check (stands_for_senior in (0, 1)),
    footer text not null,
    logo blob,
    logo_width integer,
    logo_height integer,
    small_logo blob,
    small_logo_width integer,
    small_logo_height integer,
    check ((logo is null) = (logo_width is null) and (logo is null) = (logo_height is null)),
    check ((small_logo is null) = (small_logo_width is null))
  ) strict`,
  'create unique index brand_current on brand (consultant_id) where current = 1',
]

export const brand: Migration = {
  version: 6,
  name: 'brand',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
