import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashToken, linkToken, newToken } from '#app/http/tokens.server.ts'
import {
  findShareByToken,
  insertReportSession,
  insertShare,
  listShares,
  markOpened,
} from '#db/report-shares.ts'
import { findLatestReportVersion } from '#db/report-versions.ts'
import type { Database } from '#db/schema.ts'

const READING_HOURS = 12

/** A report link is never reissued under the same id, so its tokens have one version. */
const LINK_VERSION = 1

export interface ShareLink {
  id: string
  url: string
  version: number
  expiresOn: string
  state: 'active' | 'expired' | 'revoked'
  lastOpenedOn: string | null
}

interface LinkSettings {
  secret: string
  baseUrl: string
}

/** Makes a link to the latest published version. Null where nothing is published. */
export async function shareReport(
  db: Kysely<Database>,
  share: { roundId: string; days: number; now: Date },
  { secret, baseUrl }: LinkSettings,
): Promise<string | null> {
  const version = await findLatestReportVersion(db, share.roundId)
  if (!version) return null
  const id = randomUUID()
  const token = linkToken(secret, 'r', id, LINK_VERSION)
  const expiresAt = later(share.now, share.days * 24)
  await insertShare(db, { id, reportVersionId: version.id, tokenHash: hashToken(token), expiresAt })
  return `${baseUrl}/r/${token}`
}

export async function listShareLinks(
  db: Kysely<Database>,
  roundId: string,
  now: Date,
  { secret, baseUrl }: LinkSettings,
): Promise<ShareLink[]> {
  const shares = await listShares(db, roundId)
  return shares.map(({ id, version, expiresAt, revoked, lastOpenedOn }) => ({
    id,
    version,
    lastOpenedOn,
    url: `${baseUrl}/r/${linkToken(secret, 'r', id, LINK_VERSION)}`,
    expiresOn: expiresAt.slice(0, 10),
    state: revoked ? 'revoked' : expiresAt <= now.toISOString() ? 'expired' : 'active',
  }))
}

/** Whether a token opens a report now. Unknown, expired and revoked are all the same: no. */
export async function isOpenShare(db: Kysely<Database>, token: string, now: Date): Promise<boolean> {
  return (await findShareByToken(db, hashToken(token), now.toISOString())) !== null
}

/** Begins a reader's session; the token leaves the address here and stays out of it. */
export async function openShare(db: Kysely<Database>, token: string, now: Date): Promise<string | null> {
  const share = await findShareByToken(db, hashToken(token), now.toISOString())
  if (!share) return null
  const session = newToken()
  await insertReportSession(db, {
    tokenHash: hashToken(session),
    shareId: share.shareId,
    expiresAt: later(now, READING_HOURS),
  })
  await markOpened(db, { shareId: share.shareId, day: now.toISOString().slice(0, 10) })
  return session
}

function later(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString()
}
