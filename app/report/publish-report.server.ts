import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Consultant } from '#app/session/consultant.ts'
import { isCodebookReady } from '#app/themes/codebook/lock-codebook.server.ts'
import { inTransaction } from '#db/in-transaction.ts'
import { findLatestReportVersion, findReportVersion, insertReportVersion } from '#db/report-versions.ts'
import { setRoundPublished } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { type ReportDocument, reportDocumentSchema } from './document.ts'
import { isFreeToPublish } from './freeze.server.ts'
import { loadReport } from './load-report.server.ts'

/**
 * `codebook-open`: the themes may still change. `held-back`: so few answers have changed since a published version that the two
 * together would give them away. `nothing`: there is no closed round.
 */
export type Publishing = 'published' | 'codebook-open' | 'held-back' | 'nothing'

/** Freezes the report of a closed round, whose codebook is locked, as its next version. */
export async function publishReport(
  db: Kysely<Database>,
  { roundId, consultant, today }: { roundId: string; consultant: Consultant; today: string },
): Promise<Publishing> {
  const latest = await findLatestReportVersion(db, roundId)
  const documentId = documentIdOf(roundId, (latest?.version ?? 0) + 1)
  const report = await loadReport(db, { roundId, consultant, documentId, today })
  if (!report) return 'nothing'
  if (!(await isCodebookReady(db, roundId))) return 'codebook-open'
  const document = JSON.stringify(report.document)
  const restsOn = report.restsOn()
  return inTransaction(db, async (transaction): Promise<Publishing> => {
    if (!(await isFreeToPublish(transaction, report.round, restsOn))) return 'held-back'
    await insertReportVersion(transaction, {
      id: randomUUID(),
      roundId,
      document,
      publishedOn: today,
      restsOn,
    })
    await setRoundPublished(transaction, { id: roundId })
    return 'published'
  })
}

/** The frozen document of one version: a published report never changes. */
export async function publishedReport(
  db: Kysely<Database>,
  reportVersionId: string,
): Promise<ReportDocument | null> {
  const version = await findReportVersion(db, reportVersionId)
  return version && reportDocumentSchema.parse(JSON.parse(version.document))
}

/** Short, readable aloud, and telling nothing: the first digits of a random id, and the version; 0 is a draft. */
export function documentIdOf(roundId: string, version: number): string {
  return `PL-${roundId.slice(0, 8).toUpperCase()}-${version === 0 ? 'DRAFT' : `V${version}`}`
}
