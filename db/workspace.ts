import type { Db } from './schema.ts'

/** Whether everybody in the workspace needs a second factor. */
export async function demandsSecondFactor(db: Db): Promise<boolean> {
  const row = await db.selectFrom('workspace').select('demands_second_factor').executeTakeFirst()
  return row?.demands_second_factor === 1
}

export async function setFactorDemand(db: Db, demanded: boolean): Promise<void> {
  await db
    .updateTable('workspace')
    .set({ demands_second_factor: demanded ? 1 : 0 })
    .execute()
}
