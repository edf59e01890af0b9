import { linkToken } from '#app/http/tokens.server.ts'
import type { MailPlace } from '#db/mail-places.ts'
import { promiseOf } from '../promise.ts'
import { lastDayInWords } from '../time-zone.ts'
import type { MailText, QueuedMail } from './mail.ts'
import { mailMessage } from './mail-body.ts'
import type { Addressed } from './mail-server.server.ts'
import { fillMailText, firstNameOf, type MailValues } from './mail-text.ts'

/** Where mails come from and what their links begin with. */
export interface MailSettings {
  baseUrl: string
  secret: string
  /** The address that the mail server lets this server send from. */
  fromAddress: string
}

/** What the placeholders of a text stand for at one lead's place. */
export function mailValues(
  place: MailPlace,
  minutes: string,
  { baseUrl, secret }: Pick<MailSettings, 'baseUrl' | 'secret'>,
): MailValues {
  return {
    name: place.name,
    firstName: firstNameOf(place.name),
    client: place.clientName,
    round: place.roundTitle,
    consultant: place.consultantName,
    closes: lastDayInWords(place),
    minutes,
    promise: promiseOf(
      place.privacyMode,
      place.promisedBy,
      place.smallestGroup,
      place.keepUntil ?? undefined,
      place.linesGoTo,
    ),
    link: `${baseUrl}/p/${linkToken(secret, 'p', place.participationId, place.linkVersion)}`,
  }
}

/** A mail from the consultant by name; answers to it go to the consultant's own address. */
export function addressedMail(
  mail: { id: string; text: MailText },
  place: MailPlace,
  minutes: string,
  settings: MailSettings,
): Addressed {
  const consultant = { name: place.consultantName, address: place.consultantEmail }
  return {
    ...mailMessage(fillMailText(mail.text, mailValues(place, minutes, settings))),
    from: { name: place.consultantName, address: settings.fromAddress },
    replyTo: consultant,
    to: { name: place.name, address: place.email },
    messageId: `<${mail.id}@${new URL(settings.baseUrl).hostname}>`,
  }
}

/** The words for somebody who stopped midway, where the lead has by now. */
export function textFor({ text, midwayText }: QueuedMail, { started }: MailPlace): MailText {
  return started && midwayText ? midwayText : text
}

/** Why a mail is not needed any more when its turn comes; null where it is. */
export function notNeeded(mail: QueuedMail, place: MailPlace | null): string | null {
  if (!place) return 'The lead is no longer part of this round.'
  if (place.roundState !== 'open') return 'The round is not open.'
  if (mail.kind === 'reminder' && place.submitted) return 'The lead had handed in before this reminder left.'
  if (mail.kind === 'invitation' && mail.ordinal !== place.linkVersion)
    return 'A newer link took the place of this one.'
  return null
}
