import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const TABLES = [
  `create table migration (
    version integer not null primary key,
    name text not null
  ) strict`,

  `create table consultant (
    id text not null primary key,
    email text not null unique collate nocase,
    name text not null,
    password_hash text not null,
    created_on text not null
  ) strict`,

  `create table session (
    token_hash text not null primary key,
    consultant_id text not null references consultant (id),
    expires_at text not null
  ) strict, without rowid`,

  `create table engagement (
    id text not null primary key,
    consultant_id text not null references consultant (id),
    client_name text not null,
    departments text not null check (json_valid(departments)),
    roles text not null check (json_valid(roles)),
    created_on text not null
  ) strict`,

  `create table lead (
    id text not null primary key,
    engagement_id text not null references engagement (id),
    name text not null,
    email text not null,
    level text not null check (level in ('senior', 'department')),
    department_id text,
    job_title text not null
  ) strict`,

  `create table round (
    id text not null primary key,
    engagement_id text not null references engagement (id),
    title text not null,
    instrument_key text not null,
    instrument text check (json_valid(instrument)),
    privacy_mode text not null check (privacy_mode in ('open', 'confidential', 'unlinked')),
    smallest_group integer not null check (smallest_group >= 4),
    state text not null check (state in ('draft', 'open', 'closed', 'published')),
    opens_on text not null,
    closes_on text not null,
    opened_on text,
    closed_on text,
    check (state = 'draft' or (instrument is not null and opened_on is not null)),
    check (state in ('draft', 'open') or closed_on is not null)
  ) strict`,

  `create table participation (
    id text not null primary key,
    round_id text not null references round (id),
    lead_id text not null references lead (id),
    token_hash text not null unique,
    link_version integer not null check (link_version >= 1),
    consented integer not null default 0 check (consented in (0, 1)),
    submitted integer not null default 0 check (submitted in (0, 1)),
    unique (round_id, lead_id)
  ) strict`,

  `create table lead_session (
    token_hash text not null primary key,
    participation_id text not null references participation (id),
    confirmed integer not null check (confirmed in (0, 1)),
    expires_at text not null
  ) strict, without rowid`,

  `create table draft (
    participation_id text not null references participation (id),
    item_id text not null,
    answer text not null check (json_valid(answer)),
    revision integer not null check (revision >= 1),
    primary key (participation_id, item_id)
  ) strict, without rowid`,

  // Without rowid, the rows of this table and the next lie in the order of their random ids and of nothing else.
  `create table submission (
    id text not null primary key,
    round_id text not null references round (id),
    participation_id text unique references participation (id),
    level text not null check (level in ('senior', 'department')),
    answers text not null check (json_valid(answers))
  ) strict, without rowid`,

  `create table unlinked_text (
    id text not null primary key,
    round_id text not null references round (id),
    item_id text not null,
    answer text not null check (json_valid(answer))
  ) strict, without rowid`,

  `create table theme (
    round_id text not null references round (id),
    id text not null,
    item_id text not null,
    name text not null,
    primary key (round_id, id)
  ) strict, without rowid`,

  // The theme belongs to the same round by its key. A line of an unlinked round may come from unlinked_text.
  `create table coded_line (
    round_id text not null,
    id text not null,
    item_id text not null,
    submission_id text not null,
    position integer not null check (position >= 0),
    text text not null,
    theme_id text not null,
    primary key (round_id, id),
    foreign key (round_id, theme_id) references theme (round_id, id)
  ) strict, without rowid`,

  `create table report_version (
    id text not null primary key,
    round_id text not null references round (id),
    version integer not null check (version >= 1),
    document text not null,
    published_on text not null,
    unique (round_id, version)
  ) strict`,

  `create table report_share (
    id text not null primary key,
    report_version_id text not null references report_version (id),
    token_hash text not null unique,
    expires_at text not null,
    revoked integer not null default 0 check (revoked in (0, 1)),
    last_opened_on text
  ) strict`,

  `create table report_session (
    token_hash text not null primary key,
    report_share_id text not null references report_share (id),
    expires_at text not null
  ) strict, without rowid`,
]

/** The columns by which rows are looked up, and those that point at another table. */
const INDEXES = [
  'create index session_consultant on session (consultant_id)',
  'create index engagement_consultant on engagement (consultant_id)',
  'create index lead_engagement on lead (engagement_id)',
  'create index round_engagement on round (engagement_id)',
  'create index participation_lead on participation (lead_id)',
  'create index lead_session_participation on lead_session (participation_id)',
  'create index submission_round on submission (round_id)',
  'create index unlinked_text_round on unlinked_text (round_id)',
  'create index coded_line_theme on coded_line (round_id, theme_id)',
  'create index report_share_version on report_share (report_version_id)',
  'create index report_session_share on report_session (report_share_id)',
]

export const firstTables: Migration = {
  version: 1,
  name: 'first-tables',
  async up(transaction) {
    for (const statement of [...TABLES, ...INDEXES]) await sql.raw(statement).execute(transaction)
  },
}
