import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Limit } from '#app/http/limit.server.ts'
import { hashToken, linkToken, newToken } from '#app/http/tokens.server.ts'
import { hashPassword, verifyPassword } from '#app/session/password-hash.server.ts'
import {
  findShareByToken,
  insertReportSession,
  insertShare,
  listShares,
  markOpened,
} from '#db/report-shares.ts'
import { findLatestReportVersion } from '#db/report-versions.ts'
import type { Database } from '#db/schema.ts'
import { PASSPHRASE_LENGTH } from './passphrase.ts'

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
  hasPassphrase: boolean
  /** Null where no guess is asked for. */
  guess: 'awaited' | 'made' | null
}

export interface ShareSettings {
  roundId: string
  days: number
  now: Date
  /** Empty where the link alone opens the report. */
  passphrase?: string
  guessFirst?: boolean
}

interface LinkSettings {
  secret: string
  baseUrl: string
}

/** Makes a link to the latest published version. Null where nothing is published. */
export async function shareReport(
  db: Kysely<Database>,
  share: ShareSettings,
  { secret, baseUrl }: LinkSettings,
): Promise<string | null> {
  const version = await findLatestReportVersion(db, share.roundId)
  if (!version) return null
  const id = randomUUID()
  const token = linkToken(secret, 'r', id, LINK_VERSION)
  const expiresAt = later(share.now, share.days * 24)
  await insertShare(db, {
    id,
    reportVersionId: version.id,
    tokenHash: hashToken(token),
    expiresAt,
    passphraseHash: share.passphrase ? await hashPassword(share.passphrase) : null,
    guessFirst: share.guessFirst ?? false,
  })
  return `${baseUrl}/r/${token}`
}

export async function listShareLinks(
  db: Kysely<Database>,
  roundId: string,
  now: Date,
  { secret, baseUrl }: LinkSettings,
): Promise<ShareLink[]> {
  const shares = await listShares(db, roundId)
  return shares.map(({ id, version, expiresAt, revoked, lastOpenedOn, hasPassphrase, ...share }) => ({
    id,
    version,
    lastOpenedOn,
    hasPassphrase,
    guess: share.guessFirst ? (share.guessed ? 'made' : 'awaited') : null,
    url: `${baseUrl}/r/${linkToken(secret, 'r', id, LINK_VERSION)}`,
    expiresOn: expiresAt.slice(0, 10),
    state: revoked ? 'revoked' : expiresAt <= now.toISOString() ? 'expired' : 'active',
  }))
}

/** What stands before the report under a token. Unknown, expired and revoked are all the same: nothing. */
export async function shareDoor(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<{ needsPassphrase: boolean } | null> {
  const share = await findShareByToken(db, hashToken(token), now.toISOString())
  return share && { needsPassphrase: share.passphraseHash !== null }
}

export type Entered =
  | { kind: 'open'; session: string }
  | { kind: 'gone' }
  | { kind: 'refused' }
  | { kind: 'wait'; seconds: number }

/** Begins a reader's session; the token leaves the address here and stays out of it. */
export async function enterShare(
  db: Kysely<Database>,
  limit: Limit,
  { token, passphrase }: { token: string; passphrase: string },
  now: Date,
): Promise<Entered> {
  const share = await findShareByToken(db, hashToken(token), now.toISOString())
  if (!share) return { kind: 'gone' }
  if (share.passphraseHash !== null) {
    const seconds = limit.claim(share.shareId)
    if (seconds > 0) return { kind: 'wait', seconds }
    const plausible = [...passphrase].length <= PASSPHRASE_LENGTH.most ? passphrase : ''
    if (!(await verifyPassword(share.passphraseHash, plausible))) return { kind: 'refused' }
    limit.forgive(share.shareId)
  }
  return { kind: 'open', session: await beginReading(db, share.shareId, now) }
}

/** The session of a reader whose link needs no passphrase. */
export async function openShare(db: Kysely<Database>, token: string, now: Date): Promise<string | null> {
  const share = await findShareByToken(db, hashToken(token), now.toISOString())
  return share?.passphraseHash === null ? beginReading(db, share.shareId, now) : null
}

async function beginReading(db: Kysely<Database>, shareId: string, now: Date): Promise<string> {
  const session = newToken()
  await insertReportSession(db, {
    tokenHash: hashToken(session),
    shareId,
    expiresAt: later(now, READING_HOURS),
  })
  await markOpened(db, { shareId, day: now.toISOString().slice(0, 10) })
  return session
}

function later(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString()
}
