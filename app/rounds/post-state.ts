import { daysBetween } from './day.ts'
import type { MailState } from './mail/mail.ts'
import type { ParticipationState } from './round.ts'

/** What has become of the mails of a round, as far as somebody has to act on it. */
export interface PostState {
  /** Names of leads still to answer to whom a mail did not get. */
  refused: string[]
  uncertain: string[]
  /** Leads still to answer who have no invitation to their present link. */
  notInvited: number
  /** The next day on which the plan reminds; null where it does not. */
  nextReminder: string | null
}

export const NO_POST: Readonly<PostState> = Object.freeze({
  refused: [],
  uncertain: [],
  notInvited: 0,
  nextReminder: null,
})

interface Post {
  recipients: { name: string; state: ParticipationState; mails: { state: MailState }[] }[]
  notInvited: number
  days: string[]
}

export function postStateOf({ recipients, notInvited, days }: Post, today: string): PostState {
  const missing = recipients.filter(({ state }) => state !== 'done')
  const to = (wanted: MailState) =>
    missing.filter(({ mails }) => mails.some(({ state }) => state === wanted)).map(({ name }) => name)
  return {
    refused: to('refused'),
    uncertain: to('uncertain'),
    notInvited,
    nextReminder: days.find((day) => daysBetween(today, day) > 0) ?? null,
  }
}
