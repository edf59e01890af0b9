import type { Kysely } from 'kysely'
import { create } from 'qrcode'
import { listMailPlaces } from '#db/mail-places.ts'
import type { Database } from '#db/schema.ts'
import type { Round } from '../round.ts'
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
        code: qrCode(values.link),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The dark squares of a QR code as one path, and how many squares a side has. */
function qrCode(text: string): { side: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark = Array.from(modules.data, (bit, index) => (bit ? index : -1)).filter((index) => index >= 0)
  const path = dark
    .map((index) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`)
    .join('')
  return { side: modules.size, path }
}
