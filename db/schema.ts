import type { Generated, Kysely, Transaction } from 'kysely'
import type { CodeDelivery } from '#app/answers/resume/resume-code.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { PlanAct, PlanKind } from '#app/redesign/plan/plan.ts'
import type { EditEvent, EditKind } from '#app/report/edits/edit.ts'
import type { MailKind, MailState } from '#app/rounds/mail/mail.ts'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'
import type { ConsultantRole } from '#app/session/consultant.ts'
import type { LinkKind, LinkState } from '#app/themes/codebook/theme-link.ts'
import type { ThemeState } from '#app/themes/theme.ts'

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
  role: Generated<ConsultantRole>
  ended_on: string | null
  invited_by: string | null
}

/** `token_hash` is the SHA-256 of the cookie's token, in hex; the token itself is never stored. */
export interface SessionTable {
  token_hash: string
  consultant_id: string
  expires_at: string
  started_on: string | null
  /** What the browser calls itself, shortened. */
  browser: Generated<string>
  /** The password was right and the second factor is still to come: such a session opens nothing. */
  awaits_code: Generated<number>
  /** As of the last form that was sent, give or take ten minutes: the server's memory knows better. */
  last_used_at: Generated<string>
}

/** A link with which a forgotten password is replaced. */
export interface PasswordResetTable {
  consultant_id: string
  token_hash: string
  expires_at: string
}

export interface EngagementMemberTable {
  engagement_id: string
  consultant_id: string
  added_on: string
}

export interface ConsultantInvitationTable {
  token_hash: string
  email: string
  role: ConsultantRole
  invited_by: string
  expires_at: string
}

export interface SecondFactorTable {
  consultant_id: string
  sealed_secret: string
  confirmed: number
  /** The time step of the last code that was let in: no code opens twice. */
  last_step: number
}

/** One row. */
export interface WorkspaceTable {
  id: number
  demands_second_factor: number
}

export interface RecoveryCodeTable {
  consultant_id: string
  code_hash: string
}

export interface AuditEventTable {
  id: Generated<number>
  at: string
  consultant_id: string | null
  consultant_name: string
  engagement_id: string | null
  words: string
}

export interface EngagementTable {
  id: string
  consultant_id: string
  client_name: string
  /** JSON arrays of `{ id, name }`. */
  departments: string
  roles: string
  created_on: string
  archived_on: string | null
}

export interface LeadTable {
  id: string
  engagement_id: string
  name: string
  email: string
  level: Level
  department_id: string | null
  job_title: string
  /** Since when the lead is no longer asked. */
  left_on: string | null
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
  /** Who was named in the promise when the round opened. */
  promised_by: string | null
  /** The service outside this server to which leads were told their lines go. */
  lines_go_to: Generated<string | null>
  /** IANA name of the place whose days count. */
  time_zone: Generated<string>
  closes_itself: Generated<number>
  /** The day on which the answers are deleted, and the day on which they were. */
  keep_until: string | null
  answers_deleted_on: string | null
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
  /** That the lead has chosen; null where the questionnaire's own is used. */
  language: Generated<string | null>
  withdrawn_on: string | null
  /** Of the short code that is printed on letters; null where none was made. */
  code_hash: Generated<string | null>
}

export interface LeadSessionTable {
  token_hash: string
  participation_id: string
  /** Whether the person said that they are the lead the link was made for. */
  confirmed: number
  expires_at: string
  /** Whether it may show answers that were given in other browsers. */
  reads_all: Generated<number>
}

/** A code that was mailed for one session of a lead, as a keyed hash. */
export interface ResumeCodeTable {
  session_hash: string
  code_hash: string
  expires_at: string
  tries_left: number
  delivery: CodeDelivery
}

export interface DraftTable {
  participation_id: string
  item_id: string
  answer: string
  revision: number
  /** The session that saved it last. */
  written_by: Generated<string | null>
}

/** The text stands here as its SHA-256 in hex; the vector is 32-bit numbers of this machine's byte order. */
export interface LineVectorTable {
  encoder: string
  normaliser: string
  text_hash: string
  vector: Uint8Array
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
  definition: Generated<string>
  state: Generated<ThemeState>
  coder: string | null
  decided_on: string | null
  known_id: string | null
}

/** Two lines of one item that a person has parted; the smaller id first. */
export interface ApartPairTable {
  round_id: string
  item_id: string
  line_a: string
  line_b: string
}

export interface ProposalTable {
  round_id: string
  item_id: string
  proposal: string
}

export interface CodingStepTable {
  round_id: string
  item_id: string
  number: number
  words: string
  coder: string
  taken_on: string
  change: string
  undone: Generated<number>
}

export interface GlossaryEntryTable {
  engagement_id: string
  term: string
  meaning: string
  coder: string
  added_on: string
}

/** `locked_on` and `codebook` are null while the version is in the making. */
export interface CodebookVersionTable {
  round_id: string
  version: number
  reason: string
  coder: string
  opened_on: string
  locked_on: string | null
  codebook: string | null
}

export interface SecondCodingTable {
  round_id: string
  coder: string
  started_on: string
}

export interface SecondCodeTable {
  round_id: string
  line_id: string
  theme: string
}

export interface ThemeLinkTable {
  round_id: string
  theme_a: string
  theme_b: string
  kind: LinkKind
  why: string
  state: LinkState
  coder: string | null
  decided_on: string | null
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
  /** JSON array of hashes of the submissions behind it; null where it was published before they were kept. */
  rests_on: string | null
}

export interface ReportShareTable {
  id: string
  report_version_id: string
  token_hash: string
  expires_at: string
  revoked: number
  last_opened_on: string | null
  passphrase_hash: string | null
  guess_first: number
  /** JSON; null while nobody has guessed. */
  guess: string | null
}

/** A consultant's change to a round's report. */
export interface ReportEditTable {
  round_id: string
  target: string
  kind: EditKind
  base: string
  value: string
}

export interface ReportEditEventTable {
  number: Generated<number>
  round_id: string
  at: string
  by_name: string
  target: string
  kind: EditKind
  act: EditEvent['act']
  before_words: string
  after_words: string
}

/** Words of a lead that the consultant has released. */
export interface ReportQuoteTable {
  round_id: string
  source_key: string
  rule_id: string
  extract: string
}

/** What a consultant's pages and reports look like; the one with `current` is used from now on. */
export interface BrandTable {
  id: string
  consultant_id: string
  current: number
  name: string
  asked_colour: string
  colour: string
  dark_colour: string
  stands_for_senior: number
  footer: string
  /** PNGs that this server made. */
  logo: Uint8Array | null
  logo_width: number | null
  logo_height: number | null
  small_logo: Uint8Array | null
  small_logo_width: number | null
  small_logo_height: number | null
}

export interface ReportSessionTable {
  token_hash: string
  report_share_id: string
  expires_at: string
}

/** Texts of a round's mails and its plan of reminders, as JSON. */
export interface RoundMailTable {
  round_id: string
  texts: string
  reminders: string | null
}

/** One mail to one lead: waiting, under way or settled. Its text holds placeholders, never the link. */
export interface MailTable {
  id: string
  round_id: string
  participation_id: string
  kind: MailKind
  ordinal: number
  text: string
  midway_text: string | null
  state: MailState
  attempts: number
  due_at: string
  claimed_until: string | null
  words: string
  settled_on: string | null
}

/** A questionnaire of this workspace; `name` is the id that it goes by, with its version. `content` is a draft as JSON. */
export interface InstrumentTable {
  id: string
  name: string
  version: number
  title: string
  content: string
  frozen_on: string | null
  retired: Generated<number>
  changed_on: string
  changed_by: string
}

export interface RoundCommitmentsTable {
  round_id: string
  commitments: string
}

/** `letter` is what was sealed, once it is opened; `matches` its priorities with the themes that say the same. */
export interface SealedKeyTable {
  round_id: string
  sealed: string
  digest: string
  sealed_at: string
  sealed_by: string
  opened_at: string | null
  letter: string | null
  matches: string | null
}

/** Something that a team has decided; `content` is JSON whose shape goes by the kind. */
export interface PlanEntryTable {
  id: string
  engagement_id: string
  kind: PlanKind
  position: number
  content: string
  revision: number
  changed_on: string
  changed_by: string
}

/** What became of an entry: `before` and `after` are its contents, null where there was none or is none. */
export interface PlanChangeTable {
  number: Generated<number>
  engagement_id: string
  entry_id: string
  kind: PlanKind
  act: PlanAct
  before: string | null
  after: string | null
  changed_on: string
  changed_by: string
}

export interface ProgressShareTable {
  id: string
  engagement_id: string
  token_hash: string
  expires_at: string
  revoked: Generated<number>
  last_opened_on: string | null
}

export interface ProgressSessionTable {
  token_hash: string
  progress_share_id: string
  expires_at: string
}

export interface PlanReminderTable {
  engagement_id: string
  weekday: number
  time_zone: string
}

/** A reminder of what somebody has taken on; states as of other mails. */
export interface PlanMailTable {
  id: string
  engagement_id: string
  lead_id: string
  day: string
  state: MailState
  attempts: Generated<number>
  due_at: string
  claimed_until: string | null
  words: Generated<string>
}

export interface RevoteTable {
  id: string
  round_id: string
  item_id: string
  state: 'open' | 'closed'
  opened_on: string
  closed_on: string | null
}

/** Without a way from an answer to the person: who has voted stands in a table of its own. */
export interface RevoteAnswerTable {
  id: string
  revote_id: string
  level: Level
  answer: string
}

export interface RevoteVoterTable {
  revote_id: string
  participation_id: string
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
  resume_code: ResumeCodeTable
  draft: DraftTable
  submission: SubmissionTable
  unlinked_text: UnlinkedTextTable
  theme: ThemeTable
  coded_line: CodedLineTable
  apart_pair: ApartPairTable
  proposal: ProposalTable
  coding_step: CodingStepTable
  glossary_entry: GlossaryEntryTable
  codebook_version: CodebookVersionTable
  second_coding: SecondCodingTable
  second_code: SecondCodeTable
  theme_link: ThemeLinkTable
  line_vector: LineVectorTable
  report_version: ReportVersionTable
  report_share: ReportShareTable
  report_session: ReportSessionTable
  report_edit: ReportEditTable
  report_edit_event: ReportEditEventTable
  report_quote: ReportQuoteTable
  brand: BrandTable
  round_mail: RoundMailTable
  engagement_member: EngagementMemberTable
  consultant_invitation: ConsultantInvitationTable
  password_reset: PasswordResetTable
  second_factor: SecondFactorTable
  workspace: WorkspaceTable
  recovery_code: RecoveryCodeTable
  audit_event: AuditEventTable
  mail: MailTable
  instrument: InstrumentTable
  round_commitments: RoundCommitmentsTable
  sealed_key: SealedKeyTable
  plan_entry: PlanEntryTable
  plan_change: PlanChangeTable
  progress_share: ProgressShareTable
  progress_session: ProgressSessionTable
  plan_reminder: PlanReminderTable
  plan_mail: PlanMailTable
  revote: RevoteTable
  revote_answer: RevoteAnswerTable
  revote_voter: RevoteVoterTable
}

/** A connection or a transaction: every function in `db/` takes one first. */
export type Db = Kysely<Database> | Transaction<Database>
