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
  endSessionsOf,
  type PeopleStep,
  withdrawInvitation,
} from './manage-people.server.ts'
import { openLock } from './open-lock.server.ts'

export type PeopleAnswer =
  | { kind: 'done' }
  /** A link that is shown this once, with what is said of it. */
  | { kind: 'made'; link: string; words: string }
  | { kind: 'refused'; errors: Record<string, string | undefined>; typed: TypedOfPeople }

type TypedOfPeople = Record<'email' | 'role' | 'proof', string>

const NOTHING_TYPED: TypedOfPeople = { email: '', role: '', proof: '' }
const INVITED = 'Pass it on yourself. It works once, for seven days, and is not shown again.'

/** What the people page's forms ask for. */
export async function peopleStep(context: RequestContext, form: FormData): Promise<PeopleAnswer> {
  const { db } = context
  const fields = fieldsOf(form, ['intent', 'id', 'email', 'role'])
  const typed = { ...NOTHING_TYPED, email: fields.email, role: fields.role }
  if (fields.intent === 'invite') {
    const settings = { baseUrl: context.config.baseUrl, now: context.now() }
    const invited = await inviteConsultant(db, consultantOf(context), typed, settings)
    if (!invited.ok) return { kind: 'refused', errors: invited.errors, typed }
    await noteDown(context, `invited ${fields.email} as ${fields.role}`)
    return { kind: 'made', link: invited.link, words: INVITED }
  }
  if (fields.intent === 'withdraw') {
    await withdrawInvitation(db, fields.email)
    await noteDown(context, `withdrew the invitation of ${fields.email}`)
    return { kind: 'done' }
  }
  if (fields.intent === 'reset-link' || fields.intent === 'reset-factor') {
    const opened = await openLock(context, form, fields.intent, fields.id)
    if (opened.kind !== 'refused') return opened
    return { kind: 'refused', errors: opened.errors, typed: { ...NOTHING_TYPED, proof: opened.proof } }
  }
  const step = await stepOf(context, form, fields)
  if (!step.ok) return { kind: 'refused', errors: { form: step.error }, typed: NOTHING_TYPED }
  await noteDown(context, step.words)
  return { kind: 'done' }
}

function stepOf(
  context: RequestContext,
  form: FormData,
  { intent, id }: Record<'intent' | 'id', string>,
): Promise<PeopleStep> {
  const { db } = context
  const ofPerson = (name: string) => String(form.get(`${name}.${id}`) ?? '')
  switch (intent) {
    case 'end':
      return endAccount(db, { id, successorId: ofPerson('successorId'), today: today(context) })
    case 'end-sessions':
      return endSessionsOf(db, id)
    case 'demand-factor':
    case 'leave-factor':
      return demandFactor(db, { by: consultantOf(context).id, demanded: intent === 'demand-factor' })
    default:
      return changeRole(db, { id, role: ofPerson('role') })
  }
}
