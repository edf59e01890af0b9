import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { ReportInput } from '#app/report/report-input.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { fullInstrument, scoresWith } from '#test/helpers/scores.ts'

/** What a report is told from, for scores that a test has made. */
export function reportInput(
  scores: RoundScores = scoresWith(),
  over: Partial<ReportInput> = {},
): ReportInput {
  return {
    engagement: {
      id: 'e1',
      consultantId: 'c1',
      clientName: 'Harbour Freight Lines',
      departments: [],
      roles: [],
      createdOn: '2026-02-01',
    },
    round: {
      id: 'r2',
      engagementId: 'e1',
      title: 'Second quarter',
      instrumentKey: 'full@1',
      instrument: fullInstrument,
      privacyMode: scores.privacyMode,
      smallestGroup: scores.smallestGroup,
      state: 'closed',
      opensOn: '2026-06-01',
      closesOn: '2026-06-10',
      openedOn: '2026-06-01',
      closedOn: '2026-06-10',
    },
    instrument: fullInstrument,
    scores,
    diagnosis: diagnose(scores, fullInstrument),
    consultantName: 'Ada Moore',
    issuedOn: '2026-06-12',
    documentId: 'HFL-2',
    softwareVersion: '0.1.0',
    ...over,
  }
}
