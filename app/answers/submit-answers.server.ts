import { randomUUID } from 'node:crypto'
import type { Instrument } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { listDrafts } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { submitParticipation } from '#db/submissions.ts'
import type { Answers } from './answer.ts'
import { partTexts } from './part-texts.ts'
import { isAnswered } from './progress.ts'

export type Submitted = 'submitted' | 'empty' | 'closed' | 'already'

/** Hands in what a lead has saved so far. In an unlinked round the free texts are parted from the rest, for good. */
export async function submitAnswers(
  db: Db,
  session: LeadSession,
  instrument: Instrument,
): Promise<Submitted> {
  const { participationId, lead, round } = session
  const items = itemsOf(instrument).filter(({ levels }) => levels.includes(lead.level))
  const drafts = new Map(
    (await listDrafts(db, participationId)).map(({ itemId, answer }) => [itemId, answer]),
  )
  const answers: Answers = Object.fromEntries(
    items.map(({ id }) => [id, drafts.get(id) ?? { state: 'skipped' as const }]),
  )
  if (!Object.values(answers).some(isAnswered)) return 'empty'
  const linked = round.privacyMode !== 'unlinked'
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
