import type { Kysely } from 'kysely'
import type { Answers } from '#app/answers/answer.ts'
import { confirmLead } from '#app/answers/confirm-lead.server.ts'
import { formOf } from '#app/answers/form-of.ts'
import { saveAnswers } from '#app/answers/save-answers.server.ts'
import { startAnswering } from '#app/answers/start-answering.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { hashToken, linkToken } from '#app/http/tokens.server.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { listParticipations } from '#db/participations.ts'
import type { Database } from '#db/schema.ts'

interface HandingIn {
  roundId: string
  secret: string
  now: Date
  instrument: Instrument
  answersOf: (email: string) => Answers
}

/** Everybody opens their link, says who they are, fills in section after section, and hands in. */
export async function handInAll(db: Kysely<Database>, handing: HandingIn): Promise<void> {
  for (const { participation, lead } of await listParticipations(db, handing.roundId)) {
    const token = linkToken(handing.secret, 'p', participation.id, participation.linkVersion)
    await handIn(db, handing, token, handing.answersOf(lead.email))
  }
}

async function handIn(
  db: Kysely<Database>,
  { now, instrument }: HandingIn,
  link: string,
  answers: Answers,
): Promise<void> {
  const started = await startAnswering(db, link, now)
  const session = async () => {
    const found = started && (await findLeadSession(db, hashToken(started), now.toISOString()))
    if (!found) throw new Error('a personal link leads nowhere')
    return found
  }
  const me = new FormData()
  me.set('who', 'me')
  await confirmLead(db, await session(), me)
  const lead = await session()
  for (const section of sectionsFor(instrument, lead.lead.level)) {
    const form = new FormData()
    for (const item of section.items) {
      form.set(`${item.id}.revision`, '0')
      for (const [name, value] of formOf(item, answers[item.id] ?? { state: 'skipped' }))
        form.append(name, value)
    }
    const { refused, errors } = await saveAnswers(db, lead, { section, form })
    if (refused || Object.keys(errors).length > 0)
      throw new Error(`${section.id} was not taken: ${JSON.stringify(errors)}`)
  }
  const outcome = await submitAnswers(db, lead, instrument)
  if (outcome !== 'submitted')
    throw new Error(`the answers of ${lead.lead.name} were not handed in: ${outcome}`)
}
