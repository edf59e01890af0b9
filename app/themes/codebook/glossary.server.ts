import type { Kysely } from 'kysely'
import { normaliseLabel } from '#app/http/normalise-text.ts'
import { deleteGlossaryEntry, type GlossaryEntry, saveGlossaryEntry } from '#db/glossaries.ts'
import type { Database } from '#db/schema.ts'

interface Teaching {
  engagementId: string
  coder: string
  /** YYYY-MM-DD. */
  today: string
}

const MEANING_FIELD = 'meaning:'
const TERM_LENGTH = 60
const MEANING_LENGTH = 140

/** Saves what was typed for unknown terms (`meaning:<term>`) and for one of the person's own (`term`, `meaning`). */
export async function saveGlossary(
  db: Kysely<Database>,
  { engagementId, coder, today }: Teaching,
  form: FormData,
): Promise<{ ok: true } | { ok: false; error: string }> {
  const entries = typedEntries(form)
  const faulty = entries.find(
    ({ term, meaning }) => !isText(term, TERM_LENGTH) || !isText(meaning, MEANING_LENGTH),
  )
  if (entries.length === 0) return { ok: false, error: 'Say what a term stands for.' }
  if (faulty)
    return {
      ok: false,
      error: `A term has 1 to ${TERM_LENGTH} characters, and what it stands for 1 to ${MEANING_LENGTH}.`,
    }
  for (const entry of entries) await saveGlossaryEntry(db, { ...entry, engagementId, coder, addedOn: today })
  return { ok: true }
}

export function forgetTerm(db: Kysely<Database>, engagementId: string, term: string): Promise<void> {
  return deleteGlossaryEntry(db, { engagementId, term })
}

function typedEntries(form: FormData): GlossaryEntry[] {
  const unknown = [...form]
    .filter(([field]) => field.startsWith(MEANING_FIELD))
    .map(([field, value]) => ({ term: field.slice(MEANING_FIELD.length), meaning: String(value) }))
    .filter(({ meaning }) => meaning.trim() !== '')
  const own = { term: String(form.get('term') ?? ''), meaning: String(form.get('meaning') ?? '') }
  const typed = own.term.trim() || own.meaning.trim() ? [...unknown, own] : unknown
  return typed.map(({ term, meaning }) => ({ term: normaliseLabel(term), meaning: normaliseLabel(meaning) }))
}

function isText(text: string, longest: number): boolean {
  return text.length >= 1 && text.length <= longest
}
