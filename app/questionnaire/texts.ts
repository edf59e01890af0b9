import type { Instrument, Item, Section } from './instrument.ts'

/** A text that leads read, under the key by which a translation names it. */
export interface InstrumentText {
  key: string
  text: string
  /** The item it belongs to, or else the section; null for what is said of the whole questionnaire. */
  itemId: string | null
  sectionId: string | null
}

/** The parts of an instrument that hold texts. */
export type WithTexts = Pick<Instrument, 'title' | 'purpose' | 'minutes' | 'sections'>

type Change = (text: string, key: string, owner: Pick<InstrumentText, 'itemId' | 'sectionId'>) => string

/** The same instrument with every text that leads read put through `change`; one without a letter is left alone. */
export function mapTexts<Any extends WithTexts>(instrument: Any, change: Change): Any {
  const whole = put(change, { itemId: null, sectionId: null })
  return {
    ...instrument,
    title: whole(instrument.title, 'title'),
    purpose: whole(instrument.purpose, 'purpose'),
    minutes: whole(instrument.minutes, 'minutes'),
    sections: instrument.sections.map((section) => mapSection(section, change)),
  }
}

/** Every text that leads read, in the order in which they meet it. */
export function textsOf(instrument: WithTexts): InstrumentText[] {
  const texts: InstrumentText[] = []
  mapTexts(instrument, (text, key, owner) => {
    texts.push({ key, text, ...owner })
    return text
  })
  return texts
}

function mapSection(section: Section, change: Change): Section {
  const say = put(change, { itemId: null, sectionId: section.id })
  const key = `section.${section.id}`
  return {
    ...section,
    title: say(section.title, `${key}.title`),
    intro: say(section.intro, `${key}.intro`),
    items: section.items.map((item) => mapItem(item, section.id, change)),
  }
}

function mapItem(item: Item, sectionId: string, change: Change): Item {
  const say = put(change, { itemId: item.id, sectionId })
  const key = `item.${item.id}`
  const byLevel = <Texts extends Record<string, string>>(texts: Texts, part: string) =>
    Object.fromEntries(
      Object.entries(texts).map(([level, text]) => [level, say(text, `${key}.${part}.${level}`)]),
    ) as Texts
  const worded = {
    wording: say(item.wording, `${key}.wording`),
    wordingByLevel: byLevel(item.wordingByLevel, 'wording'),
    help: say(item.help, `${key}.help`),
    ...(item.helpByLevel && { helpByLevel: byLevel(item.helpByLevel, 'help') }),
  }
  return { ...mapKind(item, key, say), ...worded } as Item
}

function mapKind(item: Item, key: string, say: ReturnType<typeof put>): Item {
  switch (item.kind) {
    case 'scale':
      return {
        ...item,
        labels: item.labels.map((label, index) =>
          say(label, `${key}.label.${index + 1}`),
        ) as typeof item.labels,
      }
    case 'choice': {
      const specify = item.specify && { ...item.specify, label: say(item.specify.label, `${key}.specify`) }
      return { ...item, options: mapOptions(item.options, key, say), ...(specify && { specify }) }
    }
    case 'multi':
      return { ...item, options: mapOptions(item.options, key, say) }
    case 'lines': {
      const pickers = item.pickers.map((picker) => ({
        ...picker,
        label: say(picker.label, `${key}.picker.${picker.id}`),
      }))
      return { ...item, pickers, nothingLabel: say(item.nothingLabel, `${key}.nothing`) }
    }
    case 'number':
      return { ...item, unit: say(item.unit, `${key}.unit`) }
    default:
      return item
  }
}

function mapOptions<Any extends { id: string; label: string }>(
  options: readonly Any[],
  key: string,
  say: ReturnType<typeof put>,
): Any[] {
  return options.map((option) => ({ ...option, label: say(option.label, `${key}.option.${option.id}`) }))
}

function put(change: Change, owner: Parameters<Change>[2]) {
  return (text: string, key: string) => (/\p{L}/u.test(text) ? change(text, key, owner) : text)
}
