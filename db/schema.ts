import type { Kysely, Transaction } from 'kysely'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'

/** What the schema has been through; the newest version also stands in the file's header. */
export interface MigrationTable {
  version: number
  name: string
}

/** Text ids are random; days are `YYYY-MM-DD`; times are ISO 8601 UTC; JSON is text; booleans are 0 and 1. */
export interface ConsultantTable {
  id: string
  email: string
  name: string
  password_hash: string
  created_on: string
}

/** `token_hash` is the SHA-256 of the cookie's token, in hex; the token itself is never stored. */
export interface SessionTable {
  token_hash: string
  consultant_id: string
  expires_at: string
}

export interface EngagementTable {
  id: string
  consultant_id: string
  client_name: string
  /** JSON arrays of `{ id, name }`. */
  departments: string
  roles: string
  created_on: string
}

export interface LeadTable {
  id: string
  engagement_id: string
  name: string
  email: string
  level: Level
  department_id: string | null
  job_title: string
}

export interface RoundTable {
  id: string
  engagement_id: string
  title: string
  instrument_key: string
  /** Frozen when the round opens; null before. */
  instrument: string | null
  privacy_mode: PrivacyMode
  smallest_group: number
  state: RoundState
  opens_on: string
  closes_on: string
  opened_on: string | null
  closed_on: string | null
}

export interface ParticipationTable {
  id: string
  round_id: string
  lead_id: string
  token_hash: string
  link_version: number
  /** Whether the lead agreed to be named (open mode). */
  consented: number
  submitted: number
}

export interface LeadSessionTable {
  token_hash: string
  participation_id: string
  /** Whether the person said that they are the lead the link was made for. */
  confirmed: number
  expires_at: string
}

export interface DraftTable {
  participation_id: string
  item_id: string
  answer: string
  revision: number
}

/** Without rowid: the random id is the only order. `participation_id` is null in an unlinked round. */
export interface SubmissionTable {
  id: string
  round_id: string
  participation_id: string | null
  level: Level
  answers: string
}

/** Free text of unlinked rounds, kept apart from the scores under a random id of its own. */
export interface UnlinkedTextTable {
  id: string
  round_id: string
  item_id: string
  answer: string
}

export interface ThemeTable {
  id: string
  round_id: string
  item_id: string
  name: string
}

export interface CodedLineTable {
  id: string
  round_id: string
  item_id: string
  submission_id: string
  position: number
  text: string
  theme_id: string
}

export interface ReportVersionTable {
  id: string
  round_id: string
  version: number
  /** The frozen report document and the scores behind it. */
  document: string
  published_on: string
}

export interface ReportShareTable {
  id: string
  report_version_id: string
  token_hash: string
  expires_at: string
  revoked: number
  last_opened_on: string | null
}

export interface ReportSessionTable {
  token_hash: string
  report_share_id: string
  expires_at: string
}

export interface Database {
  migration: MigrationTable
  consultant: ConsultantTable
  session: SessionTable
  engagement: EngagementTable
  lead: LeadTable
  round: RoundTable
  participation: ParticipationTable
  lead_session: LeadSessionTable
  draft: DraftTable
  submission: SubmissionTable
  unlinked_text: UnlinkedTextTable
  theme: ThemeTable
  coded_line: CodedLineTable
  report_version: ReportVersionTable
  report_share: ReportShareTable
  report_session: ReportSessionTable
}

/** A connection or a transaction: every function in `db/` takes one first. */
export type Db = Kysely<Database> | Transaction<Database>
