import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashToken, linkToken, newToken } from '#app/http/tokens.server.ts'
import { loadPlan } from '#db/plan-entries.ts'
import {
  findClientName,
  findProgressShare,
  insertProgressSession,
  insertProgressShare,
  listProgressShares,
} from '#db/progress-shares.ts'
import type { Database } from '#db/schema.ts'
import { type CommitmentGroups, commitmentsOf, groupCommitments, keptShare } from './commitments.ts'
import { PROGRESS_DAYS } from './progress-days.ts'

const READING_HOURS = 12
/** A link is never made again under the same id, so its tokens have one version. */
const LINK_VERSION = 1

interface LinkSettings {
  secret: string
  baseUrl: string
}

export interface ProgressLink {
  id: string
  url: string
  expiresOn: string
  state: 'active' | 'expired' | 'revoked'
  lastOpenedOn: string | null
}

/** Makes a link under which the sponsor sees the commitments of the plan, for a quarter. */
export async function shareProgress(
  db: Kysely<Database>,
  { engagementId, now }: { engagementId: string; now: Date },
  { secret }: Pick<LinkSettings, 'secret'>,
): Promise<void> {
  const id = randomUUID()
  const tokenHash = hashToken(linkToken(secret, 'g', id, LINK_VERSION))
  await insertProgressShare(db, { id, engagementId, tokenHash, expiresAt: later(now, PROGRESS_DAYS * 24) })
}

export async function listProgressLinks(
  db: Kysely<Database>,
  engagementId: string,
  now: Date,
  { secret, baseUrl }: LinkSettings,
): Promise<ProgressLink[]> {
  const shares = await listProgressShares(db, engagementId)
  return shares.map(({ id, expiresAt, revoked, lastOpenedOn }) => ({
    id,
    lastOpenedOn,
    url: `${baseUrl}/g/${linkToken(secret, 'g', id, LINK_VERSION)}`,
    expiresOn: expiresAt.slice(0, 10),
    state: revoked ? 'revoked' : expiresAt <= now.toISOString() ? 'expired' : 'active',
  }))
}

/** Whether a token leads anywhere. Unknown, expired and ended are the same. */
export async function leadsToProgress(db: Kysely<Database>, token: string, now: Date): Promise<boolean> {
  return (await findProgressShare(db, hashToken(token), now.toISOString())) !== null
}

/** Begins the session of whoever followed a link; the token stays out of every address from here on. */
export async function followProgress(db: Kysely<Database>, token: string, now: Date): Promise<string | null> {
  const shareId = await findProgressShare(db, hashToken(token), now.toISOString())
  if (shareId === null) return null
  const session = newToken()
  const expiresAt = later(now, READING_HOURS)
  const day = now.toISOString().slice(0, 10)
  await insertProgressSession(db, { tokenHash: hashToken(session), shareId, expiresAt, day })
  return session
}

/** What stands on the sponsor's page: commitments, and nothing that anybody answered. */
export interface Progress {
  clientName: string
  groups: CommitmentGroups
  kept: ReturnType<typeof keptShare>
}

export async function loadProgress(
  db: Kysely<Database>,
  engagementId: string,
  today: string,
): Promise<Progress | null> {
  const clientName = await findClientName(db, engagementId)
  if (clientName === null) return null
  const commitments = commitmentsOf(await loadPlan(db, engagementId))
  return { clientName, groups: groupCommitments(commitments, today), kept: keptShare(commitments, today) }
}

function later(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * 3_600_000).toISOString()
}
