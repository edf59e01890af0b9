import { sql } from 'kysely'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'
import type { Db } from './schema.ts'

/** Everything that a mail to one lead is made of, the link apart. */
export interface MailPlace {
  participationId: string
  linkVersion: number
  submitted: boolean
  started: boolean
  name: string
  email: string
  roundId: string
  roundTitle: string
  roundState: RoundState
  closesOn: string
  privacyMode: PrivacyMode
  smallestGroup: number
  clientName: string
  consultantName: string
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
    .select([
      'participation.id as participation_id',
      'participation.link_version',
      'participation.submitted',
      'lead.name',
      'lead.email',
      'round.id as round_id',
      'round.title',
      'round.state',
      'round.closes_on',
      'round.privacy_mode',
      'round.smallest_group',
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
    submitted: Boolean(row.submitted),
    started: Boolean(row.started),
    name: row.name,
    email: row.email,
    roundId: row.round_id,
    roundTitle: row.title,
    roundState: row.state,
    closesOn: row.closes_on,
    privacyMode: row.privacy_mode,
    smallestGroup: row.smallest_group,
    clientName: row.client_name,
    consultantName: row.consultant_name,
    consultantEmail: row.consultant_email,
  }
}
