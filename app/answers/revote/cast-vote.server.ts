import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { findItem } from '#app/questionnaire/items.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import { insertVote } from '#db/revotes.ts'
import type { Database } from '#db/schema.ts'
import { type FieldValues, valuesFrom } from '../field-values.ts'
import { spokenTo } from '../lead-language.server.ts'
import { parseItem } from '../parse-item.ts'
import { type Revote, withoutWords } from './revote.ts'

/** `closed`: the vote has ended, or another one is open by now. */
export type Casting =
  | { kind: 'taken' | 'already' | 'closed' }
  | { kind: 'refused'; error: string; values: FieldValues }

/** Takes what a lead says to the one item that is asked again. */
export async function castVote(
  db: Kysely<Database>,
  session: LeadSession,
  revote: Revote,
  form: FormData,
): Promise<Casting> {
  // Whoever answers an older page would have answered another question.
  if (form.get('revote') !== revote.id) return { kind: 'closed' }
  const { instrument, say } = await spokenTo(db, session)
  const { level } = session.lead
  const item = findItem(instrument, revote.itemId)
  if (!item?.levels.includes(level)) return { kind: 'closed' }
  const parsed = parseItem(item, form, session.departments, session.roles, say)
  const refused = (error: string): Casting => ({ kind: 'refused', error, values: valuesFrom([...form]) })
  if (!parsed.ok) return refused(parsed.error)
  if (parsed.answer.state === 'skipped') return refused(say('vote.empty'))
  const kind = await insertVote(db, {
    id: randomUUID(),
    revoteId: revote.id,
    participationId: session.participationId,
    level,
    answer: withoutWords(parsed.answer),
  })
  return { kind }
}
