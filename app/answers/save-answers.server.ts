import type { Section } from '#app/questionnaire/instrument.ts'
import { type Draft, type DraftChange, saveDrafts } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import type { Answer, Answers } from './answer.ts'
import { type AnswerErrors, parseSection } from './parse-section.ts'
import { sameAnswer } from './same-answer.ts'
import type { Say } from './words.ts'

export interface SavedAnswers {
  /** Nothing was saved: the round has closed, or the answers are handed in for good. */
  refused: boolean
  /** Items whose posted answer is now the stored one, with its revision. */
  saved: { itemId: string; revision: number }[]
  /** Items that were saved from elsewhere after the page was made: what is stored, and what was typed. */
  conflicts: { itemId: string; stored: Answer; typed: Answer; revision: number; hidden: boolean }[]
  errors: AnswerErrors
  answers: Answers
}

interface Posted {
  section: Section
  form: FormData
  /** What is stored, where it is already known; spares unchanged items a new revision. */
  stored?: readonly Draft[]
  /** The language of the errors; English if left out. */
  say?: Say
}

/**
 * Saves the items that a form brings, each against the revision that its page was made with, so that two windows never
 * overwrite one another silently. An item with an error is not saved; the others are.
 */
export async function saveAnswers(
  db: Db,
  session: Pick<LeadSession, 'participationId' | 'sessionHash' | 'readsAll' | 'departments' | 'roles'>,
  { section, form, stored = [], say }: Posted,
): Promise<SavedAnswers> {
  const items = section.items.filter(
    ({ id }) => form.has(`${id}.revision`) && form.get(`${id}.keep`) !== 'stored',
  )
  const { answers, errors } = parseSection(
    { ...section, items },
    form,
    session.departments,
    session.roles,
    say,
  )
  const given = Object.entries(answers).map(([itemId, answer]): DraftChange => {
    return { itemId, answer, baseRevision: baseRevisionOf(form, itemId) }
  })
  const standing = given.flatMap((change) => standingRevision(change, stored))
  const known = new Set(standing.map(({ itemId }) => itemId))
  const changes = given.filter(({ itemId }) => !known.has(itemId))
  const { participationId } = session
  const result = await saveDrafts(db, { participationId, changes, reader: session })
  const conflicts = result.conflicts.map(({ itemId, answer, revision, hidden }) => {
    return {
      itemId,
      stored: answer,
      typed: answers[itemId] ?? { state: 'skipped' as const },
      revision,
      hidden,
    }
  })
  // A save that is repeated because its reply was lost meets its own answer, not somebody else's.
  // What is hidden meets nothing, or one could guess at it until the guess is met.
  const met = conflicts.filter(({ stored, typed, hidden }) => !hidden && sameAnswer(stored, typed))
  return {
    refused: result.refused,
    saved: [...standing, ...result.saved, ...met.map(({ itemId, revision }) => ({ itemId, revision }))],
    conflicts: conflicts.filter((conflict) => !met.includes(conflict)),
    errors,
    answers,
  }
}

/** The revision of an answer that needs no saving: it is what is stored, or it was empty when the page was made and still is. */
function standingRevision(change: DraftChange, stored: readonly Draft[]): SavedAnswers['saved'] {
  const { itemId, answer, baseRevision } = change
  const draft = stored.find((other) => other.itemId === itemId)
  if (draft && sameAnswer(draft.answer, answer)) return [{ itemId, revision: draft.revision }]
  return baseRevision === 0 && answer.state === 'skipped' ? [{ itemId, revision: 0 }] : []
}

/** The revision that the page showed, or the later one that the person has seen beside their own and chose to replace. */
function baseRevisionOf(form: FormData, itemId: string): number {
  const kept = /^typed:(\d{1,9})$/.exec(String(form.get(`${itemId}.keep`)))?.[1]
  const shown = /^\d{1,9}$/.exec(String(form.get(`${itemId}.revision`)))?.[0]
  return Number(kept ?? shown ?? 0)
}
