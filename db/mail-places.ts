import { sql } from 'kysely'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'
import type { Db } from './schema.ts'

/** Everything that a mail to one lead is made of, the link apart. */
export interface MailPlace {
  participationId: string
  linkVersion: number
  /** Whether the place can be entered by the short code of its letter. */
  hasCode: boolean
  submitted: boolean
  started: boolean
  name: string
  email: string
  roundId: string
  roundTitle: string
  roundState: RoundState
  closesOn: string
  timeZone: string
  closesItself: boolean
  privacyMode: PrivacyMode
  smallestGroup: number
  /** The day on which answers are deleted, where leads were promised one. */
  keepUntil: string | null
  clientName: string
  consultantName: string
  /** Who is named in the promise. */
  promisedBy: string
  linesGoTo: string | null
  consultantEmail: string
}

export async function findMailPlace(db: Db, participationId: string): Promise<MailPlace | null> {
  const row = await placesOf(db).where('participation.id', '=', participationId).executeTakeFirst()
  return row ? rowToPlace(row) : null
}

/** The leads of a round, in the order of their places' ids. */
export async function listMailPlaces(db: Db, roundId: string): Promise<MailPlace[]> {
  const rows = await placesOf(db)
    .where('participation.round_id', '=', roundId)
    .orderBy('participation.id')
    .execute()
  return rows.map(rowToPlace)
}

function placesOf(db: Db) {
  return db
    .selectFrom('participation')
    .innerJoin('lead', 'lead.id', 'participation.lead_id')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .innerJoin('engagement', 'engagement.id', 'round.engagement_id')
    .innerJoin('consultant', 'consultant.id', 'engagement.consultant_id')
    .where('participation.withdrawn_on', 'is', null)
    .select([
      'participation.id as participation_id',
      'participation.link_version',
      'participation.code_hash',
      'participation.submitted',
      'lead.name',
      'lead.email',
      'round.id as round_id',
      'round.title',
      'round.state',
      'round.closes_on',
      'round.time_zone',
      'round.closes_itself',
      'round.privacy_mode',
      'round.smallest_group',
      'round.keep_until',
      'round.promised_by',
      'round.lines_go_to',
      'engagement.client_name',
      'consultant.name as consultant_name',
      'consultant.email as consultant_email',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('draft')
            .select(sql`1`.as('one'))
            .whereRef('draft.participation_id', '=', 'participation.id'),
        )
        .$castTo<number>()
        .as('started'),
    )
}

type PlaceRow = Awaited<ReturnType<ReturnType<typeof placesOf>['execute']>>[number]

function rowToPlace(row: PlaceRow): MailPlace {
  return {
    participationId: row.participation_id,
    linkVersion: row.link_version,
    hasCode: row.code_hash !== null,
    submitted: Boolean(row.submitted),
    started: Boolean(row.started),
    name: row.name,
    email: row.email,
    roundId: row.round_id,
    roundTitle: row.title,
    roundState: row.state,
    closesOn: row.closes_on,
    timeZone: row.time_zone,
    closesItself: row.closes_itself === 1,
    privacyMode: row.privacy_mode,
    smallestGroup: row.smallest_group,
    keepUntil: row.keep_until,
    clientName: row.client_name,
    consultantName: row.consultant_name,
    promisedBy: row.promised_by ?? row.consultant_name,
    linesGoTo: row.lines_go_to,
    consultantEmail: row.consultant_email,
  }
}
