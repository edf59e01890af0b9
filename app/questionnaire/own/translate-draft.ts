import { languageSchema } from '../instrument.ts'
import { textsOf } from '../texts.ts'
import { type Draft, type Edited, withInstrument } from './draft.ts'

export function addLanguage(draft: Draft, tag: string): Edited {
  const parsed = languageSchema.safeParse(tag.trim())
  if (!parsed.success) return { ok: false, errors: ['Please give a language tag, such as “de” or “pt-BR”.'] }
  const { instrument } = draft
  if (parsed.data === instrument.language || Object.hasOwn(instrument.translations ?? {}, parsed.data))
    return { ok: false, errors: [`The questionnaire has “${parsed.data}” already.`] }
  return withInstrument(draft, {
    ...instrument,
    translations: { ...instrument.translations, [parsed.data]: {} },
  })
}

export function removeLanguage(draft: Draft, language: string): Edited {
  const { [language]: _, ...others } = draft.instrument.translations ?? {}
  return withInstrument(draft, { ...draft.instrument, translations: others })
}

/** What was typed beside each text. An empty field takes the translation away; whatever is sent counts as looked at. */
export function translate(draft: Draft, language: string, typed: (field: string) => string | null): Edited {
  const { instrument } = draft
  const before = instrument.translations?.[language]
  if (!before) return { ok: false, errors: ['There is no such language any more.'] }
  const keys = textsOf(instrument).map(({ key }) => key)
  const seen = keys.filter((key) => typed(key) !== null)
  const texts = keys.flatMap((key) => {
    const text = (typed(key) ?? before[key] ?? '').trim()
    return text === '' ? [] : [[key, text] as const]
  })
  const translations = { ...instrument.translations, [language]: Object.fromEntries(texts) }
  const left = (draft.recheck[language] ?? []).filter((key) => !seen.includes(key))
  return withInstrument(
    { ...draft, recheck: { ...draft.recheck, [language]: left } },
    { ...instrument, translations },
  )
}
