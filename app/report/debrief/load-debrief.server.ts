import { randomUUID } from 'node:crypto'
import type { RequestContext } from '#app/http/context.server.ts'
import { today } from '#app/http/context.server.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { ownedRound } from '#app/rounds/owned.server.ts'
import { mayActAs } from '#app/session/consultant.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { ReportDocument } from '../document.ts'
import { loadReport } from '../load-report.server.ts'
import { documentIdOf } from '../publish-report.server.ts'
import { viewersReport } from '../viewers-report.server.ts'
import { type Debrief, debriefOf } from './debrief.ts'
import { type DecisionForms, decisionForms } from './decision-forms.ts'

type Asking = Pick<RequestContext, 'db' | 'principal' | 'now'>

export interface DebriefPage {
  roundId: string
  engagementId: string
  /** Null where nothing is published and who asks may read nothing else. */
  debrief: Debrief | null
  forms: DecisionForms
  /** To choose an owner from. Roles only: the page is shown on a wall, and the names of those who were asked are not in it. */
  roles: string[]
  mayWrite: boolean
  isDraft: boolean
}

/** The way through a round's report, with what the room has decided on it so far. 404 while the round is not over. */
export async function loadDebrief(context: Asking, id: string | undefined): Promise<DebriefPage> {
  const { round, engagement } = await ownedRound(context, id)
  if (round.state === 'draft' || round.state === 'open') throw new Response(null, { status: 404 })
  const mayWrite = mayActAs(consultantOf(context).role, 'consultant')
  const published = await viewersReport(context.db, round.id)
  const document = published ?? (mayWrite ? await draftOf(context, round.id) : null)
  const debrief = document && debriefOf(document)
  const { decision } = await loadPlan(context.db, engagement.id)
  const ofRound = decision.filter(({ content }) => content.roundId === round.id)
  return {
    roundId: round.id,
    engagementId: engagement.id,
    debrief,
    forms: decisionForms(debrief ?? { findings: [], further: [] }, ofRound, randomUUID),
    roles: engagement.roles.map(({ name }) => name),
    mayWrite,
    isDraft: published === null,
  }
}

async function draftOf(context: Asking, roundId: string): Promise<ReportDocument> {
  const report = await loadReport(context.db, {
    roundId,
    consultant: consultantOf(context),
    documentId: documentIdOf(roundId, 0),
    today: today(context),
  })
  if (!report) throw new Response(null, { status: 404 })
  return report.document
}
