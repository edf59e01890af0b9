import type { Codebook, CodedTheme } from '#app/themes/theme.ts'
import type { Db } from './schema.ts'

export interface CodebookVersion {
  version: number
  reason: string
  coder: string
  openedOn: string
  /** Null while the version is in the making. */
  lockedOn: string | null
}

const COLUMNS = ['version', 'reason', 'coder', 'opened_on as openedOn', 'locked_on as lockedOn'] as const

/** The newest first. */
export async function listCodebookVersions(db: Db, roundId: string): Promise<CodebookVersion[]> {
  return db
    .selectFrom('codebook_version')
    .select(COLUMNS)
    .where('round_id', '=', roundId)
    .orderBy('version', 'desc')
    .execute()
}

export async function findLatestCodebookVersion(db: Db, roundId: string): Promise<CodebookVersion | null> {
  const row = await db
    .selectFrom('codebook_version')
    .select(COLUMNS)
    .where('round_id', '=', roundId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The themes and lines of a locked version as they were. */
export async function findLockedCodebook(
  db: Db,
  { roundId, version }: { roundId: string; version: number },
): Promise<Codebook<CodedTheme> | null> {
  const row = await db
    .selectFrom('codebook_version')
    .select('codebook')
    .where('round_id', '=', roundId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.codebook ? JSON.parse(row.codebook) : null
}

export async function insertCodebookVersion(
  db: Db,
  version: { roundId: string; version: number; reason: string; coder: string; openedOn: string },
): Promise<void> {
  const { roundId, openedOn, ...rest } = version
  await db
    .insertInto('codebook_version')
    .values({ ...rest, round_id: roundId, opened_on: openedOn, locked_on: null, codebook: null })
    .execute()
}

/** Keeps the codebook of a version in the making as it stands. False where it is locked already. */
export async function lockCodebookVersion(
  db: Db,
  locked: {
    roundId: string
    version: number
    coder: string
    lockedOn: string
    codebook: Codebook<CodedTheme>
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('codebook_version')
    .set({ coder: locked.coder, locked_on: locked.lockedOn, codebook: JSON.stringify(locked.codebook) })
    .where('round_id', '=', locked.roundId)
    .where('version', '=', locked.version)
    .where('locked_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
