import type { Kysely } from 'kysely'
import { listMails } from '#db/mails.ts'
import type { RoundMail } from '#db/round-mail.ts'
import type { Database } from '#db/schema.ts'
import type { ParticipationState, Round } from '../round.ts'
import { toldPlaces } from '../told-places.server.ts'
import type { QueuedMail } from './mail.ts'
import { roundMailOf } from './queue-mail.server.ts'
import { reminderDays } from './reminder-plan.ts'

/** One lead with all mails to them. */
export interface Recipient {
  participationId: string
  name: string
  email: string
  state: ParticipationState
  mails: Pick<QueuedMail, 'id' | 'kind' | 'ordinal' | 'state' | 'words' | 'settledOn'>[]
}

export interface MailOverview {
  texts: RoundMail['texts']
  reminders: RoundMail['reminders']
  recipients: Recipient[]
  /** Days on which the plan sends reminders. */
  days: string[]
  /** Leads without an invitation to their present link. */
  notInvited: number
  notIn: number
  waiting: number
}

/** The post of a round: who was written to, and what came of it. */
export async function loadMail(db: Kysely<Database>, round: Round, now: Date): Promise<MailOverview> {
  const mail = await roundMailOf(db, round.id)
  const places = await toldPlaces(db, round, now)
  const sent = await listMails(db, round.id)
  const to = (id: string) => sent.filter(({ participationId }) => participationId === id)
  const recipients = places.map(({ participation, lead }) => ({
    participationId: participation.id,
    name: lead.name,
    email: lead.email,
    state: participation.state,
    mails: to(participation.id).map(({ id, kind, ordinal, state, words, settledOn }) => ({
      id,
      kind,
      ordinal,
      state,
      words,
      settledOn,
    })),
  }))
  const invited = ({ participation }: (typeof places)[number]) =>
    to(participation.id).some(
      ({ kind, ordinal }) => kind === 'invitation' && ordinal === participation.linkVersion,
    )
  const missing = places.filter(({ participation }) => participation.state !== 'done')
  return {
    ...mail,
    recipients,
    days: mail.reminders ? reminderDays(mail.reminders, round.openedOn ?? round.opensOn, round.closesOn) : [],
    notInvited: missing.filter((place) => !invited(place)).length,
    notIn: missing.length,
    waiting: sent.filter(({ state }) => state === 'queued' || state === 'sending').length,
  }
}
