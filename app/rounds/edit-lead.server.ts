import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { deleteLead, listLeads, updateLead } from '#db/leads.ts'
import { listParticipations } from '#db/participations.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { sameAddressError } from './add-leads.server.ts'
import type { Engagement, Lead } from './engagement.ts'
import { type LeadErrors, readLead, type TypedLead } from './lead-details.ts'
import type { Round } from './round.ts'

export type EditLeadResult = { ok: true } | { ok: false; errors: LeadErrors & { form?: string } }

/** The level decides what a lead is asked, so it cannot change under somebody who is answering. */
export async function editLead(
  db: Kysely<Database>,
  engagement: Engagement,
  lead: Lead,
  typed: TypedLead,
): Promise<EditLeadResult> {
  const result = readLead(typed, engagement.departments)
  if (!result.ok) return result
  return inTransaction(db, async (transaction): Promise<EditLeadResult> => {
    const others = (await listLeads(transaction, engagement.id)).filter(({ id }) => id !== lead.id)
    const error = sameAddressError(result.details.email, others)
    if (error) return { ok: false, errors: { email: error } }
    if (result.details.level !== lead.level) {
      const open = (await invitationsOf(transaction, lead)).find(({ state }) => state === 'open')
      if (open)
        return {
          ok: false,
          errors: { level: `${lead.name} is being asked in “${open.title}”. Close it first.` },
        }
    }
    await updateLead(transaction, { ...lead, ...result.details })
    return { ok: true }
  })
}

/** Leads who have been invited stay: the report counts who was asked. */
export function removeLead(db: Kysely<Database>, lead: Lead): Promise<EditLeadResult> {
  return inTransaction(db, async (transaction): Promise<EditLeadResult> => {
    const [round] = await invitationsOf(transaction, lead)
    if (round) {
      const form = `${lead.name} was invited to “${round.title}” and stays on the list: the report counts who was asked.`
      return { ok: false, errors: { form } }
    }
    await deleteLead(transaction, { id: lead.id, engagementId: lead.engagementId })
    return { ok: true }
  })
}

/** The rounds that have a place for this lead. */
async function invitationsOf(db: Db, lead: Lead): Promise<Round[]> {
  const rounds = await listRounds(db, lead.engagementId)
  const invited = await Promise.all(
    rounds.map(async (round) => {
      const places = await listParticipations(db, round.id)
      return places.some(({ participation }) => participation.leadId === lead.id)
    }),
  )
  return rounds.filter((_, index) => invited[index])
}
