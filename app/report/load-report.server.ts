import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { findCodebook } from '#db/codebooks.ts'
import { listParticipations } from '#db/participations.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { listSubmissions } from '#db/submissions.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { buildReport } from './build-report.ts'
import type { ReportDocument } from './document.ts'

/** A report with the figures it was made from. */
export interface LoadedReport {
  document: ReportDocument
  scores: RoundScores
  diagnosis: Diagnosis
}

export interface ReportQuery {
  roundId: string
  consultant: Consultant
  documentId: string
  today: string
}

/** Scores, judges and tells a closed round. Null while there is none, or while it is still open: no results before the end. */
export async function loadReport(db: Kysely<Database>, query: ReportQuery): Promise<LoadedReport | null> {
  const found = await findRound(db, { id: query.roundId, consultantId: query.consultant.id })
  if (!found || found.round.state === 'draft' || found.round.state === 'open') return null
  const { round, engagement } = found
  const instrument = await instrumentOfRound(db, round.id)
  const scores = scoreRound({ instrument, round, ...(await answersOf(db, round, engagement)) })
  const diagnosis = diagnose(scores, instrument)
  const document = buildReport({
    engagement,
    round,
    instrument,
    scores,
    diagnosis,
    consultantName: query.consultant.name,
    issuedOn: query.today,
    documentId: query.documentId,
    softwareVersion: packageJson.version,
  })
  return { document, scores, diagnosis }
}

async function answersOf(db: Kysely<Database>, round: Round, engagement: Engagement) {
  const participations = await listParticipations(db, round.id)
  const submissions = await listSubmissions(db, round.id)
  const codebook = (await findCodebook(db, round.id)) ?? { themes: [], lines: [] }
  return {
    leads: participations.map(({ lead }) => lead),
    roles: engagement.roles,
    departments: engagement.departments,
    submissions,
    codebook,
  }
}
