import { writtenDay } from '../day.ts'
import type { MailState, QueuedMail } from './mail.ts'

const STATE_WORDS: Record<MailState, string> = {
  queued: 'queued',
  sending: 'being sent',
  sent: 'sent',
  refused: 'refused',
  uncertain: 'may not have arrived',
  withdrawn: 'not sent',
}

/** @example mailInWords({ kind: 'reminder', ordinal: 2, state: 'sent', settledOn: '2026-03-05' }) // => 'Reminder 2 sent on 5 March 2026' */
export function mailInWords({
  kind,
  ordinal,
  state,
  settledOn,
}: Pick<QueuedMail, 'kind' | 'ordinal' | 'state' | 'settledOn'>): string {
  const what =
    kind === 'reminder' ? `Reminder ${ordinal}` : ordinal === 1 ? 'Invitation' : 'Invitation with a new link'
  const on = settledOn && state !== 'withdrawn' ? ` on ${writtenDay(settledOn)}` : ''
  return `${what} ${STATE_WORDS[state]}${on}`
}

/** What a person should read about a mail: why it did not arrive for certain, or is tried again. */
export function mailTrouble({ state, words }: Pick<QueuedMail, 'state' | 'words'>): string | null {
  if (words === '' || state === 'sent') return null
  if (state === 'queued') return `It is tried again by itself. The mail server’s last answer: ${words}`
  if (state === 'refused') return `The mail server said: ${words}`
  if (state === 'uncertain')
    return `The connection broke after the text had been handed over (${words}). Ask the lead before you send it again.`
  return words
}
