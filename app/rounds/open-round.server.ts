import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { linkHashes } from '#app/http/tokens.server.ts'
import { withCommitments } from '#app/questionnaire/commitments.ts'
import { instrumentByKey } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { mayActAs } from '#app/session/consultant.ts'
import { findCommitments } from '#db/commitments.ts'
import { listAccounts } from '#db/consultants.ts'
import { listMembers } from '#db/engagement-members.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads } from '#db/leads.ts'
import { insertParticipations, listParticipations, listWithdrawnPlaces } from '#db/participations.ts'
import { findRound, setRoundOpen } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { listed } from './count-words.ts'
import { type Engagement, type Lead, stillAsked } from './engagement.ts'
import { keepUntilOf } from './keeping/keep-until.ts'

export type RoundStep = { ok: true } | { ok: false; error: string }

interface OpenedBy {
  roundId: string
  consultantId: string
  secret: string
  today: string
  /** The service to which lines will go to be grouped; left out where they stay here. */
  linesGoTo?: string | null
}

const FIRST_LINK = 1

/** Freezes the questionnaire and the promise, and makes a place with a personal link for every lead. */
export function openRound(
  db: Kysely<Database>,
  { roundId, consultantId, secret, today, linesGoTo = null }: OpenedBy,
): Promise<RoundStep> {
  return inTransaction(db, async (transaction): Promise<RoundStep> => {
    const found = await findRound(transaction, { id: roundId, consultantId })
    if (found?.round.state !== 'draft') return { ok: false, error: 'This round has been opened already.' }
    const chosen = await instrumentByKey(transaction, found.round.instrumentKey)
    if (!chosen)
      return { ok: false, error: 'The questionnaire is not in the catalogue any more: choose another.' }
    const leads = stillAsked(await listLeads(transaction, found.engagement.id))
    if (leads.length === 0) return { ok: false, error: 'There is nobody to ask yet: add leads first.' }
    const instrument = withCommitments(chosen, await findCommitments(transaction, roundId))
    const promisedBy = await promisedNames(transaction, found.engagement)
    const keepUntil = keepUntilOf(found.round)
    await setRoundOpen(transaction, {
      id: roundId,
      instrument,
      openedOn: today,
      promisedBy,
      linesGoTo,
      keepUntil,
    })
    await invite(transaction, roundId, leads, secret)
    return { ok: true }
  })
}

/** Gives leads who were added after the opening a place as well. */
export function inviteLateLeads(
  db: Kysely<Database>,
  { roundId, consultantId, secret }: Omit<OpenedBy, 'today'>,
): Promise<RoundStep> {
  return inTransaction(db, async (transaction): Promise<RoundStep> => {
    const found = await findRound(transaction, { id: roundId, consultantId })
    if (found?.round.state !== 'open') return { ok: false, error: 'This round is not open.' }
    const leads = stillAsked(await listLeads(transaction, found.engagement.id))
    const places = await listEverGiven(transaction, roundId)
    await invite(transaction, roundId, withoutPlace(leads, places), secret)
    return { ok: true }
  })
}

export function withoutPlace(leads: readonly Lead[], places: readonly { lead: Pick<Lead, 'id'> }[]): Lead[] {
  return leads.filter(({ id }) => !places.some(({ lead }) => lead.id === id))
}

/** Everybody who can read the answers of an engagement, as leads are told: who answers for it, and whom they added. */
async function promisedNames(db: Db, { id, consultantId }: Engagement): Promise<string> {
  const accounts = await listAccounts(db)
  const members = (await listMembers(db, id)).filter(({ role }) => mayActAs(role, 'consultant'))
  return listed([
    ...accounts.filter((account) => account.id === consultantId).map(({ name }) => name),
    ...members.map(({ name }) => name),
  ])
}

/** Withdrawn places among them: who was taken out comes back by hand only. */
export async function listEverGiven(db: Db, roundId: string) {
  return [...(await listParticipations(db, roundId)), ...(await listWithdrawnPlaces(db, roundId))]
}

export async function invite(db: Db, roundId: string, leads: readonly Lead[], secret: string): Promise<void> {
  const participations = leads.map((lead) => {
    const id = randomUUID()
    const hashes = linkHashes(secret, id, FIRST_LINK)
    return { id, roundId, leadId: lead.id, ...hashes, linkVersion: FIRST_LINK }
  })
  if (participations.length > 0) await insertParticipations(db, participations)
}
