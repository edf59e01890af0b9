import type { Kysely } from 'kysely'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import type { Submission } from '#app/answers/submission.ts'
import { diagnose } from '#app/diagnosis/diagnose.ts'
import type { Diagnosis } from '#app/diagnosis/diagnosis.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Round } from '#app/rounds/round.ts'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import type { RoundScores } from '#app/scoring/round-scores.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { findGroupings } from '#app/themes/find-groupings.server.ts'
import { findCurrentBrand } from '#db/brands.ts'
import { findLatestCodebookVersion } from '#db/codebook-versions.ts'
import { findCodebook } from '#db/codebooks.ts'
import { listParticipations } from '#db/participations.ts'
import { listReportEdits } from '#db/report-edits.ts'
import { listReleasedQuotes } from '#db/report-quotes.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { findSealedKey } from '#db/sealed-keys.ts'
import { listSubmissions } from '#db/submissions.ts'
import { listThemeLinks } from '#db/theme-links.ts'
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
  /** Hashes of the submissions that it was made from. */
  restsOn: string[]
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
  const instrument = await instrumentOfRound(db, round.id)
  const input = { instrument, round, ...(await answersOf(db, round, engagement)) }
  let earlierSubmissions: Submission[] = []
  const { scores, previous } = await loadPrevious(
    db,
    { round, input, scores: keptScores(input) },
    async (earlier, asked) => {
      const given = await answersOf(db, earlier, engagement)
      earlierSubmissions = given.submissions
      return { instrument: asked, round: earlier, ...given }
    },
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
    codebook: await lockedCodebook(db, round.id),
    brand: brand && reportBrandOf(brand),
    quotes: await listReleasedQuotes(db, round.id),
  })
  const edits = await listReportEdits(db, round.id)
  const restsOn = foundationOf(input.submissions, earlierSubmissions)
  const unconfirmedGroups = Object.values(input.groupings.unconfirmed).reduce(
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
    restsOn,
    unconfirmedGroups,
  }
}

/** The version that reports name; null while the themes may still change. */
async function lockedCodebook(db: Kysely<Database>, roundId: string) {
  const latest = await findLatestCodebookVersion(db, roundId)
  return latest?.lockedOn ? { version: latest.version, lockedOn: latest.lockedOn } : null
}

async function answersOf(db: Kysely<Database>, round: Round, engagement: Engagement) {
  const participations = await listParticipations(db, round.id)
  const submissions = await listSubmissions(db, round.id)
  const codebook = (await findCodebook(db, round.id)) ?? { themes: [], lines: [] }
  const matches = (await findSealedKey(db, round.id))?.matches
  return {
    leads: participations.map(({ lead }) => lead),
    roles: engagement.roles,
    departments: engagement.departments,
    submissions,
    codebook,
    ...(matches && { officialPriorities: matches }),
    groupings: await findGroupings(db, round.id),
    links: (await listThemeLinks(db, round.id)).filter(({ state }) => state === 'confirmed'),
  }
}
