import { diagnose } from '#app/diagnosis/diagnose.ts'
import { buildReport } from '#app/report/build-report.ts'
import type { ReportDocument } from '#app/report/document.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { inventedRound } from './invented-round.ts'

/** The whole report on a round that `people` leads answered: the same one each time. */
export function inventedReport(people: number): ReportDocument {
  const input = inventedRound(people)
  const scores = scoreRound(input)
  return buildReport({
    engagement: {
      id: 'e',
      consultantId: 'c',
      clientName: 'Invented Ferries & Sons',
      departments: [...(input.departments ?? [])],
      roles: [...(input.roles ?? [])],
      createdOn: '2026-03-02',
    },
    round: {
      id: 'r',
      engagementId: 'e',
      title: 'Spring diagnostic',
      instrumentKey: 'full@1',
      instrument: input.instrument,
      opensOn: '2026-03-02',
      closesOn: '2026-03-13',
      openedOn: '2026-03-02',
      closedOn: '2026-03-13',
      privacyMode: input.round.privacyMode,
      smallestGroup: input.round.smallestGroup,
      state: 'closed',
    },
    instrument: input.instrument,
    scores,
    diagnosis: diagnose(scores, input.instrument),
    consultantName: 'A. Consultant',
    issuedOn: '2026-03-16',
    documentId: 'PL-BENCH-V1',
    softwareVersion: '0.0.0',
  })
}
