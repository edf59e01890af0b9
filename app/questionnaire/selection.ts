import { z } from 'zod'
import { type Instrument, languageSchema } from './instrument.ts'
import { itemsOf } from './items.ts'

/** A shorter instrument that takes its items, word for word, from a whole one. */
export const selectionSchema = z.object({
  format: z.literal('plumbline-selection/1'),
  id: z.string(),
  version: z.number().int().min(1),
  title: z.string(),
  purpose: z.string(),
  minutes: z.string(),
  /** Key of the instrument that the items are taken from, such as `full@1`. */
  from: z.string(),
  items: z.array(z.string()).min(1),
  commitments: z.boolean().optional(),
  translations: z.record(languageSchema, z.record(z.string(), z.string())).optional(),
})

export type Selection = z.infer<typeof selectionSchema>

/** The whole instrument that a selection stands for: items keep the order and the sections they have in the source. */
export function resolveSelection(selection: Selection, source: Instrument): Instrument {
  const { id, version, title, purpose, minutes, commitments, translations } = selection
  const chosen = new Set(selection.items)
  const sections = source.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => chosen.has(item.id)) }))
    .filter((section) => section.items.length > 0)
  return {
    ...source,
    id,
    version,
    title,
    purpose,
    minutes,
    sections,
    ...(commitments && { commitments }),
    ...(translations && { translations }),
  }
}

/** What a selection names that its source does not have, or names twice. */
export function selectionErrors(selection: Selection, source: Instrument): string[] {
  const known = new Set(itemsOf(source).map((item) => item.id))
  return selection.items.flatMap((itemId, index) => {
    if (!known.has(itemId)) return [`item "${itemId}": there is no such item in ${selection.from}`]
    return selection.items.indexOf(itemId) === index ? [] : [`item "${itemId}": chosen twice`]
  })
}
