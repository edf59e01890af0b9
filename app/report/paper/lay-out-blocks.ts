import type { Block, Sentence } from '../document.ts'
import { balancedWidth, type Measure, type Run } from './break-lines.ts'
import { layOutTable } from './lay-out-table.ts'
import { REASON_LEFT, REASON_WIDTH, type Sheet, STYLES, TEXT_WIDTH, type TextStyle } from './paper-style.ts'
import { printable } from './printable.ts'
import { type Column, rowSlices } from './row-slices.ts'
import { type Element, element, type Ink, type Slice } from './slice.ts'

/** What the blocks of one page share: where their structure hangs, and how many reasons were given so far. */
export interface PageContext {
  sheet: Sheet
  measure: Measure
  section: Element
  pageTitle: string
  reasons: number
}

/** Below a picture as wide as the sheet, small type may run on. */
const NOTE_WIDTH = 440
const LIST_INDENT = 18
const STATEMENT_INDENT = 18
const FACT_LABEL_WIDTH = 132
/** Brings the first line of the reasons onto the baseline of the text beside them. */
const REASON_TOP = 3

export function layOutBlock(block: Block, context: PageContext): Slice[] {
  switch (block.kind) {
    case 'heading':
      return textRow(element('H3', context.section), block.text, STYLES.heading, context, {
        before: 19,
        after: 3,
        keep: true,
      })
    case 'statement':
      return layOutStatement(block, context)
    case 'paragraph':
      return layOutSentences(block.sentences, element('P', context.section), context, { before: 8, left: 0 })
    case 'list':
      return layOutList(block, context)
    case 'note':
      return textRow(element('P', context.section), block.text, STYLES.note, context, {
        before: 10,
        after: 0,
        keep: false,
      })
    case 'facts':
      return layOutFacts(block.facts, context)
    case 'table':
      return layOutTable(block, context.section, context.sheet.measure, context.measure)
    case 'figure':
      return layOutFigure(block, context)
  }
}

function textRow(
  node: Element,
  text: string,
  style: TextStyle,
  context: PageContext,
  spacing: { before: number; after: number; keep: boolean },
  width = TEXT_WIDTH,
): Slice[] {
  const column: Column = {
    element: node,
    x: 0,
    width,
    leading: style.leading,
    paragraphs: [[{ text, style }]],
  }
  return rowSlices([column], spacing, context.measure)
}

/** The statement beside a bar, below it how sure it is and what it rests on: it is too wide for a note in the margin. */
function layOutStatement(block: Extract<Block, { kind: 'statement' }>, context: PageContext): Slice[] {
  const { source } = block
  const rows = [
    { tag: 'P' as const, text: block.text, style: STYLES.statement },
    { tag: 'P' as const, text: block.confidence, style: STYLES.confidence },
    { tag: 'Note' as const, text: source ? `${source.why} [${source.rule}]` : '', style: STYLES.reason },
  ].filter(({ text }) => printable(text) !== '')
  return rows.flatMap(({ tag, text, style }, index) =>
    rowSlices(
      [statementColumn(element(tag, context.section), text, style, context)],
      {
        before: index === 0 ? 10 : 0,
        after: index === 0 && rows.length > 1 ? 4 : 0,
        keep: index < rows.length - 1,
        wide: true,
        ground: (height) => [{ kind: 'rule', x: 0, y: 0, width: 2.5, height, tone: 'senior' }],
      },
      context.measure,
    ),
  )
}

function statementColumn(node: Element, text: string, style: TextStyle, context: PageContext): Column {
  const runs = [{ text, style }]
  const width = context.sheet.measure - STATEMENT_INDENT - 16
  return {
    element: node,
    x: STATEMENT_INDENT,
    width: balancedWidth(runs, width, context.measure),
    leading: style.leading,
    paragraphs: [runs],
  }
}

/** Sentences as running text, each reason in the margin under the number that its sentence ends with. */
function layOutSentences(
  sentences: readonly Sentence[],
  node: Element,
  context: PageContext,
  place: { before: number; left: number; label?: Column },
): Slice[] {
  const runs: Run[] = []
  const reasons: { number: number; source: NonNullable<Sentence['source']> }[] = []
  for (const [index, { text, source }] of sentences.entries()) {
    runs.push({ text: index === 0 ? text : ` ${text}`, style: STYLES.body })
    if (!source) continue
    context.reasons += 1
    reasons.push({ number: context.reasons, source })
    runs.push({ text: String(context.reasons), style: STYLES.reference })
  }
  const text: Column = {
    element: node,
    x: place.left,
    width: TEXT_WIDTH - place.left,
    leading: STYLES.body.leading,
    paragraphs: [runs],
  }
  return rowSlices(
    place.label ? [place.label, text] : [text],
    { before: place.before, ...reasonNote(reasons, context) },
    context.measure,
  )
}

function reasonNote(
  reasons: readonly { number: number; source: NonNullable<Sentence['source']> }[],
  context: PageContext,
): { note?: Column } {
  if (reasons.length === 0) return {}
  const note: Column = {
    element: element('Note', context.section),
    x: REASON_LEFT,
    width: REASON_WIDTH,
    leading: STYLES.reason.leading,
    top: REASON_TOP,
    paragraphs: reasons.map(({ number, source }) => [
      { text: `${number} `, style: STYLES.reasonNumber },
      { text: `${source.why} [${source.rule}]`, style: STYLES.reason },
    ]),
  }
  return { note }
}

function layOutList(block: Extract<Block, { kind: 'list' }>, context: PageContext): Slice[] {
  const list = element('L', context.section, { numbering: block.ordered ? 'Decimal' : 'Disc' })
  return block.items.flatMap((item, index) => {
    const node = element('LI', list)
    const label: Column = {
      element: element('Lbl', node),
      x: 0,
      width: LIST_INDENT,
      leading: STYLES.body.leading,
      paragraphs: [[{ text: block.ordered ? `${index + 1}.` : '–', style: STYLES.listLabel }]],
    }
    const body = element('LBody', node)
    return layOutSentences([item], body, context, { before: index === 0 ? 8 : 5, left: LIST_INDENT, label })
  })
}

/** Labels in a narrow column, values beside them, a hairline above each. */
function layOutFacts(facts: readonly { label: string; value: string }[], context: PageContext): Slice[] {
  const list = element('L', context.section)
  const { measure: width } = context.sheet
  const hairline = (_: number, index: number): Ink[] =>
    index === 0 ? [{ kind: 'rule', x: 0, y: 0, width, height: 0.5, tone: 'hairline' }] : []
  return facts.flatMap((fact, index) => {
    const node = element('LI', list)
    const column = (
      tag: 'Lbl' | 'LBody',
      x: number,
      columnWidth: number,
      text: string,
      style: TextStyle,
    ): Column => ({
      element: element(tag, node),
      x,
      width: columnWidth,
      leading: style.leading,
      paragraphs: [[{ text, style }]],
    })
    const label = column('Lbl', 0, FACT_LABEL_WIDTH - 12, fact.label, STYLES.factLabel)
    const value = column('LBody', FACT_LABEL_WIDTH, width - FACT_LABEL_WIDTH, fact.value, STYLES.factValue)
    const slices = rowSlices(
      [label, value],
      { before: index === 0 ? 12 : 0, after: 8, wide: true, ground: hairline },
      context.measure,
    )
    return slices.map((slice) => ({ ...slice, inks: slice.inks.map((ink) => lowered(ink, 4)) }))
  })
}

function lowered(ink: Ink, points: number): Ink {
  return ink.kind === 'line' ? { ...ink, baseline: ink.baseline + points } : ink
}

/** Title, picture and note stay together. A picture is made smaller where it is larger than the sheet, never larger. */
function layOutFigure({ scene, note }: Extract<Block, { kind: 'figure' }>, context: PageContext): Slice[] {
  const { sheet, measure } = context
  const group = element('Div', context.section)
  const titled = printable(scene.title) !== printable(context.pageTitle)
  const title = titled
    ? rowSlices(
        [wide(element('Caption', group), scene.title, STYLES.caption, sheet.measure)],
        { before: 16, after: 5, keep: true, wide: true },
        measure,
      )
    : []
  // A caption is read on its own; a picture without one says its title itself.
  const alt = printable(titled ? scene.desc : `${scene.title}. ${scene.desc}`)
  const scale = Math.min(1, sheet.measure / scene.width, (sheet.depth - 120) / scene.height)
  const noted = printable(note) !== ''
  const picture: Slice = {
    before: titled ? 0 : 20,
    height: scene.height * scale,
    keep: noted,
    wide: true,
    inks: [{ kind: 'scene', element: element('Figure', group, { alt }), x: 0, y: 0, scale, scene }],
  }
  return [
    ...title,
    picture,
    ...(noted
      ? textRow(
          element('P', group),
          note,
          STYLES.note,
          context,
          { before: 4, after: 2, keep: false },
          NOTE_WIDTH,
        )
      : []),
  ]
}

function wide(node: Element, text: string, style: TextStyle, width: number): Column {
  return { element: node, x: 0, width, leading: style.leading, paragraphs: [[{ text, style }]] }
}
