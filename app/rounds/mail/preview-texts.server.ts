import type { Kysely } from 'kysely'
import { instrumentByKey } from '#app/questionnaire/own/workspace-catalogue.server.ts'
import { listLeads } from '#db/leads.ts'
import type { RoundTexts } from '#db/round-mail.ts'
import type { Database } from '#db/schema.ts'
import type { Engagement } from '../engagement.ts'
import { keepUntilOf } from '../keeping/keep-until.ts'
import { promiseOf } from '../promise.ts'
import type { Round } from '../round.ts'
import { lastDayInWords } from '../time-zone.ts'
import { fillMailText, firstNameOf, type MailValues } from './mail-text.ts'

/** The texts as one of the leads would read them, with a link that opens nothing. */
export async function previewTexts(
  db: Kysely<Database>,
  { round, engagement, consultant }: { round: Round; engagement: Engagement; consultant: { name: string } },
  texts: RoundTexts,
  { baseUrl }: { baseUrl: string },
): Promise<{ to: string; texts: RoundTexts }> {
  const [lead] = await listLeads(db, engagement.id)
  const name = lead?.name ?? 'Dana Morgan'
  const values: MailValues = {
    name,
    firstName: firstNameOf(name),
    client: engagement.clientName,
    round: round.title,
    consultant: consultant.name,
    closes: lastDayInWords(round),
    minutes: (round.instrument ?? (await instrumentByKey(db, round.instrumentKey)))?.minutes ?? '',
    promise: promiseOf(
      round.privacyMode,
      consultant.name,
      round.smallestGroup,
      keepUntilOf(round),
      round.linesGoTo,
    ),
    link: `${baseUrl}/p/…`,
  }
  return {
    to: name,
    texts: {
      invitation: fillMailText(texts.invitation, values),
      notStarted: fillMailText(texts.notStarted, values),
      midway: fillMailText(texts.midway, values),
    },
  }
}
