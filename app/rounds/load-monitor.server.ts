import type { Kysely } from 'kysely'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { listLeads } from '#db/leads.ts'
import { listParticipations } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'
import type { Engagement } from './engagement.ts'
import { nextForRound } from './next-action.ts'
import { withoutPlace } from './open-round.server.ts'
import { progressOf } from './progress.ts'
import { promiseOf } from './promise.ts'
import { readinessWarnings } from './readiness.ts'
import type { Round } from './round.ts'
import type { RoundMonitorProps } from './round-monitor.tsx'
import { whatCanBeShown } from './what-can-be-shown.ts'

/** Everything the monitor shows. Who has answered, and when or what, are kept apart: only the first is read. */
export async function loadMonitor(
  db: Kysely<Database>,
  { round, engagement }: { round: Round; engagement: Engagement },
  { consultantName, today }: { consultantName: string; today: string },
): Promise<RoundMonitorProps> {
  const { instrument, ...settings } = round
  const leads = await listLeads(db, engagement.id)
  const places = await listParticipations(db, round.id)
  const progress = progressOf(places, engagement.departments)
  const asked = round.state === 'draft' ? leads : places.map(({ lead }) => lead)
  const known = instrument ?? findInstrument(round.instrumentKey)
  const outlook = whatCanBeShown(asked, round)
  return {
    round: settings,
    progress,
    next: nextForRound(round, progress, leads.length, today),
    outlook,
    warnings: [...outlook.warnings, ...readinessWarnings(engagement)],
    instrumentTitle: known?.title ?? round.instrumentKey,
    promise: promiseOf(round.privacyMode, consultantName, round.smallestGroup),
    leadCount: leads.length,
    lateLeads: round.state === 'open' ? withoutPlace(leads, places).map(({ name }) => name) : [],
  }
}
