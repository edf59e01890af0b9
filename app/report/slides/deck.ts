import type { Scene } from '#app/charts/scene.ts'
import type { Block, ReportDocument, ReportPage, Sentence } from '../document.ts'
import { toldFacts } from '../told-facts.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** What stands beside or below a picture, or alone on a slide: a text with its weight. */
export interface SlideWords {
  look: 'statement' | 'heading' | 'text' | 'item'
  text: string
}

/** One slide, before it is laid out. What does not fit on it goes to the notes, which say where every sentence comes from. */
export interface DeckSlide {
  title: string
  words: SlideWords[]
  scene: Scene | null
  table: Of<'table'> | null
  notes: string[]
}

export interface Deck {
  title: string
  subtitle: string
  facts: { label: string; value: string }[]
  promise: string
  author: string
  language: string
  documentId: string
  /** YYYY-MM-DD. */
  day: string
  /** A PNG in base64 and its size in points; null without a logo. */
  logo: { png: string; width: number; height: number } | null
  footer: string
  slides: DeckSlide[]
}

/** Pages that are for reading and checking, and not for showing to a room. */
const NOT_SHOWN = ['how-to-read', 'annex', 'method']

/** The main pages of a report as slides: the answer first, then a slide for each page, then one for each further picture. */
export function deckOf(document: ReportDocument): Deck {
  return {
    title: document.clientName,
    subtitle: document.roundTitle,
    facts: toldFacts(document),
    promise: document.privacyPromise,
    author: document.consultantName,
    language: document.language,
    documentId: document.documentId,
    day: document.issuedOn,
    logo: logoOf(document),
    footer: document.brand?.footer ?? '',
    slides: document.pages.filter(({ id }) => !NOT_SHOWN.includes(id)).flatMap(slidesOf),
  }
}

/** A logo holds twice as many pixels as it takes points. */
function logoOf({ brand }: ReportDocument): Deck['logo'] {
  if (!brand?.logo) return null
  const { png, width, height } = brand.logo
  return { png, width: width / 2, height: height / 2 }
}

function slidesOf(page: ReportPage): DeckSlide[] {
  const figures = page.blocks.filter((block) => block.kind === 'figure')
  const tables = page.blocks.filter((block) => block.kind === 'table')
  const words = page.blocks.flatMap(wordsOf).filter(isFollowed)
  const wordy = page.blocks.some(({ kind }) => kind === 'statement')
  // A statement is read alone: its picture follows.
  const first = wordy ? null : (figures[0] ?? null)
  const table = wordy || first ? null : (tables[0] ?? null)
  const main: DeckSlide = {
    title: page.title,
    words,
    scene: first?.scene ?? null,
    table,
    notes: [...(first ? figureNotes(first) : []), ...page.blocks.flatMap(sourcesOf)],
  }
  const others = figures.filter((figure) => figure !== first).map(figureSlide)
  const more = wordy ? tables.slice(0, 1).map((one) => tableSlide(page, one)) : []
  return [main, ...others, ...more]
}

/** A heading over a table or a picture alone has nothing to say among the words. */
function isFollowed({ look }: SlideWords, index: number, words: readonly SlideWords[]): boolean {
  const next = words[index + 1]
  return look !== 'heading' || (next !== undefined && next.look !== 'heading')
}

function figureSlide(figure: Of<'figure'>): DeckSlide {
  return {
    title: figure.scene.title,
    words: figure.note ? [{ look: 'text', text: figure.note }] : [],
    scene: figure.scene,
    table: null,
    notes: figureNotes(figure),
  }
}

function tableSlide(page: ReportPage, table: Of<'table'>): DeckSlide {
  return { title: table.caption, words: [], scene: null, table, notes: [`From the page “${page.title}”.`] }
}

function figureNotes({ scene, note }: Of<'figure'>): string[] {
  return [`The figures in words: ${scene.desc}`, ...(note ? [note] : [])]
}

function wordsOf(block: Block): SlideWords[] {
  switch (block.kind) {
    case 'statement':
      return [
        { look: 'statement', text: block.text },
        ...(block.confidence ? [{ look: 'text' as const, text: block.confidence }] : []),
      ]
    case 'heading':
      return [{ look: 'heading', text: block.text }]
    case 'paragraph':
      return block.sentences.map(({ text }) => ({ look: 'text', text }))
    case 'list':
      return block.items.map(({ text }) => ({ look: 'item', text }))
    case 'note':
      return [{ look: 'text', text: block.text }]
    default:
      return []
  }
}

function sourcesOf(block: Block): string[] {
  const sentences: readonly Sentence[] =
    block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : []
  return sentences.flatMap(({ text, source }) =>
    source ? [`${text}\nWhy: ${source.why} (${source.rule})`] : [],
  )
}
