import { emptyScene, hairline, LABEL, SMALL, STRONG, scene, textAt, textBlock } from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** A theme and the people who named it. */
export interface LollipopRow {
  label: string
  /** People who named it. */
  count: number
  /** Of them, the people who put it first; null where that may not be shown or was not asked. */
  first: number | null
  /** The count as it may be said: "6 of 9", "at most one". */
  shown: string
  /** Their names, in open mode only. */
  names: string[] | null
}

const PADDING = 9
const DOT_SPACING = 16
const FIGURE_GAP = 10
const LARGEST_DOT = 4.6
/** Closer than this, dots become a bar. */
const TIGHTEST_SPACING = 5

interface Track {
  from: number
  to: number
  spacing: number
  figure: number
}

function trackOf(of: number, width: number): Track {
  const from = width * 0.4
  const farthest = width * 0.83 - FIGURE_GAP
  const spacing = Math.min(DOT_SPACING, (farthest - from) / Math.max(of, 1))
  const to = from + spacing * Math.max(of, 1)
  return { from, to, figure: to + FIGURE_GAP, spacing }
}

/** Themes as rows, a dot a person: those who put it first in the accent, a point for each who did not name it. */
export function lollipop(rows: readonly LollipopRow[], of: number, width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const track = trackOf(of, width)
  const anyFirst = rows.some(({ first }) => first !== null && first > 0)
  const marks = keyMarks(track, anyFirst)
  let top = 18
  for (const row of rows) {
    const laid = rowMarks(row, of, width, track, top)
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  return scene({ width, height: top, title, desc: describe(rows), marks })
}

/** What the dots are, said once above the first row. */
function keyMarks(track: Track, anyFirst: boolean): Mark[] {
  const entries: [Mark['kind'], string, (x: number) => Mark][] = []
  const dot =
    (fill: 'senior' | 'faint', r: number) =>
    (x: number): Mark => ({ kind: 'circle', cx: x, cy: 6, r, fill })
  if (anyFirst) entries.push(['circle', 'put it first', dot('senior', 3.6)])
  entries.push(['circle', anyFirst ? 'named it' : 'one person who named it', dot('faint', 3.6)])
  const marks: Mark[] = []
  let x = track.from + 3.6
  for (const [, words, draw] of entries) {
    marks.push(draw(x), ...textAt(words, x + 8, 6, SMALL))
    x += 8 + textWidth(words, SMALL.size) + 18
  }
  return marks
}

function rowMarks(row: LollipopRow, of: number, width: number, track: Track, top: number) {
  const labelLines = wrapText(row.label, track.from - 14, LABEL)
  const figureLines = wrapText(row.shown, width - track.figure, STRONG)
  const firstWords = row.first !== null && row.first > 0 ? [`${row.first} put it first`] : []
  const nameLines = wrapText((row.names ?? []).join(', '), width - track.from, { ...SMALL, mostLines: 8 })
  const firstTop = top + PADDING / 2
  const dotsMiddle = firstTop + LABEL.leading / 2
  const figureHeight = figureLines.length * STRONG.leading + firstWords.length * SMALL.leading
  const namesTop = firstTop + Math.max(LABEL.leading + 1, figureHeight)
  const marks = [
    ...textBlock(labelLines, 0, firstTop, LABEL),
    ...(track.spacing < TIGHTEST_SPACING
      ? barMarks(row, of, track, dotsMiddle)
      : dotMarks(row, of, track, dotsMiddle)),
    ...textBlock(figureLines, track.figure, firstTop, STRONG),
    ...textBlock(firstWords, track.figure, firstTop + figureLines.length * STRONG.leading, SMALL),
    ...textBlock(nameLines, track.from, namesTop, SMALL),
  ]
  const right = nameLines.length > 0 ? namesTop - firstTop + nameLines.length * SMALL.leading : figureHeight
  return { marks, height: Math.max(labelLines.length * LABEL.leading, right) + PADDING }
}

function dotMarks(row: LollipopRow, of: number, track: Track, y: number): Mark[] {
  const r = Math.min(LARGEST_DOT, track.spacing * 0.36)
  return Array.from({ length: Math.max(of, row.count) }, (_, index): Mark => {
    const cx = track.from + r + index * track.spacing
    if (index < (row.first ?? 0)) return { kind: 'circle', cx, cy: y, r, fill: 'senior' }
    if (index < row.count) return { kind: 'circle', cx, cy: y, r, fill: 'faint' }
    return { kind: 'circle', cx, cy: y, r: Math.min(1.1, r * 0.4), fill: 'faint' }
  })
}

/** Too many people for dots: the same figures as a bar along a hairline that stands for everybody. */
function barMarks(row: LollipopRow, of: number, track: Track, y: number): Mark[] {
  const x = (count: number) => track.from + ((track.to - track.from) * count) / Math.max(of, 1)
  const bar = (from: number, to: number, fill: 'senior' | 'faint'): Mark[] =>
    to > from ? [{ kind: 'rect', x: x(from), y: y - 3, width: x(to) - x(from), height: 6, fill }] : []
  const first = row.first ?? 0
  return [hairline(track.from, y, track.to, y), ...bar(0, first, 'senior'), ...bar(first, row.count, 'faint')]
}

function describe(rows: readonly LollipopRow[]): string {
  return rows
    .map((row) => {
      const first = row.first !== null && row.first > 0 ? `, ${row.first} put it first` : ''
      const names = row.names && row.names.length > 0 ? ` (${row.names.join(', ')})` : ''
      return `${row.label}: ${row.shown}${first}${names}.`
    })
    .join(' ')
}
