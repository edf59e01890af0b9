import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { insertLeads, listLeads } from '#db/leads.ts'
import type { Database, Db } from '#db/schema.ts'
import type { Engagement, Lead } from './engagement.ts'
import { type LeadDetails, type LeadErrors, readLead, type TypedLead } from './lead-details.ts'

/** Adds leads whose details have been checked. */
export async function addLeads(
  db: Db,
  engagement: Pick<Engagement, 'id'>,
  rows: readonly LeadDetails[],
): Promise<Lead[]> {
  const leads = rows.map((details) => ({ ...details, id: randomUUID(), engagementId: engagement.id }))
  if (leads.length > 0) await insertLeads(db, leads)
  return leads
}

/** Adds one lead from a form. */
export async function addLead(
  db: Kysely<Database>,
  engagement: Engagement,
  typed: TypedLead,
): Promise<{ ok: true } | { ok: false; errors: LeadErrors }> {
  const result = readLead(typed, engagement.departments)
  if (!result.ok) return result
  const error = sameAddressError(result.details.email, await listLeads(db, engagement.id))
  if (error) return { ok: false, errors: { email: error } }
  await addLeads(db, engagement, [result.details])
  return { ok: true }
}

/** One person, one link: an address stands for one lead of an engagement. */
export function sameAddressError(email: string, others: readonly Lead[]): string | null {
  const twin = others.find((lead) => lead.email.toLowerCase() === email.toLowerCase())
  return twin ? `${twin.name} has this address already.` : null
}
