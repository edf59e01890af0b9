import type { Kysely } from 'kysely'
import { inTransaction } from '#db/in-transaction.ts'
import { updateLead } from '#db/leads.ts'
import type { Database } from '#db/schema.ts'
import type { EditLeadResult } from './edit-lead.server.ts'
import type { Lead } from './engagement.ts'
import { openPlacesOf } from './replace-lead.server.ts'

/** No later round asks this lead. Rounds they were invited to go on counting them. */
export function leaveLead(db: Kysely<Database>, lead: Lead, today: string): Promise<EditLeadResult> {
  return inTransaction(db, async (transaction): Promise<EditLeadResult> => {
    const waiting = (await openPlacesOf(transaction, lead)).find(({ handedIn }) => !handedIn)
    if (waiting) {
      const form = `${lead.name} is being asked in “${waiting.title}”. Withdraw them there first, or name who takes their place.`
      return { ok: false, errors: { form } }
    }
    await updateLead(transaction, { ...lead, leftOn: today })
    return { ok: true }
  })
}

export async function askLeadAgain(db: Kysely<Database>, lead: Lead): Promise<EditLeadResult> {
  const { leftOn: _, ...asked } = lead
  await updateLead(db, asked)
  return { ok: true }
}
