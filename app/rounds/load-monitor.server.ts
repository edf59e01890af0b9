import type { Kysely } from 'kysely'
import { instrumentByKey } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { listStops } from '#db/draft-ends.ts'
import { listLeads } from '#db/leads.ts'
import type { Database } from '#db/schema.ts'
import { type Engagement, stillAsked } from './engagement.ts'
import { unsentInWords } from './grace.ts'
import { keepingNotice, keepUntilOf, nextAfterDeletion } from './keeping/keep-until.ts'
import { loadMail } from './mail/load-mail.server.ts'
import { nextForRound } from './next-action.ts'
import { listEverGiven, withoutPlace } from './open-round.server.ts'
import { NO_POST, postStateOf } from './post-state.ts'
import { progressOf } from './progress.ts'
import { promiseOf } from './promise.ts'
import { proposeGroups } from './propose-groups.ts'
import { readinessWarnings } from './readiness.ts'
import { reopeningOf } from './reopen-round.server.ts'
import { responseRisks } from './response-risk.ts'
import type { Round } from './round.ts'
import type { RoundMonitorProps } from './round-monitor.tsx'
import { localDay, zoneOf } from './time-zone.ts'
import { toldPlaces } from './told-places.server.ts'
import { whatCanBeShown } from './what-can-be-shown.ts'
import { whereTheyStop } from './where-they-stop.ts'

interface Asking {
  consultantName: string
  now: Date
  /** Whether a mail server is set: without one nobody waits for a mail. */
  mails?: boolean
}

/** Everything the monitor shows. Who has answered, and when or what, are kept apart: only the first is read. */
export async function loadMonitor(
  db: Kysely<Database>,
  { round, engagement }: { round: Round; engagement: Engagement },
  { consultantName, now, mails = false }: Asking,
): Promise<RoundMonitorProps> {
  const { instrument, ...settings } = round
  const isOpen = round.state === 'open'
  const today = localDay(zoneOf(round), now)
  const leads = stillAsked(await listLeads(db, engagement.id))
  const places = await toldPlaces(db, round, now)
  const progress = progressOf(places, engagement.departments)
  const asked = round.state === 'draft' ? leads : places.map(({ lead }) => lead)
  const known = instrument ?? (await instrumentByKey(db, round.instrumentKey))
  const outlook = whatCanBeShown(asked, round)
  const post = isOpen && mails ? postStateOf(await loadMail(db, round, now), today) : NO_POST
  return {
    round: settings,
    archived: engagement.archivedOn !== undefined,
    progress,
    next: nextAfterDeletion(round) ?? nextForRound(round, progress, leads.length, today, post),
    keeping: keepingNotice(round, today),
    outlook,
    proposal:
      round.privacyMode === 'open' ? null : proposeGroups(asked, engagement.departments, round.smallestGroup),
    warnings: [...outlook.warnings, ...readinessWarnings(engagement)],
    ...(known?.commitments && { asksCommitments: true }),
    instrumentTitle: known?.title ?? round.instrumentKey,
    promise: promiseOf(
      round.privacyMode,
      round.promisedBy ?? consultantName,
      round.smallestGroup,
      keepUntilOf(round),
      round.linesGoTo,
    ),
    leadCount: leads.length,
    lateLeads: isOpen ? withoutPlace(leads, await listEverGiven(db, round.id)).map(({ name }) => name) : [],
    risks: isOpen ? responseRisks(progress, round) : [],
    stops: isOpen && known ? whereTheyStop(await listStops(db, round.id), known, round.smallestGroup) : null,
    unsent: unsentInWords(round),
    reopening: round.state === 'closed' && !round.answersDeletedOn ? await reopeningOf(db, round, now) : null,
    today,
  }
}
