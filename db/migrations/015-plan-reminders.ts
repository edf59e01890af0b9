import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

const STATEMENTS = [
  // On which day of the week, 1 for Monday, owners are written to; and where that day begins.
  `create table plan_reminder (
    engagement_id text not null primary key references engagement (id) on delete cascade,
    weekday integer not null check (weekday between 1 and 7),
    time_zone text not null
  ) strict, without rowid`,

  // One mail to one owner on one day, at most. What it says is made when it leaves.
  `create table plan_mail (
    id text not null primary key,
    engagement_id text not null references engagement (id) on delete cascade,
    lead_id text not null references lead (id) on delete cascade,
    day text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'uncertain', 'withdrawn')),
    attempts integer not null default 0,
    due_at text not null,
    claimed_until text,
    words text not null default '',
    unique (engagement_id, lead_id, day)
  ) strict, without rowid`,
  "create index plan_mail_queue on plan_mail (due_at) where state in ('queued', 'sending')",
]

export const planReminders: Migration = {
  version: 15,
  name: 'plan-reminders',
  async up(transaction) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(transaction)
  },
}
