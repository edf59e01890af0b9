import type { Database } from './schema.ts'

/** What of a table travels with an engagement, and how its columns stand in a parcel. */
export interface ParcelTable {
  /** Name of the list in a parcel. */
  noun: string
  table: keyof Database
  /** Which column leads to the engagement or to its rounds. */
  of: 'engagement_id' | 'round_id'
  columns: readonly string[]
  json?: readonly string[]
  flags?: readonly string[]
  /** What a lead said, or was made of it: it stays behind where the consultant may not see it. */
  told?: true
}

/**
 * In the order in which rows can be inserted. Hashes of links and sessions are not here, nor what is only of use to this server:
 * drafts, proposals of the machine, steps to be undone, sponsors' links, sealed letters.
 */
export const PARCEL_TABLES = [
  {
    noun: 'leads',
    table: 'lead',
    of: 'engagement_id',
    columns: ['id', 'name', 'email', 'level', 'department_id', 'job_title', 'left_on'],
  },
  {
    noun: 'glossary',
    table: 'glossary_entry',
    of: 'engagement_id',
    columns: ['term', 'meaning', 'coder', 'added_on'],
  },
  {
    noun: 'planEntries',
    table: 'plan_entry',
    of: 'engagement_id',
    columns: ['id', 'kind', 'position', 'content', 'revision', 'changed_on', 'changed_by'],
    json: ['content'],
  },
  {
    noun: 'planChanges',
    table: 'plan_change',
    of: 'engagement_id',
    columns: ['entry_id', 'kind', 'act', 'before', 'after', 'changed_on', 'changed_by'],
    json: ['before', 'after'],
  },
  {
    noun: 'rounds',
    table: 'round',
    of: 'engagement_id',
    columns: [
      ...['id', 'title', 'instrument_key', 'instrument', 'privacy_mode', 'smallest_group', 'state'],
      ...['opens_on', 'closes_on', 'opened_on', 'closed_on', 'promised_by', 'time_zone', 'closes_itself'],
      ...['keep_until', 'answers_deleted_on'],
    ],
    json: ['instrument'],
    flags: ['closes_itself'],
  },
  {
    noun: 'commitments',
    table: 'round_commitments',
    of: 'round_id',
    columns: ['commitments'],
    json: ['commitments'],
  },
  {
    noun: 'participations',
    table: 'participation',
    of: 'round_id',
    columns: ['id', 'lead_id', 'consented', 'submitted', 'language', 'withdrawn_on'],
    flags: ['consented', 'submitted'],
  },
  {
    noun: 'submissions',
    table: 'submission',
    of: 'round_id',
    columns: ['id', 'participation_id', 'level', 'answers'],
    json: ['answers'],
    told: true,
  },
  {
    noun: 'themes',
    table: 'theme',
    of: 'round_id',
    columns: ['id', 'item_id', 'name', 'definition', 'state', 'coder', 'decided_on', 'known_id'],
    told: true,
  },
  {
    noun: 'lines',
    table: 'coded_line',
    of: 'round_id',
    columns: ['id', 'item_id', 'submission_id', 'position', 'text', 'theme_id'],
    told: true,
  },
  {
    noun: 'partedLines',
    table: 'apart_pair',
    of: 'round_id',
    columns: ['item_id', 'line_a', 'line_b'],
    told: true,
  },
  {
    noun: 'codebookVersions',
    table: 'codebook_version',
    of: 'round_id',
    columns: ['version', 'reason', 'coder', 'opened_on', 'locked_on', 'codebook'],
    json: ['codebook'],
    told: true,
  },
  {
    noun: 'secondCodings',
    table: 'second_coding',
    of: 'round_id',
    columns: ['coder', 'started_on'],
    told: true,
  },
  { noun: 'secondCodes', table: 'second_code', of: 'round_id', columns: ['line_id', 'theme'], told: true },
  {
    noun: 'themeLinks',
    table: 'theme_link',
    of: 'round_id',
    columns: ['theme_a', 'theme_b', 'kind', 'why', 'state', 'coder', 'decided_on'],
    told: true,
  },
  {
    noun: 'edits',
    table: 'report_edit',
    of: 'round_id',
    columns: ['target', 'kind', 'base', 'value'],
    told: true,
  },
  {
    noun: 'editEvents',
    table: 'report_edit_event',
    of: 'round_id',
    columns: ['at', 'by_name', 'target', 'kind', 'act', 'before_words', 'after_words'],
    told: true,
  },
  {
    noun: 'quotes',
    table: 'report_quote',
    of: 'round_id',
    columns: ['source_key', 'rule_id', 'extract'],
    told: true,
  },
  {
    noun: 'reportVersions',
    table: 'report_version',
    of: 'round_id',
    columns: ['id', 'version', 'document', 'published_on', 'rests_on'],
    json: ['document', 'rests_on'],
  },
  {
    noun: 'mails',
    table: 'mail',
    of: 'round_id',
    columns: [
      ...['id', 'participation_id', 'kind', 'ordinal', 'text', 'midway_text', 'state', 'attempts', 'due_at'],
      ...['words', 'settled_on'],
    ],
    json: ['text', 'midway_text'],
  },
  {
    noun: 'events',
    table: 'audit_event',
    of: 'engagement_id',
    columns: ['at', 'consultant_name', 'words'],
  },
] as const satisfies readonly ParcelTable[]

export type ParcelNoun = (typeof PARCEL_TABLES)[number]['noun']
