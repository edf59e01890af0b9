import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface SecondFactor {
  sealedSecret: string
  /** Whether a first code has shown that the person's device has the secret. */
  confirmed: boolean
  lastStep: number
}

export async function findSecondFactor(db: Db, consultantId: string): Promise<SecondFactor | null> {
  const row = await db
    .selectFrom('second_factor')
    .selectAll()
    .where('consultant_id', '=', consultantId)
    .executeTakeFirst()
  return row
    ? { sealedSecret: row.sealed_secret, confirmed: row.confirmed === 1, lastStep: row.last_step }
    : null
}

/** Begins anew: an unconfirmed secret takes the place of another unconfirmed one, never of one in use. */
export async function offerSecondFactor(db: Db, consultantId: string, sealedSecret: string): Promise<void> {
  await db
    .insertInto('second_factor')
    .values({ consultant_id: consultantId, sealed_secret: sealedSecret, confirmed: 0, last_step: 0 })
    .onConflict((conflict) =>
      conflict
        .column('consultant_id')
        .doUpdateSet({ sealed_secret: sealedSecret, last_step: 0 })
        .where('second_factor.confirmed', '=', 0),
    )
    .execute()
}

export function confirmSecondFactor(
  db: Db,
  { consultantId, step, codeHashes }: { consultantId: string; step: number; codeHashes: readonly string[] },
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction
      .updateTable('second_factor')
      .set({ confirmed: 1, last_step: step })
      .where('consultant_id', '=', consultantId)
      .execute()
    await transaction.deleteFrom('recovery_code').where('consultant_id', '=', consultantId).execute()
    const codes = codeHashes.map((code_hash) => ({ consultant_id: consultantId, code_hash }))
    if (codes.length > 0) await transaction.insertInto('recovery_code').values(codes).execute()
  })
}

/** Marks a time step as used; false where it, or a later one, has been used before. */
export async function takeStep(
  db: Db,
  { consultantId, step }: { consultantId: string; step: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('consultant_id', '=', consultantId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A recovery code opens once. */
export async function takeRecoveryCode(
  db: Db,
  { consultantId, codeHash }: { consultantId: string; codeHash: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where('consultant_id', '=', consultantId)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export function removeSecondFactor(db: Db, consultantId: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await transaction.deleteFrom('recovery_code').where('consultant_id', '=', consultantId).execute()
    await transaction.deleteFrom('second_factor').where('consultant_id', '=', consultantId).execute()
  })
}

/** Who has a second factor in use. */
export async function listFactorHolders(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('second_factor')
    .select('consultant_id')
    .where('confirmed', '=', 1)
    .execute()
  return rows.map(({ consultant_id }) => consultant_id)
}
