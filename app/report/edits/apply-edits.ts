import type { Block, ReportDocument, ReportPage, Sentence } from '../document.ts'
import type { Edit, StaleEdit } from './edit.ts'
import { type Resolved, resolveEdits } from './resolve-edits.ts'
import { type KeyedBlock, type KeyedPage, keyPage } from './targets.ts'

/** Stands after whatever the consultant wrote, wherever it is read: on the page, on paper, in the contents. */
export const MARK = '†'

export interface EditedReport {
  document: ReportDocument
  /** Edits that were left out: each waits for the consultant. */
  stale: StaleEdit[]
}

/** The report with the consultant's edits. Without any it is the same document; every edit is in it or among the stale. */
export function applyEdits(document: ReportDocument, edits: readonly Edit[]): EditedReport {
  if (edits.length === 0) return { document, stale: [] }
  const keyed = document.pages.map(keyPage)
  const { resolved, stale } = resolveEdits(keyed, edits)
  const left = keyed.filter(({ whole }) => !resolved.has('hide', whole))
  const pages = left.map((page) => editPage(page, resolved, document.consultantName))
  return { document: { ...document, pages: withAccount(pages, resolved, document.consultantName) }, stale }
}

function editPage(keyed: KeyedPage, resolved: Resolved, name: string): ReportPage {
  const { page, title } = keyed
  const blocks = keyed.blocks.map((block) => editBlock(block, resolved))
  const words = resolved.text(title)
  const marked = words !== null || keyed.blocks.some((block) => isReworded(block, resolved))
  const footnote: Block = { kind: 'note', text: `${MARK} In the words of ${name}.` }
  return {
    ...page,
    title: words === null ? page.title : markedText(words),
    blocks: [...withoutBareHeadings(keyed.blocks, blocks), ...(marked ? [footnote] : [])],
  }
}

function editBlock(keyed: KeyedBlock, resolved: Resolved): Block | null {
  const { block, target } = keyed
  if (target === null && keyed.sentences.length === 0) return block
  if (resolved.has('hide', target)) return null
  switch (block.kind) {
    case 'heading':
    case 'statement': {
      const words = resolved.text(target)
      return words === null ? block : { ...block, text: markedText(words) }
    }
    case 'figure': {
      const words = resolved.note(target)
      return words === null ? block : { ...block, note: `${block.note} ${markedText(words)}`.trim() }
    }
    case 'paragraph': {
      const sentences = editSentences(keyed, block.sentences, resolved)
      return sentences.length === 0 ? null : { ...block, sentences }
    }
    case 'list': {
      const items = editSentences(keyed, block.items, resolved)
      return items.length === 0 ? null : { ...block, items }
    }
    default:
      return block
  }
}

function editSentences(keyed: KeyedBlock, sentences: readonly Sentence[], resolved: Resolved): Sentence[] {
  const order = resolved.order(keyed.target)
  const pairs = keyed.sentences.flatMap((target, index) => {
    const sentence = sentences[index]
    return sentence && !resolved.has('hide', target) ? [{ target, sentence }] : []
  })
  const sorted = order
    ? pairs.toSorted((one, other) => order.indexOf(one.target.key) - order.indexOf(other.target.key))
    : pairs
  return sorted.map(({ target, sentence }) => {
    const words = resolved.text(target)
    return words === null ? sentence : { ...sentence, text: markedText(words), voice: 'consultant' as const }
  })
}

/** A heading goes with all that stood under it; one that had nothing under it stays as it was generated. */
function withoutBareHeadings(keyed: readonly KeyedBlock[], edited: readonly (Block | null)[]): Block[] {
  return edited.filter((block, index): block is Block => {
    if (block?.kind !== 'heading') return block !== null
    const next = keyed.findIndex((one, place) => place > index && one.block.kind === 'heading')
    const under = edited.slice(index + 1, next === -1 ? undefined : next)
    return under.length === 0 || under.some((one) => one !== null)
  })
}

function isReworded({ target, sentences }: KeyedBlock, resolved: Resolved): boolean {
  return [target, ...sentences].some((one) => resolved.text(one) !== null || resolved.note(one) !== null)
}

function markedText(words: string): string {
  return `${words}${MARK}`
}

/** The page on how to read the report says what the consultant has done to it. */
function withAccount(pages: readonly ReportPage[], resolved: Resolved, name: string): ReportPage[] {
  const text = accountWords(resolved, name)
  if (text === '') return [...pages]
  const note: Block = { kind: 'note', text }
  return pages.map((page) => (page.id === 'how-to-read' ? { ...page, blocks: [...page.blocks, note] } : page))
}

function accountWords(resolved: Resolved, name: string): string {
  const reworded = resolved.count('text') + resolved.count('note')
  const hidden = resolved.count('hide')
  const words = [
    ...(reworded > 0
      ? [`What ends in ${MARK} is in the words of ${name}; the figures are not changed.`]
      : []),
    ...(hidden > 0
      ? [`${name} has left out ${hidden === 1 ? 'one passage' : `${hidden} passages`} that the answers gave.`]
      : []),
    ...(resolved.count('order') > 0 ? [`${name} has put some findings in another order.`] : []),
  ]
  return words.join(' ')
}
