import { emptyScene, hairline, LABEL, SMALL, STRONG, scene, textAt, textBlock } from './marks.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

interface People {
  count: number
  /** The count as it may be said: "6 of 9", "at most one". */
  shown: string
}

export interface StackedSignalsRow {
  label: string
  low: People
  middle: People
  high: People
  cantSay: People
  n: number
}

/** What the parts of a bar are called. */
export interface SignalWords {
  low: string
  middle: string
  high: string
  cantSay: string
}

const WORDS: SignalWords = {
  low: 'never or rarely',
  middle: 'sometimes',
  high: 'often or constantly',
  cantSay: 'cannot say',
}

const HEADER = 20
const PADDING = 12
const BAR = 11
const GAP = 6

interface Plot {
  labelWidth: number
  /** Where the middle of each bar's middle part lies. */
  centre: number
  unit: number
  aside: number
}

/** Bars that part in the middle: low to the left, high to the right, and those who cannot say apart from both. */
export function stackedSignals(
  rows: readonly StackedSignalsRow[],
  width: number,
  title: string,
  words: SignalWords = WORDS,
): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const plot = plotOf(rows, width, words)
  const marks = headerMarks(plot, words)
  let top = HEADER
  for (const row of rows) {
    const laid = rowMarks(row, plot, width, top)
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  return scene({ width, height: top, title, desc: describe(rows, words), marks })
}

/** As large a scale as leaves room for each row's own figures on both sides of its bar. */
function plotOf(rows: readonly StackedSignalsRow[], width: number, words: SignalWords): Plot {
  const labelWidth = width * 0.34
  const widthOf = (text: string, style: typeof SMALL) => textWidth(text, style.size, style.weight)
  const cantSay = Math.max(
    ...[words.cantSay, ...rows.map((row) => row.cantSay.shown)].map((text) => widthOf(text, SMALL)),
  )
  const aside = width - Math.min(cantSay, width * 0.17)
  const sides = rows.map(({ low, middle, high }) => ({
    before: { people: low.count + middle.count / 2, figure: widthOf(low.shown, SMALL) + GAP },
    after: { people: high.count + middle.count / 2, figure: widthOf(high.shown, STRONG) + GAP },
  }))
  const room = aside - 16 - labelWidth
  const units = sides.flatMap(({ before }) =>
    sides.map(
      ({ after }) => (room - before.figure - after.figure) / Math.max(before.people + after.people, 1),
    ),
  )
  const unit = Math.max(Math.min(...units), 0.2)
  const centre = labelWidth + Math.max(...sides.map(({ before }) => before.people * unit + before.figure))
  return { labelWidth, aside, unit, centre }
}

function headerMarks(plot: Plot, words: SignalWords): Mark[] {
  return [
    ...textBlock([words.cantSay], plot.aside, 2, SMALL),
    ...keyMarks(plot, [
      [words.low, 'faint'],
      [words.middle, 'hairline'],
      [words.high, 'senior'],
    ]),
  ]
}

/** The names of the three parts in their order, each behind a piece of its own bar. */
function keyMarks(plot: Plot, parts: [string, Tone][]): Mark[] {
  const widths = parts.map(([words]) => 11 + textWidth(words, SMALL.size) + 10)
  const total = widths.reduce((sum, width) => sum + width, 0)
  let x = Math.max(0, Math.min(plot.labelWidth, plot.aside - total))
  return parts.flatMap(([words, fill], index): Mark[] => {
    const swatch: Mark = { kind: 'rect', x, y: 4, width: 8, height: 8, fill }
    const name = textAt(words, x + 11, 8, SMALL)
    x += widths[index] ?? 0
    return [swatch, ...name]
  })
}

function rowMarks(row: StackedSignalsRow, plot: Plot, width: number, top: number) {
  const labelLines = wrapText(row.label, plot.labelWidth - 14, LABEL)
  const firstTop = top + PADDING / 2
  const middle = firstTop + BAR / 2 + 1
  const x0 = plot.centre - (row.middle.count / 2 + row.low.count) * plot.unit
  const x1 = x0 + row.low.count * plot.unit
  const x2 = x1 + row.middle.count * plot.unit
  const x3 = x2 + row.high.count * plot.unit
  const marks: Mark[] = [
    ...textBlock(labelLines, 0, firstTop, LABEL),
    ...textBlock([`n ${row.n}`], 0, firstTop + labelLines.length * LABEL.leading, SMALL),
    ...bar(x0, x1, middle, 'faint'),
    ...bar(x1, x2, middle, 'hairline'),
    ...bar(x2, x3, middle, 'senior'),
    ...textAt(row.low.shown, x0 - GAP, middle, { ...SMALL, anchor: 'end' }),
    ...textAt(row.high.shown, x3 + GAP, middle, STRONG),
    ...textBlock([row.middle.shown], (x1 + x2) / 2, middle + BAR / 2 + 1, { ...SMALL, anchor: 'middle' }),
    ...textBlock(wrapText(row.cantSay.shown, width - plot.aside, SMALL), plot.aside, firstTop + 0.5, SMALL),
  ]
  const labelHeight = labelLines.length * LABEL.leading + SMALL.leading
  return { marks, height: Math.max(labelHeight, BAR + 3 + SMALL.leading) + PADDING }
}

function bar(from: number, to: number, middle: number, fill: Tone): Mark[] {
  if (to <= from) return []
  return [{ kind: 'rect', x: from, y: middle - BAR / 2, width: to - from, height: BAR, fill }]
}

function describe(rows: readonly StackedSignalsRow[], words: SignalWords): string {
  return rows
    .map(({ label, low, middle, high, cantSay, n }) => {
      const parts = [
        `${words.high} ${high.shown}`,
        `${words.middle} ${middle.shown}`,
        `${words.low} ${low.shown}`,
        `${words.cantSay} ${cantSay.shown}`,
      ]
      return `${label}: ${parts.join(', ')}; n ${n}.`
    })
    .join(' ')
}
