import type { RequestContext } from '#app/http/context.server.ts'
import { today } from '#app/http/context.server.ts'
import { fieldsOf } from '#app/http/fields-of.ts'
import { consultantOf } from '#app/http/principal.server.ts'
import { noteDown } from './audit.server.ts'
import { inviteConsultant } from './invite-consultant.server.ts'
import {
  changeRole,
  demandFactor,
  endAccount,
  type PeopleStep,
  resetFactor,
  withdrawInvitation,
} from './manage-people.server.ts'

export type PeopleAnswer =
  | { kind: 'done' }
  | { kind: 'invited'; link: string }
  | {
      kind: 'refused'
      errors: Partial<Record<'email' | 'role' | 'form', string>>
      typed: { email: string; role: string }
    }

/** What the people page's forms ask for. */
export async function peopleStep(context: RequestContext, form: FormData): Promise<PeopleAnswer> {
  const { db } = context
  const fields = fieldsOf(form, ['intent', 'id', 'email', 'role', 'successorId'])
  const typed = { email: fields.email, role: fields.role }
  if (fields.intent === 'invite') {
    const settings = { baseUrl: context.config.baseUrl, now: context.now() }
    const invited = await inviteConsultant(db, consultantOf(context), typed, settings)
    if (!invited.ok) return { kind: 'refused', errors: invited.errors, typed }
    await noteDown(context, `invited ${fields.email} as ${fields.role}`)
    return { kind: 'invited', link: invited.link }
  }
  if (fields.intent === 'withdraw') {
    await withdrawInvitation(db, fields.email)
    await noteDown(context, `withdrew the invitation of ${fields.email}`)
    return { kind: 'done' }
  }
  const step = await stepOf(context, fields)
  if (!step.ok) return { kind: 'refused', errors: { form: step.error }, typed: { email: '', role: '' } }
  await noteDown(context, step.words)
  return { kind: 'done' }
}

type Fields = Record<'intent' | 'id' | 'role' | 'successorId', string>

function stepOf(context: RequestContext, { intent, id, role, successorId }: Fields): Promise<PeopleStep> {
  const { db } = context
  switch (intent) {
    case 'end':
      return endAccount(db, { id, successorId, today: today(context) })
    case 'demand-factor':
    case 'leave-factor':
      return demandFactor(db, { by: consultantOf(context).id, demanded: intent === 'demand-factor' })
    case 'reset-factor':
      return resetFactor(db, id)
    default:
      return changeRole(db, { id, role })
  }
}
