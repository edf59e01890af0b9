import { listInstruments } from '../catalogue.ts'
import {
  CONSTRUCTS,
  type Construct,
  type Instrument,
  type Item,
  LEVELS,
  type Section,
} from '../instrument.ts'
import { itemsOf } from '../items.ts'
import { mapTexts } from '../texts.ts'
import { type Draft, type Edited, withInstrument } from './draft.ts'
import { shippedItem } from './meaning.ts'

export type Direction = 'up' | 'down'

/** Reads a field of a form; empty where it was not sent. */
export type Typed = (field: string) => string

export function switchItem(draft: Draft, itemId: string, on: boolean): Draft {
  const off = draft.off.filter((id) => id !== itemId)
  return { ...draft, off: on ? off : [...off, itemId] }
}

export function moveSection(draft: Draft, sectionId: string, direction: Direction): Edited {
  const { instrument } = draft
  return withInstrument(draft, { ...instrument, sections: moved(instrument.sections, sectionId, direction) })
}

export function moveItem(draft: Draft, itemId: string, direction: Direction): Edited {
  return withSections(draft, (section) => ({ ...section, items: moved(section.items, itemId, direction) }))
}

/** Title, purpose, minutes and the roles that owner items were written for. */
export function editHead(draft: Draft, typed: Typed): Edited {
  const roles = typed('ownerRoles')
    .split('\n')
    .map((role) => role.trim())
    .filter(Boolean)
  const { ownerRoles: _, ...rest } = draft.instrument
  const head = {
    title: typed('title').trim(),
    purpose: typed('purpose').trim(),
    minutes: typed('minutes').trim(),
  }
  const commitments = typed('commitments') === 'yes'
  return withInstrument(draft, {
    ...rest,
    ...head,
    commitments,
    ...(roles.length > 0 && { ownerRoles: roles }),
  })
}

export function editSection(draft: Draft, sectionId: string, typed: Typed): Edited {
  return withSections(draft, (section) =>
    section.id === sectionId
      ? { ...section, title: typed('title').trim(), intro: typed('intro').trim() }
      : section,
  )
}

/** The words of an item, its levels and its section. Fields are named by the end of the text's key, such as `option.enforced`. */
export function editItem(draft: Draft, itemId: string, typed: Typed, levels: readonly string[]): Edited {
  const item = itemsOf(draft.instrument).find(({ id }) => id === itemId)
  if (!item) return { ok: false, errors: ['There is no such item any more.'] }
  const asked = LEVELS.filter((level) => levels.includes(level))
  if (asked.length === 0) return { ok: false, errors: ['Please choose at least one level that is asked.'] }
  if (typed('wording').trim() === '') return { ok: false, errors: ['Please give the item its words.'] }
  const helpByLevel = byLevel(asked, (level) => typed(`help.${level}`))
  const { helpByLevel: _, ...rest } = relabelled(item, typed)
  const edited = {
    ...rest,
    levels: asked,
    wording: typed('wording').trim(),
    wordingByLevel: byLevel(asked, (level) => typed(`wording.${level}`)),
    help: typed('help').trim(),
    ...(Object.keys(helpByLevel).length > 0 && { helpByLevel }),
  } as Item
  const placed = withItem(draft.instrument, itemId, edited, typed('section'))
  return withInstrument(draft, placed)
}

/** A scale or a text of the consultant's own, at the end of a section. */
export function addOwnItem(draft: Draft, typed: Typed, earlier: readonly Instrument[]): Edited {
  const construct = CONSTRUCTS.find((known) => known === typed('construct'))
  const section = draft.instrument.sections.find(({ id }) => id === typed('section'))
  if (!construct || !section || typed('wording').trim() === '')
    return { ok: false, errors: ['Please give the new item its words, a section and what it measures.'] }
  const taken = [draft.instrument, ...earlier].flatMap(itemsOf).map(({ id }) => id)
  const item = ownItem(freeId(taken), construct, typed)
  const sections = draft.instrument.sections.map((one) =>
    one === section ? { ...one, items: [...one.items, item] } : one,
  )
  return withInstrument(draft, { ...draft.instrument, sections }, earlier)
}

/** An item of the shipped questionnaires that this one does not have, in the section it has there. */
export function addShippedItem(draft: Draft, itemId: string): Edited {
  const item = shippedItem(itemId)
  const home = listInstruments()
    .flatMap(({ sections }) => sections)
    .find(({ items }) => items.some(({ id }) => id === itemId))
  if (!item || !home || itemsOf(draft.instrument).some(({ id }) => id === itemId))
    return { ok: false, errors: ['Please choose an item that is not there yet.'] }
  const { sections } = draft.instrument
  const added = sections.some(({ id }) => id === home.id)
    ? sections.map((section) =>
        section.id === home.id ? { ...section, items: [...section.items, item] } : section,
      )
    : [...sections, { ...home, items: [item] }]
  return withInstrument(draft, { ...draft.instrument, sections: added })
}

/** Takes an item of the consultant's own out for good. */
export function removeItem(draft: Draft, itemId: string): Edited {
  return withInstrument(draft, withItem(draft.instrument, itemId, null, ''))
}

function withSections(draft: Draft, change: (section: Section) => Section): Edited {
  return withInstrument(draft, { ...draft.instrument, sections: draft.instrument.sections.map(change) })
}

/** The instrument with an item changed, or removed, or put at the end of another section. */
function withItem(instrument: Instrument, itemId: string, item: Item | null, sectionId: string): Instrument {
  const home = instrument.sections.find(({ items }) => items.some(({ id }) => id === itemId))
  const goal = instrument.sections.some(({ id }) => id === sectionId) ? sectionId : (home?.id ?? '')
  const sections = instrument.sections.map((section) => {
    const stays = item !== null && section.id === home?.id && goal === home.id
    const kept = section.items.flatMap((one) => (one.id !== itemId ? [one] : stays ? [item] : []))
    const comes = item !== null && section.id === goal && goal !== home?.id
    return { ...section, items: comes ? [...kept, item] : kept }
  })
  return { ...instrument, sections: sections.filter(({ items }) => items.length > 0) }
}

/** Options, points, pickers and the like: whatever has a text of its own beside wording and help. */
function relabelled(item: Item, typed: Typed): Item {
  const section = { id: 'x', construct: item.construct, title: 'x', intro: '', items: [item] }
  const frame = mapTexts({ title: 'x', purpose: 'x', minutes: '', sections: [section] }, (text, key) => {
    const field = key.slice(`item.${item.id}.`.length)
    return key.startsWith(`item.${item.id}.`) && !/^(wording|help)/.test(field)
      ? typed(field).trim() || text
      : text
  })
  return frame.sections[0]?.items[0] ?? item
}

function byLevel<Key extends string>(
  levels: readonly Key[],
  read: (level: Key) => string,
): Partial<Record<Key, string>> {
  const entries = levels
    .map((level) => [level, read(level).trim()] as const)
    .filter(([, text]) => text !== '')
  return Object.fromEntries(entries) as Partial<Record<Key, string>>
}

function ownItem(id: string, construct: Construct, typed: Typed): Item {
  const base = {
    id,
    construct,
    levels: [...LEVELS],
    wording: typed('wording').trim(),
    wordingByLevel: {},
    help: '',
    askedWhenEmpty: false,
  }
  if (typed('kind') === 'text') return { ...base, kind: 'text', maxLength: 1000 }
  return {
    ...base,
    kind: 'scale',
    labels: ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
    healthyEnd: typed('healthyEnd') === 'low' ? 'low' : 'high',
  }
}

function freeId(taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`own-${number}`)) number++
  return `own-${number}`
}

function moved<Any extends { id: string }>(list: readonly Any[], id: string, direction: Direction): Any[] {
  const from = list.findIndex((one) => one.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  const [one, other] = [list[from], list[to]]
  if (!one || !other) return [...list]
  return list.with(from, other).with(to, one)
}
