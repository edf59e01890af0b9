import type { Measure } from './break-lines.ts'
import { type Sheet, STYLES } from './paper-style.ts'
import { type Column, rowSlices } from './row-slices.ts'
import { type Element, element, type Ink, type Slice } from './slice.ts'

/** A report of fewer pages is found one's way in without. */
export const FEWEST_PAGES = 8

const NUMBER_WIDTH = 30

export interface ContentsEntry {
  title: string
  /** The sheet that the page begins on. */
  sheet: number
}

/** The titles of the pages, which are sentences, so that they tell the report in short; with the sheet of each. */
export function layOutContents(
  entries: readonly ContentsEntry[],
  sheet: Sheet,
  section: Element,
  measure: Measure,
): Slice[] {
  const width = sheet.measure
  const style = STYLES.pageTitle
  const title: Column = {
    element: element('H2', section),
    x: 0,
    width,
    leading: style.leading,
    paragraphs: [[{ text: 'Contents', style }]],
  }
  const list = element('TOC', section)
  const hairline = (): Ink[] => [{ kind: 'rule', x: 0, y: 0, width, height: 0.5, tone: 'hairline' }]
  const rows = entries.flatMap((entry) => {
    const columns = entryColumns(entry, element('Reference', element('TOCI', list)), width)
    return rowSlices(columns, { before: 0, after: 11, wide: true, ground: hairline }, measure)
  })
  return [...rowSlices([title], { before: 0, after: 18, keep: true, wide: true }, measure), ...rows]
}

function entryColumns(entry: ContentsEntry, node: Element, width: number): Column[] {
  const style = STYLES.contentsTitle
  const common = { element: node, leading: style.leading, top: 5.5 }
  return [
    { ...common, x: 0, width: width * 0.84, paragraphs: [[{ text: entry.title, style }]] },
    {
      ...common,
      x: width - NUMBER_WIDTH,
      width: NUMBER_WIDTH,
      align: 'end',
      paragraphs: [[{ text: String(entry.sheet), style: STYLES.contentsNumber }]],
    },
  ]
}
