import type { Kysely } from 'kysely'
import { updateEngagement } from '#db/engagements.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads } from '#db/leads.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { counted } from './count-words.ts'
import type { EngagementResult } from './create-engagement.server.ts'
import type { Engagement } from './engagement.ts'
import { type EngagementDetails, type EngagementErrors, engagementErrors } from './engagement-details.ts'
import { keepIds, removedFrom } from './named-list.ts'

/** Changes names freely; takes out a department or role only where no lead and no answer can point at it. */
export async function editEngagement(
  db: Kysely<Database>,
  engagement: Engagement,
  details: EngagementDetails,
): Promise<EngagementResult> {
  const errors = engagementErrors(details)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const next: Engagement = {
    ...engagement,
    clientName: details.clientName,
    departments: keepIds(details.departments, engagement.departments),
    roles: keepIds(details.roles, engagement.roles),
  }
  return inTransaction(db, async (transaction): Promise<EngagementResult> => {
    const refusals = await removalErrors(transaction, engagement, next)
    if (Object.keys(refusals).length > 0) return { ok: false, errors: refusals }
    await updateEngagement(transaction, next)
    return { ok: true, engagement: next }
  })
}

async function removalErrors(db: Db, former: Engagement, next: Engagement): Promise<EngagementErrors> {
  const [department] = removedFrom(former.departments, next.departments)
  const [role] = removedFrom(former.roles, next.roles)
  if (!department && !role) return {}
  const asked = (await listRounds(db, former.id)).some(({ state }) => state !== 'draft')
  const inIt = (await listLeads(db, former.id)).filter((lead) => lead.departmentId === department?.id).length
  const errors: EngagementErrors = {}
  if (department && inIt > 0) {
    errors.departments = `${counted(inIt, 'lead belongs', 'leads belong')} to ${department.name}: move them first.`
  } else if (department && asked) errors.departments = offeredWords(department.name)
  if (role && asked) errors.roles = offeredWords(role.name)
  return errors
}

function offeredWords(name: string): string {
  return `${name} has been offered to leads in a round already, so it stays. You can change how it is called.`
}
