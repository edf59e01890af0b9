import type { Section } from '#app/questionnaire/instrument.ts'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { DatabaseBusyError } from '#db/busy.ts'
import { listDraftsFor } from '#db/drafts.ts'
import type { LeadSession } from '#db/lead-sessions.ts'
import type { Db } from '#db/schema.ts'
import { valuesFrom } from './field-values.ts'
import { spokenTo } from './lead-language.server.ts'
import { moveLine, moveOf } from './move-line.ts'
import { emptyAnswers } from './nonresponse.ts'
import { type SavedAnswers, saveAnswers } from './save-answers.server.ts'
import { type SectionOutcome, stepFrom } from './section-page.ts'
import { type Names, summariseAnswer } from './summarise-answer.ts'
import type { Say } from './words.ts'

export type Posting =
  | { kind: 'go'; to: string }
  | { kind: 'stay'; status: 200 | 409 | 422 | 503; outcome: SectionOutcome }
  | { kind: 'not-found' }

/** Saves a section as it was sent and says where to go; or what stands in the way, with everything that was typed. */
export async function postSection(
  db: Db,
  session: LeadSession,
  sectionId: string,
  posted: FormData,
): Promise<Posting> {
  try {
    return await saveSection(db, session, sectionId, posted)
  } catch (error) {
    if (!(error instanceof DatabaseBusyError)) throw error
    return { kind: 'stay', status: 503, outcome: { ...asSent(posted), unsaved: error.reason } }
  }
}

/** The page as it was sent, with the revisions that it was made with. */
function asSent(form: FormData): SectionOutcome {
  const ending = '.revision'
  const shown = Array.from(form).filter(([name]) => name.endsWith(ending))
  const revisions = shown.map(([name, value]) => [name.slice(0, -ending.length), Number(value) || 0])
  return {
    values: valuesFrom(form),
    revisions: Object.fromEntries(revisions),
    errors: {},
    conflicts: {},
    empty: [],
  }
}

async function saveSection(
  db: Db,
  session: LeadSession,
  sectionId: string,
  posted: FormData,
): Promise<Posting> {
  const { sections, say } = await sectionsOf(db, session)
  const section = sections.find(({ id }) => id === sectionId)
  if (!section) return { kind: 'not-found' }
  const move = moveOf(posted)
  const form = move ? withMove(section, posted) : posted
  const { drafts: stored } = await listDraftsFor(db, session)
  const saved = await saveAnswers(db, session, { section, form, stored, say })
  if (saved.refused) return { kind: 'go', to: '/answer' }

  const outcome = outcomeOf(section, form, saved, session, say)
  if (Object.keys(outcome.conflicts).length > 0) return { kind: 'stay', status: 409, outcome }
  if (Object.keys(outcome.errors).length > 0) return { kind: 'stay', status: 422, outcome }

  const go = move ? 'stay' : form.get('go')
  const empty = go === 'next' && form.get('asked') !== '1' ? emptyIn(section, saved) : []
  if (empty.length > 0) return { kind: 'stay', status: 200, outcome: { ...outcome, empty } }
  if (go === 'next' || go === 'back') return { kind: 'go', to: stepFrom(sections, sectionId, go) }
  return { kind: 'go', to: `/answer/${sectionId}${move ? `#${move.itemId}` : ''}` }
}

/** The same without a page: what the questionnaire's script sends while the person types. */
export async function autosaveSection(
  db: Db,
  session: LeadSession,
  sectionId: string,
  form: FormData,
): Promise<SavedAnswers | null> {
  const { sections, say } = await sectionsOf(db, session)
  const section = sections.find(({ id }) => id === sectionId)
  return section ? saveAnswers(db, session, { section, form, say }) : null
}

async function sectionsOf(db: Db, session: LeadSession): Promise<{ sections: Section[]; say: Say }> {
  const { instrument, say } = await spokenTo(db, session)
  return { sections: sectionsFor(instrument, session.lead.level), say }
}

function withMove(section: Section, form: FormData): FormData {
  const move = moveOf(form)
  const item = section.items.find(({ id }) => id === move?.itemId)
  if (!move || item?.kind !== 'lines') return form
  const pickerIds = item.pickers.map(({ id }) => id)
  return moveLine(form, item.id, move.row, move.direction, pickerIds)
}

function outcomeOf(
  section: Section,
  form: FormData,
  saved: SavedAnswers,
  names: Names,
  say: Say,
): SectionOutcome {
  const conflicts = saved.conflicts.map(({ itemId, stored, typed, revision, hidden }) => {
    const item = section.items.find(({ id }) => id === itemId)
    const words = (answer: typeof typed) => (item ? summariseAnswer(item, answer, names, say) : '')
    const kept = hidden ? say('conflict.hidden') : words(stored)
    return [itemId, { stored: kept, typed: words(typed), revision }] as const
  })
  // What could not be saved keeps the revision it was shown with, or the next try would overwrite what came between.
  const shown = section.items.map(({ id }) => [id, Number(form.get(`${id}.revision`)) || 0] as const)
  const stands = saved.saved.map(({ itemId, revision }) => [itemId, revision] as const)
  return {
    values: valuesFrom(form),
    revisions: Object.fromEntries([...shown, ...stands]),
    errors: saved.errors,
    conflicts: Object.fromEntries(conflicts),
    empty: [],
  }
}

/** The items to ask about once. Those whose stored version was chosen are not in the form and need no asking. */
function emptyIn(section: Section, { answers }: SavedAnswers): string[] {
  const empty = emptyAnswers(section, answers).map(({ id }) => id)
  return empty.filter((id) => answers[id] !== undefined)
}
