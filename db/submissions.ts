import { type Answer, type Answers, answerSchema, answersSchema } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Level } from '#app/questionnaire/instrument.ts'
import type { PrivacyMode, RoundState } from '#app/rounds/round.ts'
import { emptyWriteAheadFile } from './checkpoint.ts'
import { inTransaction } from './in-transaction.ts'
import type { Db } from './schema.ts'

export interface UnlinkedText {
  id: string
  itemId: string
  answer: Answer
}

export interface NewSubmission {
  participationId: string
  /** Random. A lead who hands in again keeps the first one. */
  submissionId: string
  level: Level
  answers: Answers
  /** False in an unlinked round, where nothing that is kept may lead back to the person. */
  linked: boolean
  /** Free text of an unlinked submission, each under a random id of its own. */
  unlinkedTexts: readonly UnlinkedText[]
}

interface Place {
  roundId: string
  state: RoundState
  privacyMode: PrivacyMode
  submitted: boolean
}

/**
 * Hands a lead's answers in. A linked submission may be handed in again until the round closes; an unlinked one cannot,
 * since nobody can tell which it was.
 *
 * @throws {Error} if `linked` is not what the round promised
 */
export async function submitParticipation(
  db: Db,
  submission: NewSubmission,
): Promise<'submitted' | 'closed' | 'already'> {
  const outcome = await inTransaction(db, async (transaction) => {
    const place = await findPlace(transaction, submission.participationId)
    if (place?.state !== 'open') return 'closed'
    if (submission.linked === (place.privacyMode === 'unlinked')) {
      throw new Error(
        `a submission to this round must ${submission.linked ? 'not ' : ''}be linked to its lead`,
      )
    }
    if (submission.linked) await upsertLinked(transaction, place.roundId, submission)
    else if (place.submitted) return 'already'
    else await insertUnlinked(transaction, place.roundId, submission)
    await transaction
      .updateTable('participation')
      .set({ submitted: 1 })
      .where('id', '=', submission.participationId)
      .execute()
    return 'submitted'
  })
  if (outcome === 'submitted' && !submission.linked) await emptyWriteAheadFile(db)
  return outcome
}

/** By id, which is random. The lead and the department are those of the lead today, or null if unlinked. */
export async function listSubmissions(db: Db, roundId: string): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submission')
    .leftJoin('participation', 'participation.id', 'submission.participation_id')
    .leftJoin('lead', 'lead.id', 'participation.lead_id')
    .select(['submission.id', 'submission.round_id', 'submission.level', 'submission.answers'])
    .select(['lead.id as lead_id', 'lead.department_id'])
    .where('submission.round_id', '=', roundId)
    .orderBy('submission.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    roundId: row.round_id,
    level: row.level,
    leadId: row.lead_id,
    departmentId: row.department_id,
    answers: answersSchema.parse(JSON.parse(row.answers)),
  }))
}

/** What one lead handed in, or null; always null in an unlinked round. */
export async function findSubmittedAnswers(db: Db, participationId: string): Promise<Answers | null> {
  const row = await db
    .selectFrom('submission')
    .select('answers')
    .where('participation_id', '=', participationId)
    .executeTakeFirst()
  return row ? answersSchema.parse(JSON.parse(row.answers)) : null
}

export async function countSubmissions(db: Db, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('submission')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  return count
}

/** The free text of an unlinked round, by random id. */
export async function listUnlinkedTexts(db: Db, roundId: string): Promise<UnlinkedText[]> {
  const rows = await db
    .selectFrom('unlinked_text')
    .select(['id', 'item_id', 'answer'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    answer: answerSchema.parse(JSON.parse(row.answer)),
  }))
}

export async function hasHandedIn(db: Db, participationId: string): Promise<boolean> {
  return (await findPlace(db, participationId))?.submitted ?? false
}

async function findPlace(db: Db, participationId: string): Promise<Place | null> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('round', 'round.id', 'participation.round_id')
    .select(['round.id', 'round.state', 'round.privacy_mode', 'participation.submitted'])
    .where('participation.id', '=', participationId)
    .where('participation.withdrawn_on', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return { roundId: row.id, state: row.state, privacyMode: row.privacy_mode, submitted: row.submitted === 1 }
}

async function upsertLinked(db: Db, roundId: string, submission: NewSubmission): Promise<void> {
  const { level } = submission
  const answers = JSON.stringify(submission.answers)
  await db
    .insertInto('submission')
    .values({
      id: submission.submissionId,
      round_id: roundId,
      participation_id: submission.participationId,
      level,
      answers,
    })
    .onConflict((conflict) => conflict.column('participation_id').doUpdateSet({ level, answers }))
    .execute()
}

/** Copies only what may be reported, then deletes what still leads from the person to the answers. */
async function insertUnlinked(db: Db, roundId: string, submission: NewSubmission): Promise<void> {
  const { submissionId, participationId, level, answers, unlinkedTexts } = submission
  await db
    .insertInto('submission')
    .values({
      id: submissionId,
      round_id: roundId,
      participation_id: null,
      level,
      answers: JSON.stringify(answers),
    })
    .execute()
  const texts = unlinkedTexts.map(({ id, itemId, answer }) => ({
    id,
    round_id: roundId,
    item_id: itemId,
    answer: JSON.stringify(answer),
  }))
  if (texts.length > 0) await db.insertInto('unlinked_text').values(texts).execute()
  await db.deleteFrom('draft').where('participation_id', '=', participationId).execute()
  await db.deleteFrom('lead_session').where('participation_id', '=', participationId).execute()
}
