import type { Consultant } from '#app/session/consultant.ts'
import type { Db } from './schema.ts'

export async function countConsultants(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('consultant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertConsultant(
  db: Db,
  consultant: Consultant & { passwordHash: string; createdOn: string },
): Promise<void> {
  const { id, email, name, passwordHash, createdOn } = consultant
  await db
    .insertInto('consultant')
    .values({ id, email, name, password_hash: passwordHash, created_on: createdOn })
    .execute()
}

/** Upper and lower case of the e-mail address do not matter. */
export async function findConsultantByEmail(
  db: Db,
  email: string,
): Promise<{ consultant: Consultant; passwordHash: string } | null> {
  const row = await db
    .selectFrom('consultant')
    .select(['id', 'email', 'name', 'password_hash'])
    .where('email', '=', email)
    .executeTakeFirst()
  return row
    ? { consultant: { id: row.id, email: row.email, name: row.name }, passwordHash: row.password_hash }
    : null
}
