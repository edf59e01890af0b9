import { type Instrument, instrumentSchema } from '#app/questionnaire/instrument.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { PrivacyMode, Round, RoundState } from '#app/rounds/round.ts'
import { emptyWriteAheadFile } from './checkpoint.ts'
import { deleteDrafts, deleteUnlinkedDrafts } from './draft-ends.ts'
import { mayOpen } from './engagement-members.ts'
import { ENGAGEMENT_COLUMNS, rowToEngagement } from './engagements.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

/** The round's columns in a query that joins it, under names of their own; the instrument apart, since it is big. */
export const ROUND_COLUMNS = [
  'round.id as round_id',
  'round.engagement_id as round_engagement_id',
  'round.title as round_title',
  'round.instrument_key as round_instrument_key',
  'round.privacy_mode as round_privacy_mode',
  'round.smallest_group as round_smallest_group',
  'round.state as round_state',
  'round.opens_on as round_opens_on',
  'round.closes_on as round_closes_on',
  'round.opened_on as round_opened_on',
  'round.closed_on as round_closed_on',
  'round.promised_by as round_promised_by',
  'round.lines_go_to as round_lines_go_to',
  'round.time_zone as round_time_zone',
  'round.closes_itself as round_closes_itself',
  'round.keep_until as round_keep_until',
  'round.answers_deleted_on as round_answers_deleted_on',
] as const

interface RoundRow {
  round_id: string
  round_engagement_id: string
  round_title: string
  round_instrument_key: string
  round_privacy_mode: PrivacyMode
  round_smallest_group: number
  round_state: RoundState
  round_opens_on: string
  round_closes_on: string
  round_opened_on: string | null
  round_closed_on: string | null
  round_promised_by: string | null
  round_lines_go_to: string | null
  round_time_zone: string
  round_closes_itself: number
  round_keep_until: string | null
  round_answers_deleted_on: string | null
  /** Left out where the query did not ask for it. */
  instrument?: string | null
}

export function rowToRound(row: RoundRow): Round {
  return {
    id: row.round_id,
    engagementId: row.round_engagement_id,
    title: row.round_title,
    instrumentKey: row.round_instrument_key,
    instrument: parseInstrument(row.instrument),
    privacyMode: row.round_privacy_mode,
    smallestGroup: row.round_smallest_group,
    state: row.round_state,
    opensOn: row.round_opens_on,
    closesOn: row.round_closes_on,
    openedOn: row.round_opened_on,
    closedOn: row.round_closed_on,
    promisedBy: row.round_promised_by,
    ...(row.round_lines_go_to !== null && { linesGoTo: row.round_lines_go_to }),
    timeZone: row.round_time_zone,
    closesItself: row.round_closes_itself === 1,
    ...(row.round_keep_until !== null && { keepUntil: row.round_keep_until }),
    ...(row.round_answers_deleted_on !== null && { answersDeletedOn: row.round_answers_deleted_on }),
  }
}

export async function insertRound(db: Db, round: Round): Promise<void> {
  await db
    .insertInto('round')
    .values({
      id: round.id,
      engagement_id: round.engagementId,
      ...settingsToRow(round),
      instrument: round.instrument && JSON.stringify(round.instrument),
      state: round.state,
      opened_on: round.openedOn,
      closed_on: round.closedOn,
    })
    .execute()
}

export async function findRound(
  db: Db,
  { id, consultantId }: { id: string; consultantId: string },
): Promise<{ round: Round; engagement: Engagement } | null> {
  const row = await db
    .selectFrom('round')
    .innerJoin('engagement', 'engagement.id', 'round.engagement_id')
    .select(ROUND_COLUMNS)
    .select(ENGAGEMENT_COLUMNS)
    .select('round.instrument')
    .where('round.id', '=', id)
    .where(mayOpen(consultantId))
    .executeTakeFirst()
  return row ? { round: rowToRound(row), engagement: rowToEngagement(row) } : null
}

/** The service to which the leads of a round were told their lines go. */
export async function findLinesGoTo(db: Db, roundId: string): Promise<string | null> {
  const row = await db.selectFrom('round').select('lines_go_to').where('id', '=', roundId).executeTakeFirst()
  return row?.lines_go_to ?? null
}

/** The instrument as it was when the round opened; null for a draft, or where there is no such round. */
export async function findRoundInstrument(db: Db, roundId: string): Promise<Instrument | null> {
  const row = await db.selectFrom('round').select('instrument').where('id', '=', roundId).executeTakeFirst()
  return parseInstrument(row?.instrument)
}

/** @throws {Error} if there is no such round */
export async function findRoundEngagementId(db: Db, roundId: string): Promise<string> {
  const row = await db
    .selectFrom('round')
    .select('engagement_id')
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  return row.engagement_id
}

/** The newest first. */
export async function listRounds(db: Db, engagementId: string): Promise<Round[]> {
  const rows = await db
    .selectFrom('round')
    .select(ROUND_COLUMNS)
    .select('round.instrument')
    .where('engagement_id', '=', engagementId)
    .orderBy('opens_on', 'desc')
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(rowToRound)
}

/** False where the round is no longer a draft: its settings are part of what the leads were promised. */
export async function updateDraftRound(db: Db, round: Round): Promise<boolean> {
  return changeRound(db, round.id, ['draft'], settingsToRow(round))
}

/** False where the round is not a draft. */
export async function setRoundOpen(
  db: Db,
  {
    id,
    instrument,
    openedOn,
    promisedBy = null,
    linesGoTo = null,
    keepUntil = null,
  }: {
    id: string
    instrument: Instrument
    openedOn: string
    promisedBy?: string | null
    linesGoTo?: string | null
    keepUntil?: string | null
  },
): Promise<boolean> {
  return changeRound(db, id, ['draft'], {
    state: 'open',
    instrument: JSON.stringify(instrument),
    opened_on: openedOn,
    promised_by: promisedBy,
    lines_go_to: linesGoTo,
    keep_until: keepUntil,
  })
}

/** False where the round is not open. In an unlinked round what was begun and not handed in goes at once. */
export async function setRoundClosed(
  db: Db,
  { id, closedOn }: { id: string; closedOn: string },
): Promise<boolean> {
  const closed = await inTransaction(db, async (transaction) => {
    const changed = await changeRound(transaction, id, ['open'], { state: 'closed', closed_on: closedOn })
    if (changed) await deleteUnlinkedDrafts(transaction, id)
    return changed
  })
  if (closed) await emptyWriteAheadFile(db)
  return closed
}

/** A later last day for an open round. False where the round is not open. */
export function setRoundDays(
  db: Db,
  {
    id,
    closesOn,
    timeZone,
    closesItself,
  }: { id: string; closesOn: string; timeZone: string; closesItself: boolean },
): Promise<boolean> {
  return changeRound(db, id, ['open'], {
    closes_on: closesOn,
    time_zone: timeZone,
    closes_itself: closesItself ? 1 : 0,
  })
}

/** Lets leads answer again until a new last day. False where the round is not closed, or is published. */
export function setRoundReopened(
  db: Db,
  { id, closesOn }: { id: string; closesOn: string },
): Promise<boolean> {
  return changeRound(db, id, ['closed'], { state: 'open', closed_on: null, closes_on: closesOn })
}

/** Open rounds that end by themselves, with the end of their last day still to be looked at. */
export async function listRoundsThatEnd(
  db: Db,
): Promise<{ id: string; engagementId: string; closesOn: string; timeZone: string }[]> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'engagement_id', 'closes_on', 'time_zone'])
    .where('state', '=', 'open')
    .where('closes_itself', '=', 1)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    engagementId: row.engagement_id,
    closesOn: row.closes_on,
    timeZone: row.time_zone,
  }))
}

/** False where the round is not closed yet. A published round may be published again; its drafts are of no more use. */
export function setRoundPublished(db: Db, { id }: { id: string }): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const published = await changeRound(transaction, id, ['closed', 'published'], { state: 'published' })
    if (published) await deleteDrafts(transaction, id)
    return published
  })
}

interface RoundChange {
  promised_by?: string | null
  lines_go_to?: string | null
  title?: string
  instrument_key?: string
  instrument?: string
  privacy_mode?: PrivacyMode
  smallest_group?: number
  state?: RoundState
  opens_on?: string
  closes_on?: string
  opened_on?: string
  closed_on?: string | null
  time_zone?: string
  closes_itself?: number
  keep_until?: string | null
}

/** A round whose answers are deleted changes no more, and leads never answer beyond the day on which answers are deleted. */
async function changeRound(db: Db, id: string, from: RoundState[], change: RoundChange): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .where('answers_deleted_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'draft'),
        eb('keep_until', 'is', null),
        eb('keep_until', '>', change.closes_on ?? ''),
      ]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function settingsToRow(round: Round) {
  return {
    title: round.title,
    instrument_key: round.instrumentKey,
    privacy_mode: round.privacyMode,
    smallest_group: round.smallestGroup,
    opens_on: round.opensOn,
    closes_on: round.closesOn,
    time_zone: round.timeZone ?? 'UTC',
    closes_itself: round.closesItself ? 1 : 0,
    keep_until: round.keepUntil ?? null,
  }
}

function parseInstrument(json: string | null | undefined): Instrument | null {
  return json ? instrumentSchema.parse(JSON.parse(json)) : null
}
