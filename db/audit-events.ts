import type { Db } from './schema.ts'

/** Something a consultant did. Never what a lead said, or when a lead did anything. */
export interface AuditEvent {
  at: string
  consultantId: string | null
  /** As it was then. */
  consultantName: string
  engagementId: string | null
  words: string
}

export async function insertAuditEvent(db: Db, event: AuditEvent): Promise<void> {
  await db
    .insertInto('audit_event')
    .values({
      at: event.at,
      consultant_id: event.consultantId,
      consultant_name: event.consultantName,
      engagement_id: event.engagementId,
      words: event.words,
    })
    .execute()
}

/** The newest first; of one engagement, or of everything. */
export async function listAuditEvents(
  db: Db,
  { engagementId, most, before }: { engagementId?: string; most: number; before?: string },
): Promise<AuditEvent[]> {
  let query = db.selectFrom('audit_event').selectAll().orderBy('id', 'desc').limit(most)
  if (engagementId !== undefined) query = query.where('engagement_id', '=', engagementId)
  if (before !== undefined) query = query.where('at', '<', before)
  const rows = await query.execute()
  return rows.map((row) => ({
    at: row.at,
    consultantId: row.consultant_id,
    consultantName: row.consultant_name,
    engagementId: row.engagement_id,
    words: row.words,
  }))
}
