import type { Kysely } from 'kysely'
import { qrPicture } from '#app/http/qr-picture.server.ts'
import { shortCode } from '#app/http/tokens.server.ts'
import { listMailPlaces } from '#db/mail-places.ts'
import type { Database } from '#db/schema.ts'
import type { Round } from '../round.ts'
import { shownShortCode } from '../short-code.ts'
import { type MailSettings, mailValues } from './addressed-mail.server.ts'
import type { LetterProps } from './letter.tsx'
import { fillMailText } from './mail-text.ts'
import { roundMailOf } from './queue-mail.server.ts'

/** One letter for each lead who has not begun: the invitation, with its link as a picture for a phone's camera. */
export async function lettersOf(
  db: Kysely<Database>,
  round: Round,
  links: Pick<MailSettings, 'baseUrl' | 'secret'>,
): Promise<LetterProps[]> {
  const { texts } = await roundMailOf(db, round.id)
  const places = await listMailPlaces(db, round.id)
  return places
    .filter(({ started, submitted }) => !started && !submitted)
    .map((place) => {
      const values = mailValues(place, round.instrument?.minutes ?? '', links)
      return {
        name: place.name,
        consultantName: place.consultantName,
        paragraphs: fillMailText(texts.invitation, values).body.split(/\n{2,}/),
        link: values.link,
        picture: qrPicture(values.link),
        code: place.hasCode
          ? shownShortCode(shortCode(links.secret, place.participationId, place.linkVersion))
          : null,
        codePage: `${links.baseUrl}/code`,
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
