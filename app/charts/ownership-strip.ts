import { emptyScene, hairline, LABEL, SMALL, STRONG, scene, textBlock } from './marks.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Who is said to own one thing. `state` is the verdict on it, such as "contested". */
export interface OwnershipRow {
  label: string
  state: string
  /** Most named first. */
  parts: { label: string; count: number; shown: string }[]
  n: number
}

const PADDING = 6
const BAR = 9
const SWATCH = 7
const KEY_GAP = 14
/** In a wider drawing most labels stand on one line. */
const NARROW = 400
/** From most to least named; further parts stay as light as the last, parted by white. */
const PART_TONES: readonly Tone[] = ['senior', 'muted', 'faint', 'hairline']

/** A strip for each thing to be owned, cut into as many parts as owners were named. */
export function ownershipStrip(rows: readonly OwnershipRow[], width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const marks: Mark[] = []
  let top = 0
  for (const row of rows) {
    const laid = rowMarks(row, width, top)
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  return scene({ width, height: top, title, desc: describe(rows), marks })
}

function rowMarks(row: OwnershipRow, width: number, top: number) {
  const left = width * (width < NARROW ? 0.38 : 0.45)
  const firstTop = top + PADDING / 2
  const labelLines = wrapText(row.label, left - 16, LABEL)
  const stateTop = firstTop + labelLines.length * LABEL.leading
  const stateLines = wrapText(`${row.state} · n ${row.n}`, left - 16, STRONG)
  const key = keyMarks(row, left, width, firstTop + BAR + 5)
  const marks = [
    ...textBlock(labelLines, 0, firstTop, LABEL),
    ...textBlock(stateLines, 0, stateTop, STRONG),
    ...stripMarks(row, left, width, firstTop + 2),
    ...key.marks,
  ]
  const height = Math.max(stateTop - firstTop + stateLines.length * STRONG.leading, BAR + 5 + key.height)
  return { marks, height: height + PADDING }
}

function stripMarks(row: OwnershipRow, left: number, right: number, y: number): Mark[] {
  const total = row.parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return [hairline(left, y + BAR / 2, right, y + BAR / 2)]
  let from = left
  return row.parts.flatMap((part, index): Mark[] => {
    const width = ((right - left) * part.count) / total
    const rect: Mark = {
      kind: 'rect',
      x: from,
      y,
      width: Math.max(width - 1.5, 0.5),
      height: BAR,
      fill: toneOf(index),
    }
    from += width
    return part.count > 0 ? [rect] : []
  })
}

function toneOf(index: number): Tone {
  return PART_TONES[Math.min(index, PART_TONES.length - 1)] ?? 'hairline'
}

/** The parts named in the order of the strip, as many to a line as fit. */
function keyMarks(row: OwnershipRow, left: number, right: number, top: number) {
  const marks: Mark[] = []
  let x = left
  let y = top
  for (const [index, part] of row.parts.entries()) {
    const words = `${part.label} ${part.shown}`
    const needed = SWATCH + 4 + textWidth(words, SMALL.size)
    if (x > left && x + needed > right) {
      x = left
      y += SMALL.leading
    }
    const lines = wrapText(words, right - x - SWATCH - 4, SMALL)
    marks.push({ kind: 'rect', x, y: y + 2.5, width: SWATCH, height: SWATCH - 1, fill: toneOf(index) })
    marks.push(...textBlock(lines, x + SWATCH + 4, y, SMALL))
    y += (lines.length - 1) * SMALL.leading
    x = lines.length > 1 ? right : x + needed + KEY_GAP
  }
  return { marks, height: row.parts.length === 0 ? 0 : y + SMALL.leading - top }
}

function describe(rows: readonly OwnershipRow[]): string {
  return rows
    .map(({ label, state, parts, n }) => {
      const named = parts.map((part) => `${part.label} ${part.shown}`).join(', ')
      return `${label}: ${state}; ${named || 'nobody named'}; n ${n}.`
    })
    .join(' ')
}
