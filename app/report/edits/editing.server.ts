import type { RequestContext } from '#app/http/context.server.ts'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import type { Round } from '#app/rounds/round.ts'
import { saveReportEdits } from '#db/report-edits.ts'
import { type LoadedReport, loadReport } from '../load-report.server.ts'
import { documentIdOf } from '../publish-report.server.ts'
import type { EditChange } from './edit.ts'

export interface Editing {
  round: Round
  engagement: Engagement
  report: LoadedReport
}

/** The report of a round as its consultant works on it; 404 where it is somebody else's, or not there yet. */
export async function editingOf(context: RequestContext, roundId: string | undefined): Promise<Editing> {
  const { round, engagement } = await ownedRound(context, roundId)
  const report = await loadReport(context.db, {
    roundId: round.id,
    consultant: consultantOf(context),
    documentId: documentIdOf(round.id, 0),
    today: today(context),
  })
  if (!report) throw new Response(null, { status: 404 })
  return { round, engagement, report }
}

export function saveChanges(
  context: RequestContext,
  roundId: string,
  changes: readonly EditChange[],
): Promise<void> {
  const by = consultantOf(context).name
  return saveReportEdits(context.db, { roundId, by, at: context.now().toISOString(), changes })
}
