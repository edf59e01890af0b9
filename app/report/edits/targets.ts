import type { Block, ReportPage, Sentence } from '../document.ts'
import type { EditKind } from './edit.ts'

/** These say how the figures are made and what is hidden, and what other people wrote. Nobody rewords them. */
const FIXED_PAGES: readonly string[] = ['how-to-read', 'in-their-words', 'method']
/** Without the answer there is no report. */
const KEPT_PAGES: readonly string[] = [...FIXED_PAGES, 'answer-first']

const SLUG_LENGTH = 60

export type Place = 'page' | 'title' | 'heading' | 'statement' | 'sentence' | 'list' | 'figure' | 'table'

/** A place of a page that a consultant may change. */
export interface Target {
  key: string
  place: Place
  /** What is generated there. */
  base: string
  kinds: readonly EditKind[]
}

/** A block with the keys of its places; a block that nobody may change has none. */
export interface KeyedBlock {
  block: Block
  target: Target | null
  /** Of the sentences of a paragraph or the items of a list, in the order in which they are generated. */
  sentences: readonly Target[]
}

export interface KeyedPage {
  page: ReportPage
  whole: Target | null
  title: Target | null
  blocks: readonly KeyedBlock[]
}

const KINDS: Record<Exclude<Block['kind'], 'paragraph' | 'note' | 'facts'>, readonly EditKind[]> = {
  heading: ['text'],
  statement: ['text'],
  list: ['order'],
  table: ['hide'],
  figure: ['note', 'hide'],
}

export function isEditable(pageId: string): boolean {
  return !FIXED_PAGES.includes(pageId)
}

/**
 * Keys made of the page and of the rule or measure that a sentence rests on, so that they stay the same when figures
 * change. Where two would be alike the later one is numbered.
 */
export function keyPage(page: ReportPage): KeyedPage {
  if (!isEditable(page.id)) {
    const blocks = page.blocks.map((block) => ({ block, target: null, sentences: [] }))
    return { page, whole: null, title: null, blocks }
  }
  const key = keyMaker(page.id)
  const title: Target = { key: key('title'), place: 'title', base: page.title, kinds: ['text'] }
  const whole: Target = { key: key('page'), place: 'page', base: page.title, kinds: ['hide'] }
  return {
    page,
    title,
    whole: KEPT_PAGES.includes(page.id) ? null : whole,
    blocks: page.blocks.map((block) => keyBlock(block, key)),
  }
}

/** Every place of a page, from top to bottom. */
export function targetsOf({ whole, title, blocks }: KeyedPage): Target[] {
  const inside = blocks.flatMap(({ target, sentences }) => [...(target ? [target] : []), ...sentences])
  return [...(whole ? [whole] : []), ...(title ? [title] : []), ...inside]
}

function keyBlock(block: Block, key: (name: string) => string): KeyedBlock {
  if (block.kind === 'note' || block.kind === 'facts') return { block, target: null, sentences: [] }
  if (block.kind === 'paragraph') {
    return { block, target: null, sentences: block.sentences.map((one) => keySentence(one, key)) }
  }
  const sentences = block.kind === 'list' ? block.items.map((item) => keySentence(item, key)) : []
  const base = block.kind === 'list' ? sentences.map((one) => one.key).join('\n') : baseOf(block)
  const target: Target = { key: key(block.kind), place: block.kind, base, kinds: KINDS[block.kind] }
  return { block, target, sentences }
}

function keySentence({ text, source }: Sentence, key: (name: string) => string): Target {
  return {
    key: key(slug(source?.rule ?? text)),
    place: 'sentence',
    base: text,
    kinds: ['text', 'hide'],
  }
}

function baseOf(block: Exclude<Block, { kind: 'list' | 'paragraph' | 'note' | 'facts' }>): string {
  if (block.kind === 'figure') return `${block.scene.title}\n${block.scene.desc}`
  if (block.kind === 'table') return [block.caption, ...block.rows.map((row) => row.join(' | '))].join('\n')
  return block.text
}

function keyMaker(pageId: string): (name: string) => string {
  const used = new Map<string, number>()
  return (name) => {
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    return `${pageId}:${name}${times === 1 ? '' : `~${times}`}`
  }
}

function slug(words: string): string {
  const plain = words.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return plain.replace(/^-|-$/g, '').slice(0, SLUG_LENGTH) || 'sentence'
}
