import type { ReportDocument } from '../document.ts'
import { toldFacts } from '../told-facts.ts'
import type { Measure } from './break-lines.ts'
import { layOutBlock, type PageContext } from './lay-out-blocks.ts'
import { type Sheet, STYLES, type TextStyle } from './paper-style.ts'
import { printable } from './printable.ts'
import { rowSlices } from './row-slices.ts'
import { type Element, element, type Ink, type Slice } from './slice.ts'

const TOP_SPACE = 92
const BRAND_TOP = 8
/** A logo has two pixels to a point of the screen, of which there are 96 to an inch and not 72. */
const POINTS_A_PIXEL = 0.5 * (72 / 96)
/** Client names of more letters than this are set smaller. */
const LONG_NAME = 60

/** Who, what and when; the facts and the promise at the foot. One accent, much white. */
export function layOutCover(
  document: ReportDocument,
  sheet: Sheet,
  section: Element,
  measure: Measure,
): Slice[] {
  const context: PageContext = { sheet, measure, section, pageTitle: '', reasons: 0 }
  const row = (tag: 'H1' | 'P', text: string, style: TextStyle, before: number) =>
    textRow(element(tag, section), text, style, before, context)
  const accent: Slice = {
    before: 0,
    height: TOP_SPACE + 3,
    keep: true,
    wide: true,
    inks: [
      ...brandInks(document, section),
      { kind: 'rule', x: 0, y: TOP_SPACE, width: 56, height: 3, tone: 'senior' },
    ],
  }
  const head = [
    accent,
    ...row('H1', document.clientName, nameStyle(document.clientName), 26),
    ...row('P', document.roundTitle, STYLES.coverRound, 14),
  ]
  const facts = toldFacts(document)
  const foot = [
    ...(facts.length === 0 ? [] : layOutBlock({ kind: 'facts', facts }, context)),
    ...row('P', document.privacyPromise, STYLES.note, 26),
  ]
  return [...head, spaceBetween(head, foot, sheet.depth), ...foot]
}

/** The consultant's logo, or their name, at the top of the cover. */
function brandInks({ brand }: ReportDocument, section: Element): Ink[] {
  if (!brand) return []
  if (!brand.logo) {
    const runs = [{ text: printable(brand.name), style: STYLES.heading }]
    return [{ kind: 'line', element: element('P', section), x: 0, baseline: BRAND_TOP + 12, runs }]
  }
  const { png, width, height } = brand.logo
  const node = element('Figure', section, { alt: printable(brand.name) })
  const size = { width: width * POINTS_A_PIXEL, height: height * POINTS_A_PIXEL }
  return [{ kind: 'picture', element: node, x: 0, y: BRAND_TOP, ...size, png }]
}

function nameStyle(name: string): TextStyle {
  return printable(name).length > LONG_NAME ? STYLES.pageTitle : STYLES.coverName
}

function textRow(
  node: Element,
  text: string,
  style: TextStyle,
  before: number,
  context: PageContext,
): Slice[] {
  const width = context.sheet.measure * 0.86
  return rowSlices(
    [{ element: node, x: 0, width, leading: style.leading, paragraphs: [[{ text, style }]] }],
    { before },
    context.measure,
  )
}

/** White space that brings the foot to the end of the sheet, where there is room for it. */
function spaceBetween(head: readonly Slice[], foot: readonly Slice[], depth: number): Slice {
  const used = [...head, ...foot].reduce((sum, { before, height }) => sum + before + height, 0)
  return { before: 0, height: Math.max(24, depth - used), keep: false, wide: true, inks: [] }
}
