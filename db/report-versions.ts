import type { Db } from './schema.ts'

export interface ReportVersion {
  id: string
  version: number
  /** The frozen report, as JSON. */
  document: string
  publishedOn: string
}

/** Gives the version number: one more than the round's last. */
export async function insertReportVersion(
  db: Db,
  report: { id: string; roundId: string; document: string; publishedOn: string; restsOn?: readonly string[] },
): Promise<number> {
  const { version } = await db
    .insertInto('report_version')
    .columns(['id', 'round_id', 'version', 'document', 'published_on', 'rests_on'])
    .expression((eb) =>
      eb
        .selectFrom('report_version')
        .select((select) => [
          select.val(report.id).as('id'),
          select.val(report.roundId).as('round_id'),
          select(select.fn.coalesce(select.fn.max('version'), select.lit(0)), '+', select.lit(1)).as(
            'version',
          ),
          select.val(report.document).as('document'),
          select.val(report.publishedOn).as('published_on'),
          select.val(report.restsOn ? JSON.stringify(report.restsOn) : null).as('rests_on'),
        ])
        .where('round_id', '=', report.roundId),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function findLatestReportVersion(db: Db, roundId: string): Promise<ReportVersion | null> {
  const row = await selectVersion(db)
    .where('round_id', '=', roundId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function findReportVersion(db: Db, id: string): Promise<ReportVersion | null> {
  const row = await selectVersion(db).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** What each published version rests on, the first version first; null for one that was published before that was kept. */
export async function listFoundations(db: Db, roundId: string): Promise<(string[] | null)[]> {
  const rows = await db
    .selectFrom('report_version')
    .select('rests_on')
    .where('round_id', '=', roundId)
    .orderBy('version')
    .execute()
  return rows.map(({ rests_on }) => (rests_on === null ? null : JSON.parse(rests_on)))
}

/** Says of versions that do not know it what they rest on. */
export async function fillInFoundations(
  db: Db,
  { roundId, restsOn }: { roundId: string; restsOn: readonly string[] },
): Promise<void> {
  await db
    .updateTable('report_version')
    .set({ rests_on: JSON.stringify(restsOn) })
    .where('round_id', '=', roundId)
    .where('rests_on', 'is', null)
    .execute()
}

function selectVersion(db: Db) {
  return db.selectFrom('report_version').select(['id', 'version', 'document', 'published_on as publishedOn'])
}
