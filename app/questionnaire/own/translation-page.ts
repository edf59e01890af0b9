import { textsOf } from '../texts.ts'
import { askedInstrument, type Draft } from './draft.ts'
import type { TranslationRow } from './translation-form.tsx'

/** The texts of a draft, section by section, each with its translation. Items that are off need none. */
export function translationGroups(
  draft: Draft,
  language: string,
): { title: string; rows: TranslationRow[] }[] {
  const asked = askedInstrument(draft)
  const translated = draft.instrument.translations?.[language] ?? {}
  const again = draft.recheck[language] ?? []
  const rows = textsOf(asked).map(({ key, text, sectionId }) => ({
    sectionId,
    row: { key, text, translated: translated[key] ?? '', recheck: again.includes(key) },
  }))
  const rowsOf = (id: string | null) => rows.filter(({ sectionId }) => sectionId === id).map(({ row }) => row)
  return [
    { title: 'The questionnaire', rows: rowsOf(null) },
    ...asked.sections.map(({ id, title }) => ({ title, rows: rowsOf(id) })),
  ]
}
