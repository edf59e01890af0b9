import type { Kysely } from 'kysely'
import { findMailPlace } from '#db/mail-places.ts'
import type { Database } from '#db/schema.ts'
import type { Round } from '../round.ts'
import { addressedMail, type MailSettings } from './addressed-mail.server.ts'
import { composed } from './mail-server.server.ts'
import { roundMailOf } from './queue-mail.server.ts'

/** Mail programs open such a file as a draft. */
const TO_BE_SENT = { 'X-Unsent': '1' }

/** The invitation of a lead who has not begun, from the consultant's own address. Null where there is none to give. */
export async function invitationFile(
  db: Kysely<Database>,
  round: Round,
  participationId: string,
  links: Pick<MailSettings, 'baseUrl' | 'secret'>,
): Promise<Buffer | null> {
  const place = await findMailPlace(db, participationId)
  if (place?.roundId !== round.id || place.started || place.submitted) return null
  const { texts } = await roundMailOf(db, round.id)
  const settings = { ...links, fromAddress: place.consultantEmail }
  const mail = { id: participationId, text: texts.invitation }
  return composed(addressedMail(mail, place, round.instrument?.minutes ?? '', settings), TO_BE_SENT)
}
