import { sql } from 'kysely'
import type { Consultant } from '#app/session/consultant.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface NewSession {
  tokenHash: string
  consultantId: string
  /** ISO 8601, UTC, as every time in the database. */
  expiresAt: string
  startedOn: string
  browser: string
  /** Opens nothing until the second factor has been given. */
  awaitsCode: boolean
  lastUsedAt: string
}

/** A session as its owner sees it; the hash tells it apart and opens nothing. */
export interface OwnSession {
  tokenHash: string
  startedOn: string | null
  browser: string
  lastUsedAt: string
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  const { tokenHash, consultantId, expiresAt, startedOn, browser, awaitsCode, lastUsedAt } = session
  await db
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      consultant_id: consultantId,
      expires_at: expiresAt,
      started_on: startedOn,
      browser,
      awaits_code: awaitsCode ? 1 : 0,
      last_used_at: lastUsedAt,
    })
    .execute()
}

export async function findSessionConsultant(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<Consultant | null> {
  const row = await sessionsOf(db, tokenHash, now).where('session.awaits_code', '=', 0).executeTakeFirst()
  return row ?? null
}

/** Who is signed in, and whether they have yet to set up the second factor that the workspace asks of everybody. */
export async function findConsultantSession(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<{ consultant: Consultant; owesFactor: boolean; lastUsedAt: string } | null> {
  const row = await sessionsOf(db, tokenHash, now)
    .where('session.awaits_code', '=', 0)
    .select(['session.last_used_at', sql<number>`${OWES_FACTOR}`.as('owes_factor')])
    .executeTakeFirst()
  if (!row) return null
  const { owes_factor, last_used_at: lastUsedAt, ...consultant } = row
  return { consultant, owesFactor: owes_factor === 1, lastUsedAt }
}

const OWES_FACTOR = sql`exists (select 1 from workspace where demands_second_factor = 1)
  and not exists (select 1 from second_factor where consultant_id = consultant.id and confirmed = 1)`

/** Whose password was right in a session that still waits for the second factor. */
export async function findWaitingConsultant(
  db: Db,
  tokenHash: string,
  now: string,
): Promise<Consultant | null> {
  const row = await sessionsOf(db, tokenHash, now).where('session.awaits_code', '=', 1).executeTakeFirst()
  return row ?? null
}

function sessionsOf(db: Db, tokenHash: string, now: string) {
  return db
    .selectFrom('session')
    .innerJoin('consultant', 'consultant.id', 'session.consultant_id')
    .select(['consultant.id', 'consultant.email', 'consultant.name', 'consultant.role'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('consultant.ended_on', 'is', null)
}

/** The newest first. */
export async function listSessions(db: Db, consultantId: string, now: string): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'started_on', 'browser', 'last_used_at'])
    .where('consultant_id', '=', consultantId)
    .where('expires_at', '>', now)
    .where('awaits_code', '=', 0)
    .orderBy('expires_at', 'desc')
    .execute()
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    startedOn: row.started_on,
    browser: row.browser,
    lastUsedAt: row.last_used_at,
  }))
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Notes that a session is in use. */
export async function setLastUse(db: Db, tokenHash: string, now: string): Promise<void> {
  await db.updateTable('session').set({ last_used_at: now }).where('token_hash', '=', tokenHash).execute()
}

/** Ends the named sessions of a consultant. */
export async function deleteTheseSessions(
  db: Db,
  { consultantId, hashes }: { consultantId: string; hashes: readonly string[] },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('consultant_id', '=', consultantId)
    .where('token_hash', 'in', hashes)
    .execute()
}

/** Ends all sessions of a consultant, but for the one that is kept. */
export async function deleteSessionsOf(
  db: Db,
  { consultantId, except = '' }: { consultantId: string; except?: string },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('consultant_id', '=', consultantId)
    .where('token_hash', '!=', except)
    .execute()
}

const EXPIRING = ['session', 'lead_session', 'report_session', 'progress_session', 'password_reset'] as const

/** Clears the sessions of consultants, leads and readers alike, and links for a new password. */
export function deleteExpiredSessions(db: Db, now: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    for (const table of EXPIRING) {
      await transaction.deleteFrom(table).where('expires_at', '<=', now).execute()
    }
  })
}
