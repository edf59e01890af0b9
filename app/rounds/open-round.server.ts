import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashToken, linkToken } from '#app/http/tokens.server.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads } from '#db/leads.ts'
import { insertParticipations, listParticipations } from '#db/participations.ts'
import { findRound, setRoundOpen } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import type { Lead } from './engagement.ts'

export type RoundStep = { ok: true } | { ok: false; error: string }

interface OpenedBy {
  roundId: string
  consultantId: string
  secret: string
  today: string
}

const FIRST_LINK = 1

/** Freezes the questionnaire and the promise, and makes a place with a personal link for every lead. */
export function openRound(
  db: Kysely<Database>,
  { roundId, consultantId, secret, today }: OpenedBy,
): Promise<RoundStep> {
  return inTransaction(db, async (transaction): Promise<RoundStep> => {
    const found = await findRound(transaction, { id: roundId, consultantId })
    if (found?.round.state !== 'draft') return { ok: false, error: 'This round has been opened already.' }
    const instrument = findInstrument(found.round.instrumentKey)
    if (!instrument)
      return { ok: false, error: 'The questionnaire is not in the catalogue any more: choose another.' }
    const leads = await listLeads(transaction, found.engagement.id)
    if (leads.length === 0) return { ok: false, error: 'There is nobody to ask yet: add leads first.' }
    await setRoundOpen(transaction, { id: roundId, instrument, openedOn: today })
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
    const leads = await listLeads(transaction, found.engagement.id)
    const places = await listParticipations(transaction, roundId)
    await invite(transaction, roundId, withoutPlace(leads, places), secret)
    return { ok: true }
  })
}

export function withoutPlace(leads: readonly Lead[], places: readonly { lead: Pick<Lead, 'id'> }[]): Lead[] {
  return leads.filter(({ id }) => !places.some(({ lead }) => lead.id === id))
}

async function invite(db: Db, roundId: string, leads: readonly Lead[], secret: string): Promise<void> {
  const participations = leads.map((lead) => {
    const id = randomUUID()
    const tokenHash = hashToken(linkToken(secret, 'p', id, FIRST_LINK))
    return { id, roundId, leadId: lead.id, tokenHash, linkVersion: FIRST_LINK }
  })
  if (participations.length > 0) await insertParticipations(db, participations)
}
