/**
 * invitation: the first mail with a personal link, and each mail with a new link. reminder: to somebody who has not handed in;
 * its words depend on whether the lead has started by the time it leaves.
 */
export const MAIL_KINDS = ['invitation', 'reminder'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/**
 * queued: waits for its turn. sending: handed to the mail server this moment. sent: the mail server took it. refused: the mail
 * server said no for good. uncertain: the connection broke after the text was handed over, so it may have arrived; it is
 * never sent again without being asked. withdrawn: no longer needed when its turn came.
 */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'refused', 'uncertain', 'withdrawn'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What is written to leads. Both may hold placeholders; the body must hold `{link}`. */
export interface MailText {
  subject: string
  body: string
}

/** One mail to one lead. `ordinal` with kind and place is unique: the version of the link, or the number of the reminder. */
export interface QueuedMail {
  id: string
  roundId: string
  participationId: string
  kind: MailKind
  ordinal: number
  text: MailText
  /** For reminders: the words to somebody who stopped midway. */
  midwayText: MailText | null
  state: MailState
  attempts: number
  /** ISO 8601 UTC. Not before then. */
  dueAt: string
  /** What the mail server said, or why the mail was withdrawn. */
  words: string
  /** YYYY-MM-DD; null while it waits. */
  settledOn: string | null
}

/** What came of handing one mail to the mail server. `later`: nothing was handed over, so it may be tried again. */
export type Delivery = { kind: 'sent' | 'refused' | 'uncertain' | 'later'; words: string }
