import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface ReportShare {
  id: string
  reportVersionId: string
  /** The number of the report version that the link shows. */
  version: number
  expiresAt: string
  revoked: boolean
  lastOpenedOn: string | null
  hasPassphrase: boolean
  guessFirst: boolean
  /** Whether a reader has guessed, or has gone on without. */
  guessed: boolean
}

export interface NewShare {
  id: string
  reportVersionId: string
  tokenHash: string
  expiresAt: string
  /** Null where the link alone opens the report. */
  passphraseHash?: string | null
  guessFirst?: boolean
}

export async function insertShare(db: Db, share: NewShare): Promise<void> {
  await db
    .insertInto('report_share')
    .values({
      id: share.id,
      report_version_id: share.reportVersionId,
      token_hash: share.tokenHash,
      expires_at: share.expiresAt,
      revoked: 0,
      last_opened_on: null,
      passphrase_hash: share.passphraseHash ?? null,
      guess_first: share.guessFirst ? 1 : 0,
      guess: null,
    })
    .execute()
}

/** All links to a round's report, those that lead to the newest version first. */
export async function listShares(db: Db, roundId: string): Promise<ReportShare[]> {
  const rows = await db
    .selectFrom('report_share')
    .innerJoin('report_version', 'report_version.id', 'report_share.report_version_id')
    .select(['report_share.id', 'report_share.report_version_id', 'report_version.version'])
    .select(['report_share.expires_at', 'report_share.revoked', 'report_share.last_opened_on'])
    .select(['report_share.passphrase_hash', 'report_share.guess_first', 'report_share.guess'])
    .where('report_version.round_id', '=', roundId)
    .orderBy('report_version.version', 'desc')
    .orderBy('report_share.expires_at', 'desc')
    .orderBy('report_share.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reportVersionId: row.report_version_id,
    version: row.version,
    expiresAt: row.expires_at,
    revoked: row.revoked === 1,
    lastOpenedOn: row.last_opened_on,
    hasPassphrase: row.passphrase_hash !== null,
    guessFirst: row.guess_first === 1,
    guessed: row.guess !== null,
  }))
}

/** Ends the link and every session that it opened. False where the round has no such link. */
export function revokeShare(db: Db, { id, roundId }: { id: string; roundId: string }): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('report_share')
      .set({ revoked: 1 })
      .where('id', '=', id)
      .where('report_version_id', 'in', (eb) =>
        eb.selectFrom('report_version').select('report_version.id').where('round_id', '=', roundId),
      )
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await transaction.deleteFrom('report_session').where('report_share_id', '=', id).execute()
    return true
  })
}

/**
 * Ends every link that a consultant can have seen: to the reports, and to the progress, of engagements that they answer for
 * or were added to. Gives how many report links were still in use.
 */
export function revokeLinksKnownTo(db: Db, consultantId: string): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const engagements = transaction
      .selectFrom('engagement')
      .select('engagement.id')
      .where((eb) =>
        eb.or([
          eb('engagement.consultant_id', '=', consultantId),
          eb('engagement.id', 'in', (inner) =>
            inner
              .selectFrom('engagement_member')
              .select('engagement_id')
              .where('engagement_member.consultant_id', '=', consultantId),
          ),
        ]),
      )
    const versions = transaction
      .selectFrom('report_version')
      .innerJoin('round', 'round.id', 'report_version.round_id')
      .select('report_version.id')
      .where('round.engagement_id', 'in', engagements)
    const { numUpdatedRows } = await transaction
      .updateTable('report_share')
      .set({ revoked: 1 })
      .where('revoked', '=', 0)
      .where('report_version_id', 'in', versions)
      .executeTakeFirst()
    await transaction
      .updateTable('progress_share')
      .set({ revoked: 1 })
      .where('engagement_id', 'in', engagements)
      .execute()
    return Number(numUpdatedRows)
  })
}

/** Null for a link that is unknown, revoked or out of date: the three look the same from outside. */
export async function findShareByToken(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<{
  shareId: string
  reportVersionId: string
  expiresAt: string
  passphraseHash: string | null
} | null> {
  const row = await db
    .selectFrom('report_share')
    .select(['id as shareId', 'report_version_id as reportVersionId', 'expires_at as expiresAt'])
    .select('passphrase_hash as passphraseHash')
    .where('token_hash', '=', tokenHash)
    .where('revoked', '=', 0)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

export async function insertReportSession(
  db: Db,
  session: { tokenHash: string; shareId: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('report_session')
    .values({
      token_hash: session.tokenHash,
      report_share_id: session.shareId,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** A session ends with its link, whatever its own time. */
export async function findReportSession(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<{ shareId: string; reportVersionId: string } | null> {
  const row = await db
    .selectFrom('report_session')
    .innerJoin('report_share', 'report_share.id', 'report_session.report_share_id')
    .select(['report_share.id as shareId', 'report_share.report_version_id as reportVersionId'])
    .where('report_session.token_hash', '=', tokenHash)
    .where('report_session.expires_at', '>', now)
    .where('report_share.revoked', '=', 0)
    .where('report_share.expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Only the day is kept. */
export async function markOpened(db: Db, { shareId, day }: { shareId: string; day: string }): Promise<void> {
  await db.updateTable('report_share').set({ last_opened_on: day }).where('id', '=', shareId).execute()
}

/** Whether this link asks its reader for a guess, and the guess as JSON; null where there is no such link. */
export async function findShareGuess(
  db: Db,
  shareId: string,
): Promise<{ guessFirst: boolean; guess: string | null } | null> {
  const row = await db
    .selectFrom('report_share')
    .select(['guess_first', 'guess'])
    .where('id', '=', shareId)
    .executeTakeFirst()
  return row ? { guessFirst: row.guess_first === 1, guess: row.guess } : null
}

/** The first guess stands: false where there is one, or where none was asked for. */
export async function saveShareGuess(
  db: Db,
  { shareId, guess }: { shareId: string; guess: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('report_share')
    .set({ guess })
    .where('id', '=', shareId)
    .where('guess_first', '=', 1)
    .where('guess', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
