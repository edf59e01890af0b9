import { writtenDay } from '#app/rounds/day.ts'
import type { MailText } from '#app/rounds/mail/mail.ts'
import type { Commitment } from './commitments.ts'

/** What an owner is written once a week: their own lines of the plan and nobody else’s. */
export function reminderText(
  { firstName, client, consultant }: { firstName: string; client: string; consultant: string },
  { late, soon }: { late: readonly Commitment[]; soon: readonly Commitment[] },
): MailText {
  const parts = [
    `Dear ${firstName},`,
    `this is what you have taken on in the plan of ${client}.`,
    ...(late.length > 0 ? [`Past its day:\n${late.map(lineOf).join('\n')}`] : []),
    ...(soon.length > 0 ? [`Due within two weeks:\n${soon.map(lineOf).join('\n')}`] : []),
    'If a day cannot be kept, say so before it comes: the weekly meeting is the place for it. If one of these is not yours, answer this mail.',
    consultant,
  ]
  const count = late.length + soon.length
  const subject = `${client}: ${count === 1 ? 'one commitment' : `${count} commitments`} of yours`
  return { subject, body: parts.join('\n\n') }
}

function lineOf({ words, due }: Commitment): string {
  return `- ${words} (${writtenDay(due)})`
}
