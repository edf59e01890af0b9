import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { insertEngagement } from '#db/engagements.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { listLeads } from '#db/leads.ts'
import { findRoundMail, saveRoundMail } from '#db/round-mail.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database, Db } from '#db/schema.ts'
import { addLeads } from './add-leads.server.ts'
import type { EngagementResult } from './create-engagement.server.ts'
import { createRound } from './create-round.server.ts'
import { addDays, daysBetween } from './day.ts'
import { type Engagement, stillAsked } from './engagement.ts'
import { engagementErrors } from './engagement-details.ts'
import type { Round } from './round.ts'
import { settingsOf } from './round-settings.ts'

interface Duplicating {
  consultantId: string
  clientName: string
  withLeads: boolean
  today: string
}

/**
 * A new engagement with the departments and roles of another, its leads if wanted, and its latest round as a draft. Answers,
 * themes, reports and links stay where they were given.
 */
export function duplicateEngagement(
  db: Kysely<Database>,
  former: Engagement,
  { consultantId, clientName, withLeads, today }: Duplicating,
): Promise<EngagementResult> {
  const { departments, roles } = former
  const errors = engagementErrors({ clientName, departments: [], roles: [] })
  if (Object.keys(errors).length > 0) return Promise.resolve({ ok: false, errors })
  return inTransaction(db, async (transaction): Promise<EngagementResult> => {
    const engagement: Engagement = {
      id: randomUUID(),
      consultantId,
      clientName,
      departments,
      roles,
      createdOn: today,
    }
    await insertEngagement(transaction, engagement)
    if (withLeads) await addLeads(transaction, engagement, await askedLeads(transaction, former.id))
    const [latest] = await listRounds(transaction, former.id)
    if (latest) await duplicateRound(transaction, latest, engagement.id, today)
    return { ok: true, engagement }
  })
}

async function askedLeads(db: Db, engagementId: string) {
  const leads = stillAsked(await listLeads(db, engagementId))
  return leads.map(({ name, email, level, departmentId, jobTitle }) => ({
    name,
    email,
    level,
    departmentId,
    jobTitle,
  }))
}

/** Its settings and texts, from today on and as long as the former one was meant to last. */
async function duplicateRound(db: Db, former: Round, engagementId: string, today: string): Promise<void> {
  const closesOn = addDays(today, Math.max(0, daysBetween(former.opensOn, former.closesOn)))
  const round = await createRound(db, engagementId, { ...settingsOf(former), opensOn: today, closesOn })
  const mail = await findRoundMail(db, former.id)
  if (mail) await saveRoundMail(db, round.id, mail)
}
