import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { emptyWriteAheadFile } from '#db/checkpoint.ts'
import { listDrafts, listDraftsFor } from '#db/drafts.ts'
import { inTransaction } from '#db/in-transaction.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Database, Db } from '#db/schema.ts'
import { hasHandedIn, submitParticipation } from '#db/submissions.ts'
import type { Answers } from './answer.ts'
import { partTexts } from './part-texts.ts'
import { isAnswered } from './progress.ts'

export type Submitted = 'submitted' | 'empty' | 'closed' | 'already'

/**
 * Hands in what a lead has saved so far. In an unlinked round the free texts are parted from the rest, for good. Reading
 * and handing in are one step, or a save from another window between them would be acknowledged and then lost.
 */
export async function submitAnswers(
  db: Kysely<Database>,
  session: LeadSession,
  instrument: Instrument,
): Promise<Submitted> {
  const linked = session.round.privacyMode !== 'unlinked'
  const outcome = await inTransaction(db, (transaction) =>
    submitDrafts(transaction, session, instrument, linked),
  )
  if (outcome === 'submitted' && !linked) await emptyWriteAheadFile(db)
  return outcome
}

async function submitDrafts(
  db: Db,
  session: LeadSession,
  instrument: Instrument,
  linked: boolean,
): Promise<Submitted> {
  const { participationId, lead } = session
  const items = itemsOf(instrument).filter(({ levels }) => levels.includes(lead.level))
  const drafts = new Map(
    (await listDrafts(db, participationId)).map(({ itemId, answer }) => [itemId, answer]),
  )
  const answers: Answers = Object.fromEntries(
    items.map(({ id }) => [id, drafts.get(id) ?? { state: 'skipped' as const }]),
  )
  // Nobody hands in for another what they were not shown, without adding a word of their own.
  const { drafts: shown } = await listDraftsFor(db, session)
  if (!shown.some(({ itemId, answer }) => itemId in answers && isAnswered(answer)))
    return !linked && (await hasHandedIn(db, participationId)) ? 'already' : 'empty'
  const parted = linked ? { answers, texts: [] } : partTexts(items, answers)
  return submitParticipation(db, {
    participationId,
    submissionId: randomUUID(),
    level: lead.level,
    answers: parted.answers,
    linked,
    unlinkedTexts: parted.texts.map((text) => ({ id: randomUUID(), ...text })),
  })
}
