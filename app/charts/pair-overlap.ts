import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  POSITION_NAMES,
  positionMark,
  SMALL,
  STRONG,
  scene,
  textBlock,
} from './marks.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { wrapText } from './text-width.ts'

/** A share of pairs, out of ten; `low` and `high` differ where only a range may be told. */
export interface PairsOfTen {
  low: number
  high: number
  /** As it may be said: "6 in ten", "at most 3 in ten". */
  shown: string
}

/** How the lists of two people of one level compare. */
export interface PairOverlapRow {
  level: 'senior' | 'department'
  /** Mean share of a list that two people have in common, 0..100, and the same for random lists. */
  shared: number
  chance: number
  /** Times of ten that two people put the same two in the same order. */
  order: PairsOfTen | null
  /** The pairs of people by what they share, from little to much; null where it may not be shown. */
  parts: ({ label: string } & PairsOfTen)[] | null
  n: number
}

const PADDING = 14
const BAR = 9
const LINE_GAP = 7
const PART_TONES: readonly Tone[] = ['hairline', 'faint', 'senior']

interface Columns {
  caption: number
  scale: [number, number]
  words: number
  width: number
}

function columnsOf(width: number): Columns {
  return { caption: width * 0.34, scale: [width * 0.36, width * 0.62], words: width * 0.62 + 12, width }
}

/** For each level two scales: what two people’s lists share, and whether they put it in the same order; then the pairs. */
export function pairOverlap(rows: readonly PairOverlapRow[], width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const columns = columnsOf(width)
  const marks: Mark[] = []
  let top = 0
  for (const row of rows) {
    const laid = rowMarks(row, columns, top)
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  return scene({ width, height: top + 1, title, desc: describe(rows), marks })
}

interface Line {
  caption: string
  /** The figure, then what to hold it against. */
  words: [string, string]
  draw: (y: number) => Mark[]
}

function rowMarks(row: PairOverlapRow, columns: Columns, top: number) {
  const name = `${POSITION_NAMES[row.level]}, n ${row.n}`
  const first = top + PADDING / 2
  const marks = [
    positionMark(row.level, 5, first + STRONG.leading / 2),
    ...textBlock([name], 15, first, STRONG),
  ]
  let y = first + STRONG.leading + LINE_GAP
  for (const line of linesOf(row, columns)) {
    const laid = lineMarks(line, columns, y)
    marks.push(...laid.marks)
    y += laid.height + LINE_GAP
  }
  if (row.parts) {
    const caption = wrapText('Pairs of people that', columns.caption - 15, SMALL)
    const parts = partMarks(row.parts, columns.scale[0], columns.width, y)
    marks.push(...textBlock(caption, 15, y, SMALL), ...parts.marks)
    y += Math.max(parts.height, caption.length * SMALL.leading)
  }
  return { marks, height: y - top + PADDING / 2 - LINE_GAP / 2 }
}

function linesOf(row: PairOverlapRow, { scale }: Columns): Line[] {
  const { order, level } = row
  return [
    {
      caption: 'What two lists share',
      words: [`${row.shared} of 100`, `random lists ${row.chance}`],
      draw: (y) => sharedMarks(row, scale, y),
    },
    {
      caption: 'The same two in the same order',
      words: order ? [order.shown, 'chance five'] : ['cannot say', ''],
      draw: (y) => (order ? orderMarks(order, level, scale, y) : []),
    },
  ]
}

function lineMarks({ caption, words, draw }: Line, columns: Columns, top: number) {
  const room = columns.width - columns.words
  const captions = wrapText(caption, columns.caption - 15, SMALL)
  const figure = wrapText(words[0], room, { ...SMALL, weight: 'semibold' })
  const beside = wrapText(words[1], room, SMALL)
  const marks = [
    ...textBlock(captions, 15, top, SMALL),
    ...draw(top + SMALL.leading - 2),
    ...textBlock(figure, columns.words, top, { ...SMALL, weight: 'semibold', fill: 'ink' }),
    ...textBlock(beside, columns.words, top + figure.length * SMALL.leading, SMALL),
  ]
  const lines = Math.max(captions.length, figure.length + beside.length)
  return { marks, height: lines * SMALL.leading }
}

function scaleMarks(
  x: (value: number) => number,
  [from, middle, to]: [number, number, number],
  y: number,
): Mark[] {
  return [
    hairline(x(from), y, x(to), y),
    ...[from, middle, to].map((value) => hairline(x(value), y - 6, x(value), y + 6)),
  ]
}

function sharedMarks({ shared, chance, level }: PairOverlapRow, column: [number, number], y: number): Mark[] {
  const x = scaleLinear([0, 100], column).clamp(true)
  return [
    ...scaleMarks(x, [0, 50, 100], y),
    {
      kind: 'line',
      x1: x(chance),
      y1: y - 7,
      x2: x(chance),
      y2: y + 7,
      stroke: 'ink',
      strokeWidth: 0.9,
      dash: [1.6, 1.4],
    },
    positionMark(level, x(shared), y),
  ]
}

/** What is told as a range is drawn as one, and no mark stands inside it. */
function orderMarks(
  { low, high }: PairsOfTen,
  level: PairOverlapRow['level'],
  column: [number, number],
  y: number,
): Mark[] {
  const x = scaleLinear([0, 10], column).clamp(true)
  const value: Mark =
    low === high
      ? positionMark(level, x(low), y)
      : { kind: 'line', x1: x(low), y1: y, x2: x(high), y2: y, stroke: level, strokeWidth: 4 }
  return [...scaleMarks(x, [0, 5, 10], y), value]
}

/** The pairs as a bar in parts, each drawn at the middle of what it may stand for, with its words below. */
function partMarks(parts: NonNullable<PairOverlapRow['parts']>, left: number, right: number, top: number) {
  const sizes = parts.map(({ low, high }) => (low + high) / 2)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const marks: Mark[] = []
  let x = left
  let y = top + BAR + 4
  parts.forEach((part, index) => {
    const width = total === 0 ? 0 : ((right - left) * (sizes[index] ?? 0)) / total
    const fill = PART_TONES[Math.min(index, PART_TONES.length - 1)] ?? 'faint'
    if (width > 0)
      marks.push({ kind: 'rect', x, y: top, width: Math.max(width - 1.5, 0.5), height: BAR, fill })
    x += width
    const lines = wrapText(`${part.label}: ${part.shown}`, right - left - 12, SMALL)
    marks.push({ kind: 'rect', x: left, y: y + 2.5, width: 7, height: 6, fill })
    marks.push(...textBlock(lines, left + 12, y, SMALL))
    y += lines.length * SMALL.leading
  })
  return { marks, height: y - top + 6 }
}

function describe(rows: readonly PairOverlapRow[]): string {
  return rows
    .map(({ level, n, shared, chance, order, parts }) => {
      const spread = (parts ?? []).map((part) => `${part.label}: ${part.shown}`)
      const figures = [
        `two lists share ${shared} of 100 on average, random lists ${chance}`,
        `the same two in the same order: ${order?.shown ?? 'cannot say'}`,
        ...(spread.length === 0 ? [] : [`pairs of people that ${spread.join(', ')}`]),
      ]
      return `${POSITION_NAMES[level]} (n ${n}): ${figures.join('; ')}.`
    })
    .join(' ')
}
