import type { Kysely } from 'kysely'
import { mayActAs } from '#app/session/consultant.ts'
import { listAccounts } from '#db/consultants.ts'
import { addMember, handOverEngagement, listMembers, removeMember } from '#db/engagement-members.ts'
import { listRounds } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import type { Engagement } from './engagement.ts'

/** Who can open an engagement, and who could be added. */
export async function loadEngagementPeople(db: Kysely<Database>, engagement: Engagement) {
  const accounts = (await listAccounts(db)).filter(({ endedOn }) => !endedOn)
  const members = await listMembers(db, engagement.id)
  const named = (account: { id: string; name: string; role: string }) => ({
    id: account.id,
    name: account.name,
    role: account.role,
  })
  return {
    responsible:
      accounts.find(({ id }) => id === engagement.consultantId)?.name ?? 'an account that has ended',
    members: members.map(named),
    candidates: accounts
      .filter(({ id }) => id !== engagement.consultantId && !members.some((member) => member.id === id))
      .map(named),
    successors: accounts
      .filter(({ id, role }) => id !== engagement.consultantId && mayActAs(role, 'consultant'))
      .map(named),
  }
}

export type EngagementPeopleStep = { ok: true; words: string } | { ok: false; error: string }

/** Adds or takes out somebody, or makes somebody else answer for the engagement. Only who answers for it may. */
export async function changeEngagementPeople(
  db: Kysely<Database>,
  engagement: Engagement,
  { intent, id, by }: { intent: string; id: string; by: string },
  today: string,
): Promise<EngagementPeopleStep> {
  if (by !== engagement.consultantId)
    return { ok: false, error: 'Only who answers for this engagement decides who opens it.' }
  const account = (await listAccounts(db)).find((candidate) => candidate.id === id && !candidate.endedOn)
  if (!account) return { ok: false, error: 'Choose somebody from the list.' }
  const engagementId = engagement.id
  if (intent === 'remove') {
    await removeMember(db, { engagementId, consultantId: id })
    return { ok: true, words: `took ${account.name} out of the engagement` }
  }
  if (intent === 'hand-over') {
    if (!mayActAs(account.role, 'consultant'))
      return { ok: false, error: `${account.name} is a viewer and runs no engagement.` }
    await handOverEngagement(db, { engagementId, to: id })
    return { ok: true, words: `handed the engagement to ${account.name}` }
  }
  const error = mayActAs(account.role, 'consultant') ? await promiseError(db, engagement, account.name) : null
  if (error) return { ok: false, error }
  await addMember(db, { engagementId, consultantId: id, addedOn: today })
  return { ok: true, words: `added ${account.name} to the engagement` }
}

/** Leads were told by name who reads their answers; nobody joins that circle afterwards. Viewers read no answers. */
async function promiseError(
  db: Kysely<Database>,
  engagement: Engagement,
  name: string,
): Promise<string | null> {
  const rounds = await listRounds(db, engagement.id)
  const promised = rounds.find(
    ({ state, privacyMode }) => state !== 'draft' && privacyMode === 'confidential',
  )
  return promised
    ? `In “${promised.title}” leads were promised by name who reads their answers, and ${name} is not named there. Add them as a viewer, or before the next round opens.`
    : null
}
