import type { Item, ItemOf } from './instrument.ts'
import { textsOf, type WithTexts } from './texts.ts'

/** What is wrong with an instrument although each of its parts has the right shape; `path` leads to the part. */
export interface Fault {
  path: (string | number)[]
  message: string
}

/** Form values that stand for "can't say" and "none of these", and so cannot name an option. */
const RESERVED_OPTIONS = { choice: ['cant-say'], multi: ['cant-say', 'none'] }
/** Addresses and form fields of the questionnaire's own pages. */
const RESERVED_SECTIONS = ['review', 'done', 'leave']
const RESERVED_ITEMS = ['move', 'intent']

export function itemFaults(item: Item): Fault[] {
  return [...levelFaults(item), ...kindFaults(item)]
}

export function instrumentFaults(
  instrument: WithTexts & { language: string; translations?: Record<string, Record<string, string>> },
): Fault[] {
  const sectionIds = instrument.sections.map((section) => section.id)
  const itemIds = instrument.sections.flatMap((section) => section.items.map((item) => item.id))
  return [
    ...repeated(itemIds).map((id) => fault(['sections'], `the item id "${id}" is used twice`)),
    ...repeated(sectionIds).map((id) => fault(['sections'], `the section id "${id}" is used twice`)),
    ...reserved(sectionIds, RESERVED_SECTIONS, ['sections']),
    ...reserved(itemIds, RESERVED_ITEMS, ['sections']),
    ...translationFaults(instrument),
  ]
}

function translationFaults({
  translations = {},
  language,
  ...instrument
}: Parameters<typeof instrumentFaults>[0]) {
  const known = new Set(textsOf(instrument).map(({ key }) => key))
  return Object.entries(translations).flatMap(([tag, texts]) => [
    ...(tag === language
      ? [fault(['translations', tag], `"${tag}" is the questionnaire's own language`)]
      : []),
    ...Object.keys(texts)
      .filter((key) => !known.has(key))
      .map((key) => fault(['translations', tag, key], 'there is no such text in this questionnaire')),
  ])
}

function kindFaults(item: Item): Fault[] {
  switch (item.kind) {
    case 'lines':
      return linesFaults(item)
    case 'choice':
      return [...optionFaults(item), ...specifyFaults(item)]
    case 'multi':
      return optionFaults(item)
    case 'number':
      return item.min < item.max ? [] : [fault(['max'], '"max" must be above "min"')]
    default:
      return []
  }
}

function levelFaults(item: Item): Fault[] {
  const unasked = (part: 'wordingByLevel' | 'helpByLevel') =>
    (Object.keys(item[part] ?? {}) as Item['levels'])
      .filter((level) => !item.levels.includes(level))
      .map((level) => fault([part, level], `the level "${level}" is not asked this item`))
  return [
    ...unasked('wordingByLevel'),
    ...unasked('helpByLevel'),
    ...repeated(item.levels).map((level) => fault(['levels'], `the level "${level}" is named twice`)),
  ]
}

function linesFaults(item: ItemOf<'lines'>): Fault[] {
  const faults = repeated(item.pickers.map((picker) => picker.id)).map((id) =>
    fault(['pickers'], `the picker id "${id}" is used twice`),
  )
  if (item.asked > item.most) faults.push(fault(['asked'], '"asked" must not be above "most"'))
  if (item.catalogueSize < 2 * item.asked) {
    faults.push(fault(['catalogueSize'], '"catalogueSize" must be at least twice "asked"'))
  }
  return faults
}

function optionFaults(item: ItemOf<'choice'> | ItemOf<'multi'>): Fault[] {
  const ids = item.options.map((option) => option.id)
  return [
    ...repeated(ids).map((id) => fault(['options'], `the option id "${id}" is used twice`)),
    ...reserved(ids, RESERVED_OPTIONS[item.kind], ['options']),
  ]
}

function specifyFaults({ specify, options }: ItemOf<'choice'>): Fault[] {
  if (!specify || options.some((option) => option.id === specify.option)) return []
  return [fault(['specify', 'option'], `there is no option "${specify.option}"`)]
}

function reserved(ids: readonly string[], taken: readonly string[], path: string[]): Fault[] {
  return ids
    .filter((id) => taken.includes(id))
    .map((id) => fault(path, `the id "${id}" is kept for the questionnaire's own use`))
}

function repeated<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function fault(path: Fault['path'], message: string): Fault {
  return { path, message }
}
