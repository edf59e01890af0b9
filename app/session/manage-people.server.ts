import type { Kysely } from 'kysely'
import { deleteInvitation, deleteInvitationsBy, listInvitations } from '#db/consultant-invitations.ts'
import { type Account, endConsultant, listAccounts, setConsultantRole } from '#db/consultants.ts'
import { handOverEngagement, isAddedToPromised, listOwnEngagementIds } from '#db/engagement-members.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { revokeLinksKnownTo } from '#db/report-shares.ts'
import type { Database, Db } from '#db/schema.ts'
import { listFactorHolders, removeSecondFactor } from '#db/second-factors.ts'
import { deleteSessionsOf } from '#db/sessions.ts'
import { demandsSecondFactor, setFactorDemand } from '#db/workspace.ts'
import { CONSULTANT_ROLES, type ConsultantRole, mayActAs } from './consultant.ts'

export type PeopleStep = { ok: true; words: string } | { ok: false; error: string }

const NO_ACCOUNT: PeopleStep = { ok: false, error: 'There is no such account.' }

/** Undefined for one that has ended, too. */
export async function accountInUse(db: Db, id: string): Promise<Account | undefined> {
  return (await listAccounts(db)).find((account) => account.id === id && !account.endedOn)
}

export async function loadPeople(db: Kysely<Database>, now: Date) {
  const holders = new Set(await listFactorHolders(db))
  const accounts = (await listAccounts(db)).map((account) => ({
    ...account,
    secondFactor: holders.has(account.id),
  }))
  const invitations = await listInvitations(db, now.toISOString())
  return { accounts, invitations, factorDemanded: await demandsSecondFactor(db) }
}

/** Somebody has to stay who can run the workspace. */
function lastOwnerError(accounts: readonly Account[], leaving: Account): string | null {
  const others = accounts.filter(({ id, role, endedOn }) => id !== leaving.id && role === 'owner' && !endedOn)
  return leaving.role === 'owner' && others.length === 0
    ? `${leaving.name} is the only owner: make somebody else an owner first.`
    : null
}

export function changeRole(
  db: Kysely<Database>,
  { id, role: typed }: { id: string; role: string },
): Promise<PeopleStep> {
  return inTransaction(db, async (transaction): Promise<PeopleStep> => {
    const accounts = await listAccounts(transaction)
    const account = accounts.find((candidate) => candidate.id === id && !candidate.endedOn)
    const role = CONSULTANT_ROLES.find((known) => known === typed)
    if (!account || !role) return { ok: false, error: 'There is no such account or role.' }
    const error = role === 'owner' ? null : lastOwnerError(accounts, account)
    if (error) return { ok: false, error }
    const promised = await promiseError(transaction, account, role)
    if (promised) return { ok: false, error: promised }
    await setConsultantRole(transaction, { id, role })
    return { ok: true, words: `made ${account.name} ${role === 'owner' ? 'an owner' : `a ${role}`}` }
  })
}

/** A viewer may have been added to a round after leads were told by name who reads their answers; there they stay one. */
async function promiseError(
  db: Db,
  { id, name, role: before }: Account,
  role: ConsultantRole,
): Promise<string | null> {
  if (mayActAs(before, 'consultant') || !mayActAs(role, 'consultant')) return null
  return (await isAddedToPromised(db, id))
    ? `${name} was added as a viewer where leads were promised by name who reads their answers. Have them taken out of that engagement first.`
    : null
}

/**
 * Ends an account: its sessions, the invitations it sent and the report links it knew are dead at once, and its engagements
 * pass to a successor.
 */
export function endAccount(
  db: Kysely<Database>,
  { id, successorId, today }: { id: string; successorId: string; today: string },
): Promise<PeopleStep> {
  return inTransaction(db, async (transaction): Promise<PeopleStep> => {
    const accounts = await listAccounts(transaction)
    const account = accounts.find((candidate) => candidate.id === id && !candidate.endedOn)
    if (!account) return { ok: false, error: 'There is no such account.' }
    const error = lastOwnerError(accounts, account)
    if (error) return { ok: false, error }
    const engagements = await listOwnEngagementIds(transaction, id)
    const successor = accounts.find(
      (candidate) =>
        candidate.id === successorId &&
        candidate.id !== id &&
        !candidate.endedOn &&
        mayActAs(candidate.role, 'consultant'),
    )
    if (engagements.length > 0 && !successor)
      return { ok: false, error: `Choose who takes over the engagements of ${account.name}.` }
    const ended = mayActAs(account.role, 'consultant') ? await revokeLinksKnownTo(transaction, id) : 0
    for (const engagementId of engagements)
      await handOverEngagement(transaction, { engagementId, to: successor?.id ?? '' })
    await endConsultant(transaction, { id, endedOn: today })
    await deleteSessionsOf(transaction, { consultantId: id })
    await deleteInvitationsBy(transaction, id)
    const handed =
      engagements.length > 0 ? ` and handed ${engagements.length} engagements to ${successor?.name}` : ''
    const links = ended > 0 ? `; ${ended} report links ended` : ''
    return { ok: true, words: `ended the account of ${account.name}${handed}${links}` }
  })
}

export function withdrawInvitation(db: Kysely<Database>, email: string): Promise<void> {
  return deleteInvitation(db, email)
}

/** Who asks it of everybody has to have one: otherwise the first to be led to its set-up would be the owner. */
export async function demandFactor(
  db: Kysely<Database>,
  { by, demanded }: { by: string; demanded: boolean },
): Promise<PeopleStep> {
  if (demanded && !(await listFactorHolders(db)).includes(by))
    return { ok: false, error: 'Set up your own second factor first, on the page of your account.' }
  await setFactorDemand(db, demanded)
  return {
    ok: true,
    words: demanded ? 'asked a second factor of everybody' : 'left the second factor to each',
  }
}

/** Signs somebody out everywhere; they may sign in again. */
export function endSessionsOf(db: Kysely<Database>, id: string): Promise<PeopleStep> {
  return inTransaction(db, async (transaction): Promise<PeopleStep> => {
    const account = await accountInUse(transaction, id)
    if (!account) return NO_ACCOUNT
    await deleteSessionsOf(transaction, { consultantId: id })
    return { ok: true, words: `ended all sessions of ${account.name}` }
  })
}

/** For somebody whose device is lost. Their sessions end, and the next sign-in asks for the password alone. */
export function resetFactor(db: Kysely<Database>, id: string): Promise<PeopleStep> {
  return inTransaction(db, async (transaction): Promise<PeopleStep> => {
    const account = await accountInUse(transaction, id)
    if (!account) return NO_ACCOUNT
    await removeSecondFactor(transaction, id)
    await deleteSessionsOf(transaction, { consultantId: id })
    return { ok: true, words: `took the second factor of ${account.name} away` }
  })
}
