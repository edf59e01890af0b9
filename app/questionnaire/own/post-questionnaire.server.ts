import type { Kysely } from 'kysely'
import { setRetired } from '#db/instruments.ts'
import type { Database } from '#db/schema.ts'
import type { Draft, Edited } from './draft.ts'
import {
  addOwnItem,
  addShippedItem,
  type Direction,
  editHead,
  editSection,
  moveItem,
  moveSection,
  removeItem,
  switchItem,
} from './edit-draft.ts'
import { type By, changeDraft, deleteDraft, freezeDraft, nextVersion } from './own-instruments.server.ts'
import { addLanguage, removeLanguage } from './translate-draft.ts'

/** Where a step leads, and what to write down of it; or why it was not taken. */
export type Posted = { ok: true; to: string; words?: string } | { ok: false; errors: string[] }

type Edit = (form: FormData) => Parameters<typeof changeDraft>[3]

const EDITS: Record<string, Edit> = {
  head: (form) => (draft) => editHead(draft, typedIn(form)),
  section: (form) => (draft) => editSection(draft, String(form.get('id')), typedIn(form)),
  'item-up': (form) => (draft) => moveItem(draft, String(form.get('id')), 'up'),
  'item-down': (form) => (draft) => moveItem(draft, String(form.get('id')), 'down'),
  'section-up': (form) => (draft) => moveSection(draft, String(form.get('id')), 'up' satisfies Direction),
  'section-down': (form) => (draft) => moveSection(draft, String(form.get('id')), 'down' satisfies Direction),
  on: (form) => (draft) => fine(switchItem(draft, String(form.get('id')), true)),
  off: (form) => (draft) => fine(switchItem(draft, String(form.get('id')), false)),
  'add-own': (form) => (draft, earlier) => addOwnItem(draft, typedIn(form), earlier),
  'add-shipped': (form) => (draft) => addShippedItem(draft, String(form.get('item'))),
  'remove-item': (form) => (draft) => removeItem(draft, String(form.get('id'))),
  'add-language': (form) => (draft) => addLanguage(draft, String(form.get('language'))),
  'remove-language': (form) => (draft) => removeLanguage(draft, String(form.get('language'))),
}

/** One press of a button on the page of an own questionnaire. Null where there is no such step. */
export async function postQuestionnaire(
  db: Kysely<Database>,
  id: string,
  form: FormData,
  by: By,
): Promise<Posted | null> {
  const here = `/questionnaires/${id}`
  const intent = String(form.get('intent') ?? '')
  const edit = Object.hasOwn(EDITS, intent) ? EDITS[intent] : undefined
  if (edit) {
    const edited = await changeDraft(db, id, by, edit(form))
    const anchor = String(form.get('anchor') ?? '')
    return edited.ok ? { ok: true, to: /^[a-z0-9-]+$/.test(anchor) ? `${here}#${anchor}` : here } : edited
  }
  return lifeStep(db, id, intent, by)
}

async function lifeStep(db: Kysely<Database>, id: string, intent: string, by: By): Promise<Posted | null> {
  const here = `/questionnaires/${id}`
  switch (intent) {
    case 'freeze': {
      const step = await freezeDraft(db, id, by)
      if (!step.ok) return step
      const { title, name, version } = step.own
      return {
        ok: true,
        to: here,
        words: `froze version ${version} of the questionnaire “${title}” (${name})`,
      }
    }
    case 'next-version': {
      const step = await nextVersion(db, id, by)
      return step.ok ? { ok: true, to: `/questionnaires/${step.own.id}` } : step
    }
    case 'retire':
    case 'bring-back':
      await setRetired(db, id, intent === 'retire')
      return { ok: true, to: here }
    case 'delete':
      await deleteDraft(db, id)
      return { ok: true, to: '/questionnaires', words: 'deleted the draft of a questionnaire' }
    default:
      return null
  }
}

function fine(draft: Draft): Edited {
  return { ok: true, draft }
}

function typedIn(form: FormData) {
  return (field: string) => String(form.get(field) ?? '')
}
