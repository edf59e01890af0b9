import type { Consultant, ConsultantRole } from '#app/session/consultant.ts'
import type { Db } from './schema.ts'

/** An account as the people page lists it. */
export interface Account extends Consultant {
  createdOn: string
  /** Null while the account may be used. */
  endedOn: string | null
}

const COLUMNS = ['id', 'email', 'name', 'role'] as const

export async function countConsultants(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('consultant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertConsultant(
  db: Db,
  consultant: Consultant & { passwordHash: string; createdOn: string; invitedBy?: string | null },
): Promise<void> {
  const { id, email, name, role, passwordHash, createdOn, invitedBy = null } = consultant
  await db
    .insertInto('consultant')
    .values({
      id,
      email,
      name,
      role,
      password_hash: passwordHash,
      created_on: createdOn,
      invited_by: invitedBy,
    })
    .execute()
}

/** Upper and lower case of the e-mail address do not matter. An ended account is not found. */
export async function findConsultantByEmail(
  db: Db,
  email: string,
): Promise<{ consultant: Consultant; passwordHash: string } | null> {
  const row = await db
    .selectFrom('consultant')
    .select([...COLUMNS, 'password_hash'])
    .where('email', '=', email)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { password_hash: passwordHash, ...consultant } = row
  return { consultant, passwordHash }
}

export async function findPasswordHash(db: Db, consultantId: string): Promise<string | null> {
  const row = await db
    .selectFrom('consultant')
    .select('password_hash')
    .where('id', '=', consultantId)
    .executeTakeFirst()
  return row?.password_hash ?? null
}

/** Everybody who has or had an account, by name. */
export async function listAccounts(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('consultant')
    .select([...COLUMNS, 'created_on', 'ended_on'])
    .execute()
  return rows
    .map(({ created_on: createdOn, ended_on: endedOn, ...consultant }) => ({
      ...consultant,
      createdOn,
      endedOn,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}

export async function renameConsultant(db: Db, { id, name }: { id: string; name: string }): Promise<void> {
  await db.updateTable('consultant').set({ name }).where('id', '=', id).execute()
}

export async function setPasswordHash(
  db: Db,
  { id, passwordHash }: { id: string; passwordHash: string },
): Promise<void> {
  await db.updateTable('consultant').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

export async function setConsultantRole(
  db: Db,
  { id, role }: { id: string; role: ConsultantRole },
): Promise<void> {
  await db.updateTable('consultant').set({ role }).where('id', '=', id).execute()
}

/** The account can no longer be used; its name stays where it was written. */
export async function endConsultant(db: Db, { id, endedOn }: { id: string; endedOn: string }): Promise<void> {
  await db
    .updateTable('consultant')
    .set({ ended_on: endedOn })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .execute()
}
