import type { Block, ReportPage } from '../document.ts'
import { balancedWidth, type Measure } from './break-lines.ts'
import { layOutBlock, type PageContext } from './lay-out-blocks.ts'
import { type Sheet, STYLES } from './paper-style.ts'
import { rowSlices } from './row-slices.ts'
import { type Element, element, type Slice } from './slice.ts'

/** What stands first below a title or heading comes no further down than this. */
const AFTER_TITLE = 10
const AFTER_HEADING = 6
/** A text of up to four lines between a heading and a table or figure stays with both. */
const SHORT_INTRODUCTION = 62

/** The slices of one page of the report. */
export function layOutPage(page: ReportPage, sheet: Sheet, section: Element, measure: Measure): Slice[] {
  const context: PageContext = { sheet, measure, section, pageTitle: page.title, reasons: 0 }
  const style = STYLES.pageTitle
  const runs = [{ text: page.title, style }]
  const title = {
    element: element('H2', section),
    x: 0,
    width: balancedWidth(runs, sheet.measure - 40, measure),
    leading: style.leading,
    paragraphs: [runs],
  }
  const laid = rowSlices([title], { before: 0, after: 10, keep: page.blocks.length > 0, wide: true }, measure)
  let most = AFTER_TITLE
  for (const [index, block] of page.blocks.entries()) {
    const slices = layOutBlock(block, context)
    const introduces = page.blocks[index - 1]?.kind === 'heading' && isDisplayed(page.blocks[index + 1])
    const kept = slices.map((slice, place) => ({
      ...slice,
      before: place === 0 ? Math.min(slice.before, most) : slice.before,
      keep: slice.keep || (introduces && slices.length === 1 && slice.height <= SHORT_INTRODUCTION),
    }))
    laid.push(...kept)
    most = block.kind === 'heading' ? AFTER_HEADING : Number.POSITIVE_INFINITY
  }
  return laid
}

function isDisplayed(block: Block | undefined): boolean {
  return block?.kind === 'table' || block?.kind === 'figure'
}
