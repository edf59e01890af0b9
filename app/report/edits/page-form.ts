import type { ReportDocument } from '../document.ts'
import type { Edit, StaleEdit } from './edit.ts'
import { type Resolved, resolveEdits } from './resolve-edits.ts'
import { type KeyedBlock, keyPage, type Target } from './targets.ts'
import { wasOf } from './was.ts'

/** A place of a page as the form of the consultant shows it. */
export interface FormRow {
  key: string
  place: Target['place']
  /** What is generated there, to be read. */
  generated: string
  /** What the form sends back, to tell whether the figures have changed meanwhile. */
  was: string
  /** Why it is said, where it rests on figures. */
  why: string
  /** The words that may be changed; null where there are none. */
  words: string | null
  note: string | null
  hidden: boolean | null
  /** Place in its list, from one; null where there is nothing to reorder. */
  position: number | null
  edited: boolean
}

export interface PageForm {
  pageId: string
  title: string
  rows: FormRow[]
  stale: StaleEdit[]
}

/** What a consultant may change on one page of a report; null where there is no such page or nobody may change it. */
export function pageFormOf(
  generated: ReportDocument,
  edits: readonly Edit[],
  pageId: string,
): PageForm | null {
  const keyed = generated.pages.map(keyPage)
  const page = keyed.find((one) => one.page.id === pageId)
  if (!page?.title) return null
  const { resolved, stale } = resolveEdits(keyed, edits)
  const title = textRow(page.title, resolved)
  const whole = page.whole ? [hideRow(page.whole, 'This whole page', resolved)] : []
  return {
    pageId,
    title: page.page.title,
    rows: [title, ...whole, ...page.blocks.flatMap((block) => blockRows(block, resolved))],
    stale: stale.filter(({ edit }) => edit.target.startsWith(`${pageId}:`)),
  }
}

function blockRows(keyed: KeyedBlock, resolved: Resolved): FormRow[] {
  const { block, target } = keyed
  if (block.kind === 'paragraph') return sentenceRows(keyed, block.sentences, resolved)
  if (block.kind === 'list') return sentenceRows(keyed, block.items, resolved)
  if (!target) return []
  if (block.kind === 'table') return [hideRow(target, block.caption, resolved)]
  if (block.kind === 'figure') {
    const note = resolved.note(target)
    const row = hideRow(target, block.scene.title, resolved)
    return [{ ...row, note: note ?? '', edited: row.edited || note !== null }]
  }
  return [textRow(target, resolved)]
}

function sentenceRows(
  { target: list, sentences: targets }: KeyedBlock,
  sentences: readonly { source?: { why: string } | undefined }[],
  resolved: Resolved,
): FormRow[] {
  const order = resolved.order(list) ?? targets.map(({ key }) => key)
  return targets.map((target, index) => ({
    ...textRow(target, resolved),
    why: sentences[index]?.source?.why ?? '',
    hidden: resolved.has('hide', target),
    position: list && targets.length > 1 ? order.indexOf(target.key) + 1 : null,
    edited: resolved.has('text', target) || resolved.has('hide', target),
  }))
}

function textRow(target: Target, resolved: Resolved): FormRow {
  const words = resolved.text(target)
  return { ...rowOf(target, target.base), words: words ?? target.base, edited: words !== null }
}

function hideRow(target: Target, generated: string, resolved: Resolved): FormRow {
  const hidden = resolved.has('hide', target)
  return { ...rowOf(target, generated), hidden, edited: hidden }
}

function rowOf(target: Target, generated: string): FormRow {
  return {
    key: target.key,
    place: target.place,
    generated,
    was: wasOf(target),
    why: '',
    words: null,
    note: null,
    hidden: null,
    position: null,
    edited: false,
  }
}
