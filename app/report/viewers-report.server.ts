import { findLatestReportVersion } from '#db/report-versions.ts'
import type { Db } from '#db/schema.ts'
import type { ReportDocument } from './document.ts'
import { publishedReport } from './publish-report.server.ts'

/**
 * What a viewer reads: the last version that was published, and never a draft. Drafts follow every answer that comes, goes or
 * is erased, and two of them side by side would tell what one person said. Null where nothing is published.
 */
export async function viewersReport(db: Db, roundId: string): Promise<ReportDocument | null> {
  const version = await findLatestReportVersion(db, roundId)
  return version && publishedReport(db, version.id)
}
