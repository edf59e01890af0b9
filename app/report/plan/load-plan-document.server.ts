import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Engagement } from '#app/rounds/engagement.ts'
import type { Consultant } from '#app/session/consultant.ts'
import { findCurrentBrand } from '#db/brands.ts'
import { loadPlan } from '#db/plan-entries.ts'
import type { Database } from '#db/schema.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { reportBrandOf } from '../brand/report-brand.server.ts'
import type { ReportDocument } from '../document.ts'
import { buildPlan } from './build-plan.ts'

/** The plan of an engagement as it stands today, in the consultant's brand; null while it is empty. */
export async function loadPlanDocument(
  db: Kysely<Database>,
  engagement: Engagement,
  consultant: Consultant,
  issuedOn: string,
): Promise<ReportDocument | null> {
  const brand = await findCurrentBrand(db, consultant.id)
  return buildPlan({
    plan: await loadPlan(db, engagement.id),
    clientName: engagement.clientName,
    consultantName: consultant.name,
    issuedOn,
    documentId: planIdOf(engagement.id, issuedOn),
    softwareVersion: packageJson.version,
    brand: brand && reportBrandOf(brand),
  })
}

/** The same plan on the same day bears the same number. */
function planIdOf(engagementId: string, issuedOn: string): string {
  const digest = createHash('sha256').update(`plan:${engagementId}:${issuedOn}`).digest('hex')
  return `PLAN-${digest.slice(0, 8).toUpperCase()}`
}
