import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import { timeZones } from '#app/rounds/load-round-form.server.ts'
import { zoneOf } from '#app/rounds/time-zone.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/schema.ts'
import { loadFindings } from '../plan/load-findings.server.ts'
import type { OwnedPlan } from '../plan/owned-plan.server.ts'
import { leadNamed } from '../plan/owner-names.ts'
import type { PlanEntry } from '../plan/plan.ts'
import { type DraftForum, draftRhythm } from './draft-rhythm.ts'
import { CADENCES, type Forum } from './forum.ts'
import type { ForumFormProps } from './forum-form.tsx'
import { newForum, type Usual } from './new-forum.ts'
import { typedForum } from './read-forum.ts'
import { vtimezone } from './vtimezone.server.ts'

/** The forums that the findings of the latest round ask for. */
export async function loadDrafts(db: Db, engagement: Engagement): Promise<DraftForum[]> {
  const findings = await loadFindings(db, engagement)
  return findings ? draftRhythm(findings.scores, findings.diagnosis) : []
}

type Opened = OwnedPlan & { entry: PlanEntry<'forum'> | null }

/**
 * What the form of a forum shows. A new one starts from what its `cadence` needs, and with `from=findings` from what the
 * findings say of it too.
 */
export async function loadForumForm(
  db: Db,
  { entry, ...owned }: Opened,
  asked: URLSearchParams,
): Promise<Pick<ForumFormProps, 'typed' | 'owners' | 'zones'>> {
  const { owners } = owned
  if (entry) return { typed: typedForum(entry.content), owners, zones: zonesWith(entry.content.timeZone) }
  const cadence = CADENCES.find((known) => known === asked.get('cadence')) ?? 'weekly'
  const drafts = asked.get('from') === 'findings' ? await loadDrafts(db, owned.engagement) : []
  const draft = drafts.find(({ id }) => id === cadence)
  const usual = await usualForum(db, owned)
  return { typed: typedForum(newForum(cadence, usual, draft)), owners, zones: zonesWith(usual.timeZone) }
}

/** The zones that a calendar file can define, and the one that is set. */
function zonesWith(set: string): string[] {
  const zones = timeZones().filter((zone) => vtimezone(zone) !== null)
  return zones.includes(set) ? zones : [set, ...zones]
}

/** Where a new forum starts from: the senior team, and the zone and holidays of the forum before it or else of the round. */
async function usualForum(db: Db, { engagement, leads, plan }: OwnedPlan): Promise<Usual> {
  const before = plan.forum.at(-1)?.content
  const [round] = await listRounds(db, engagement.id)
  return {
    members: leads.filter(({ level }) => level === 'senior').map(({ name }) => name),
    timeZone: before?.timeZone ?? zoneOf(round ?? {}),
    holidays: before?.holidays ?? [],
  }
}

/** The owner's address, where the consultant lets calendar files carry it and the owner is a lead. */
export function ownerMail(leads: readonly Lead[]): (forum: Forum) => string | null {
  return ({ owner, ownerMail }) => (ownerMail ? (leadNamed(leads, owner)?.email ?? null) : null)
}
