import { z } from 'zod'
import { type Instrument, type Item, instrumentSchema } from '../instrument.ts'
import { itemsOf } from '../items.ts'
import { missingTexts } from '../languages.ts'
import { textsOf } from '../texts.ts'
import { meaningFaults } from './meaning.ts'

/** An own questionnaire in the making. Items that are off are kept, words and all, so that they can be switched on again. */
export const draftSchema = z.object({
  instrument: instrumentSchema,
  off: z.array(z.string()).default([]),
  /** Language to the keys of texts whose original has changed since they were translated. */
  recheck: z.record(z.string(), z.array(z.string())).default({}),
})
export type Draft = z.infer<typeof draftSchema>

export type Edited = { ok: true; draft: Draft } | { ok: false; errors: string[] }

export function draftOf(instrument: Instrument): Draft {
  return { instrument, off: [], recheck: {} }
}

/** The questionnaire that leads would be asked: without what is off, and without words for it. */
export function askedInstrument({ instrument, off }: Draft): Instrument {
  const sections = instrument.sections
    .map((section) => ({ ...section, items: section.items.filter(({ id }) => !off.includes(id)) }))
    .filter(({ items }) => items.length > 0)
  return prune({ ...instrument, sections })
}

/** A change of the instrument, if it still is one. Translations of texts that have changed are to be looked at again. */
export function withInstrument(
  draft: Draft,
  changed: Instrument,
  earlier: readonly Instrument[] = [],
): Edited {
  const parsed = instrumentSchema.safeParse(prune(changed))
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.map(({ message }) => message) }
  const errors = meaningFaults(parsed.data, earlier)
  if (errors.length > 0) return { ok: false, errors }
  const items = itemsOf(parsed.data).map(({ id }) => id)
  const off = draft.off.filter((id) => items.includes(id))
  return { ok: true, draft: { instrument: parsed.data, off, recheck: recheckOf(draft, parsed.data) } }
}

/** Why a draft cannot be frozen yet. */
export function unready(draft: Draft): string[] {
  const asked = askedInstrument(draft)
  if (asked.sections.length === 0) return ['Nothing is asked: switch at least one item on.']
  return Object.keys(asked.translations ?? {}).flatMap((language) => {
    const missing = missingTexts(asked, language).length
    const known = textsOf(asked).map(({ key }) => key)
    const old = (draft.recheck[language] ?? []).filter((key) => known.includes(key)).length
    if (missing + old === 0) return []
    return [`The language “${language}” is not complete: ${missing} missing, ${old} to be looked at again.`]
  })
}

export function isOff({ off }: Draft, item: Pick<Item, 'id'>): boolean {
  return off.includes(item.id)
}

function recheckOf(draft: Draft, changed: Instrument): Draft['recheck'] {
  const before = new Map(textsOf(draft.instrument).map(({ key, text }) => [key, text]))
  const now = new Map(textsOf(changed).map(({ key, text }) => [key, text]))
  const altered = [...now].flatMap(([key, text]) =>
    before.has(key) && before.get(key) !== text ? [key] : [],
  )
  const entries = Object.entries(changed.translations ?? {}).map(([language, texts]) => {
    const keys = [...(draft.recheck[language] ?? []), ...altered]
    return [language, [...new Set(keys)].filter((key) => Object.hasOwn(texts, key))] as const
  })
  return Object.fromEntries(entries.filter(([, keys]) => keys.length > 0))
}

/** Without translations of texts that are not there any more. */
function prune(instrument: Instrument): Instrument {
  if (!instrument.translations) return instrument
  const known = new Set(textsOf(instrument).map(({ key }) => key))
  const translations = Object.fromEntries(
    Object.entries(instrument.translations).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).filter(([key]) => known.has(key))),
    ]),
  )
  return { ...instrument, translations }
}
