import { listInstruments } from '../catalogue.ts'
import type { Instrument, Item, Level } from '../instrument.ts'
import { itemsOf } from '../items.ts'
import { languageName, missingTexts } from '../languages.ts'
import { textsOf } from '../texts.ts'
import { askedInstrument, type Draft, isOff, unready } from './draft.ts'
import { shippedItem } from './meaning.ts'

export interface ItemRow {
  id: string
  wording: string
  kind: string
  construct: string
  levels: Level[]
  on: boolean
  /** The consultant's own, which may be taken out for good. */
  own: boolean
}

export interface LanguageRow {
  tag: string
  name: string
  done: number
  of: number
  recheck: number
}

export interface QuestionnairePage {
  id: string
  version: number
  title: string
  purpose: string
  minutes: string
  ownerRoles: string[]
  commitments: boolean
  language: string
  sections: { id: string; title: string; intro: string; items: ItemRow[] }[]
  languages: LanguageRow[]
  /** Shipped items that are not in it. */
  addable: { id: string; wording: string }[]
  /** Why it cannot be frozen yet. */
  unready: string[]
}

export function questionnairePageOf(draft: Draft): QuestionnairePage {
  const { instrument } = draft
  return {
    id: instrument.id,
    version: instrument.version,
    title: instrument.title,
    purpose: instrument.purpose,
    minutes: instrument.minutes,
    ownerRoles: instrument.ownerRoles ?? [],
    commitments: instrument.commitments ?? false,
    language: languageName(instrument.language, 'en'),
    sections: instrument.sections.map(({ id, title, intro, items }) => ({
      id,
      title,
      intro,
      items: items.map((item) => itemRow(item, draft)),
    })),
    languages: Object.keys(instrument.translations ?? {}).map((tag) => languageRow(draft, tag)),
    addable: addableTo(instrument),
    unready: unready(draft),
  }
}

function itemRow(item: Item, draft: Draft): ItemRow {
  const { id, wording, kind, construct, levels } = item
  return { id, wording, kind, construct, levels, on: !isOff(draft, item), own: !shippedItem(id) }
}

function languageRow(draft: Draft, tag: string): LanguageRow {
  const asked = askedInstrument(draft)
  const of = textsOf(asked).length
  const known = new Set(textsOf(asked).map(({ key }) => key))
  const recheck = (draft.recheck[tag] ?? []).filter((key) => known.has(key)).length
  return { tag, name: languageName(tag, 'en'), done: of - missingTexts(asked, tag).length, of, recheck }
}

function addableTo(instrument: Instrument): QuestionnairePage['addable'] {
  const there = new Set(itemsOf(instrument).map(({ id }) => id))
  const shipped = listInstruments().flatMap(itemsOf)
  return shipped
    .filter(({ id }, index) => !there.has(id) && shipped.findIndex((item) => item.id === id) === index)
    .map(({ id, wording }) => ({ id, wording }))
}
