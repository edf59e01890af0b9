import type { Kysely } from 'kysely'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { Round } from '#app/rounds/round.ts'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import { loadScoreInput } from '#app/scoring/load-score-input.server.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { findCurrentBrand } from '#db/brands.ts'
import { findLatestCodebookVersion } from '#db/codebook-versions.ts'
import { loadPlan } from '#db/plan-entries.ts'
import { listReportEdits } from '#db/report-edits.ts'
import { listReleasedQuotes } from '#db/report-quotes.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { reportBrandOf } from './brand/report-brand.server.ts'
import { buildReport } from './build-report.ts'
import type { ReportDocument } from './document.ts'
import { applyEdits } from './edits/apply-edits.ts'
import type { Edit, StaleEdit } from './edits/edit.ts'
import { foundationOf } from './freeze.server.ts'
import { loadPrevious } from './load-previous.server.ts'

/** A report with the figures it was made from. */
export interface LoadedReport {
  /** With the consultant's edits. */
  document: ReportDocument
  /** The same as it was generated. */
  generated: ReportDocument
  edits: Edit[]
  /** Edits that the document does without, because their figures have changed. */
  stale: StaleEdit[]
  scores: RoundScores
  diagnosis: Diagnosis
  /** Groups of lines that nobody has confirmed: figures that rest on them are provisional. */
  unconfirmedGroups: number
  round: Round
  /** Hashes of the answers that it was made from: worked out only where something is published. */
  restsOn: () => string[]
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
  if (round.answersDeletedOn) return null
  const input = await loadScoreInput(db, round, engagement)
  const { instrument } = input
  const { scores, previous, restsOnEarlier, notCompared } = await loadPrevious(
    db,
    { round, input, scores: keptScores(input) },
    (earlier) => loadScoreInput(db, earlier, engagement),
  )
  const diagnosis = diagnose(scores, instrument)
  const brand = await findCurrentBrand(db, query.consultant.id)
  const generated = buildReport({
    engagement,
    round,
    instrument,
    scores,
    diagnosis,
    consultantName: query.consultant.name,
    issuedOn: query.today,
    documentId: query.documentId,
    softwareVersion: packageJson.version,
    previous,
    notCompared,
    codebook: await lockedCodebook(db, round.id),
    brand: brand && reportBrandOf(brand),
    quotes: await listReleasedQuotes(db, round.id),
    plan: await loadPlan(db, engagement.id),
  })
  const edits = await listReportEdits(db, round.id)
  const unconfirmedGroups = Object.values(input.groupings?.unconfirmed ?? {}).reduce(
    (sum, groups) => sum + groups,
    0,
  )
  return {
    ...applyEdits(generated, edits),
    generated,
    edits,
    scores,
    diagnosis,
    round,
    restsOn: () => foundationOf(input, restsOnEarlier),
    unconfirmedGroups,
  }
}

/** The version that reports name; null while the themes may still change. */
async function lockedCodebook(db: Kysely<Database>, roundId: string) {
  const latest = await findLatestCodebookVersion(db, roundId)
  return latest?.lockedOn ? { version: latest.version, lockedOn: latest.lockedOn } : null
}
