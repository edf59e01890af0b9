import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { hashToken, newToken } from '#app/http/tokens.server.ts'
import { deleteInvitation, findInvitation, saveInvitation } from '#db/consultant-invitations.ts'
import { findConsultantByEmail, insertConsultant, listAccounts } from '#db/consultants.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { Database } from '#db/schema.ts'
import { CONSULTANT_ROLES, type Consultant, type ConsultantRole } from './consultant.ts'
import { normaliseEmail } from './email.ts'
import { hashPassword } from './password-hash.server.ts'
import { passwordFault } from './password-rules.ts'
import { startSession } from './start-session.server.ts'

const INVITATION_DAYS = 7
const DAY_MS = 86_400_000

export type InviteErrors = Partial<Record<'email' | 'role', string>>
export type InviteResult = { ok: true; link: string } | { ok: false; errors: InviteErrors }

/** Makes a link with which somebody joins the workspace. It is shown this once and lives for a week. */
export async function inviteConsultant(
  db: Kysely<Database>,
  by: Consultant,
  typed: { email: string; role: string },
  { baseUrl, now }: { baseUrl: string; now: Date },
): Promise<InviteResult> {
  const email = normaliseEmail(typed.email)
  const role = CONSULTANT_ROLES.find((known) => known === typed.role)
  const errors = await inviteErrors(db, email, role)
  if (!role || Object.keys(errors).length > 0) return { ok: false, errors }
  const token = newToken()
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS).toISOString()
  await saveInvitation(db, { tokenHash: hashToken(token), email, role, invitedBy: by.id, expiresAt })
  return { ok: true, link: `${baseUrl}/join/${token}` }
}

async function inviteErrors(
  db: Kysely<Database>,
  email: string,
  role: ConsultantRole | undefined,
): Promise<InviteErrors> {
  const errors: InviteErrors = {}
  if (!z.email().safeParse(email).success) errors.email = 'This is not an e-mail address.'
  else if ((await listAccounts(db)).some((account) => account.email.toLowerCase() === email))
    errors.email = 'Somebody with this address has or had an account here.'
  if (!role) errors.role = 'Choose what this person may do.'
  return errors
}

/** What a joining person sees before they choose a password; null for a link that opens nothing. */
export async function invitationBehind(db: Kysely<Database>, token: string, now: Date) {
  const invitation = await findInvitation(db, hashToken(token), now.toISOString())
  return invitation && { email: invitation.email, role: invitation.role }
}

export type JoinErrors = Partial<Record<'name' | 'password' | 'form', string>>
export type JoinResult = { ok: true; token: string; consultantId: string } | { ok: false; errors: JoinErrors }

/** Makes the account and signs the person in. The link works once. */
export async function joinWorkspace(
  db: Kysely<Database>,
  token: string,
  { name, password, userAgent }: { name: string; password: string; userAgent: string },
  now: Date,
): Promise<JoinResult | null> {
  const invitation = await findInvitation(db, hashToken(token), now.toISOString())
  if (!invitation) return null
  const errors: JoinErrors = {}
  if (name.trim() === '' || name.length > 120) errors.name = 'Please give your name as leads will read it.'
  const fault = passwordFault(password, [name, invitation.email])
  if (fault) errors.password = fault
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (transaction): Promise<JoinResult | null> => {
    const still = await findInvitation(transaction, hashToken(token), now.toISOString())
    if (!still || (await findConsultantByEmail(transaction, still.email))) return null
    const id = randomUUID()
    await insertConsultant(transaction, {
      id,
      email: still.email,
      name: name.trim(),
      role: still.role,
      passwordHash,
      createdOn: now.toISOString().slice(0, 10),
      invitedBy: still.invitedBy,
    })
    await deleteInvitation(transaction, still.email)
    const session = await startSession(transaction, id, now, { userAgent })
    return { ok: true, token: session, consultantId: id }
  })
}
