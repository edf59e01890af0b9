import type { Kysely } from 'kysely'
import { deleteRoundAnswers, setKeepUntil } from '#db/retention.ts'
import type { Database } from '#db/schema.ts'
import { countSubmissions } from '#db/submissions.ts'
import { writtenDay } from '../day.ts'
import type { Round } from '../round.ts'
import { keepUntilFault, keepUntilOf } from './keep-until.ts'
import type { KeepingProps } from './keeping-view.tsx'

export async function loadKeeping(db: Kysely<Database>, round: Round, today: string): Promise<KeepingProps> {
  const { id, title, state, answersDeletedOn } = round
  return {
    round: { id, title, state, ...(answersDeletedOn && { answersDeletedOn }) },
    keepUntil: keepUntilOf(round),
    answered: await countSubmissions(db, id),
    isOver: state === 'closed' || state === 'published',
    today,
  }
}

export type KeepingStep = { ok: true; words: string } | { ok: false; error: string }

/** `save` sets the day, `delete` deletes the answers of a round that is over at once. Gives the words for the log. */
export async function takeKeepingStep(
  db: Kysely<Database>,
  round: Round,
  typed: { intent: string; keepUntil: string },
  today: string,
): Promise<KeepingStep> {
  if (typed.intent === 'delete') return deleteNow(db, round, today)
  const fault = keepUntilFault(typed.keepUntil, round, today)
  if (fault) return { ok: false, error: fault }
  if (!(await setKeepUntil(db, { id: round.id, keepUntil: typed.keepUntil })))
    return { ok: false, error: 'The day can no longer be set.' }
  return {
    ok: true,
    words: `set ${writtenDay(typed.keepUntil)} as the day on which the answers of “${round.title}” are deleted`,
  }
}

async function deleteNow(db: Kysely<Database>, round: Round, today: string): Promise<KeepingStep> {
  if (round.state === 'draft' || round.state === 'open')
    return { ok: false, error: 'Close the round first: leads are still answering.' }
  if (!(await deleteRoundAnswers(db, { roundId: round.id, today })))
    return { ok: false, error: 'The answers are deleted already.' }
  return { ok: true, words: `deleted the answers of “${round.title}”` }
}
