import { emptyScene, hairline, LABEL, SMALL, scene, textAt, textBlock } from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Something that is due, or that lasts; times are shares of the whole span, 0..1. */
export interface TimelineRow {
  label: string
  /** Under the label: who, and the day in words. */
  note: string
  /** Where it begins; null for something that is only due. */
  from: number | null
  to: number
  done: boolean
}

export interface TimelineTick {
  at: number
  label: string
}

const PADDING = 8
const RADIUS = 4
const TICKS_HEIGHT = 18
const LABEL_SHARE = 0.46

/** What is due when: a bar for what lasts, a dot for a day; filled once it is done. `now` is drawn as a line. */
export function timeline(
  rows: readonly TimelineRow[],
  { ticks, now, width, title }: { ticks: readonly TimelineTick[]; now: number; width: number; title: string },
): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const left = width * LABEL_SHARE
  const x = (share: number) => left + RADIUS + share * (width - left - 2 * RADIUS)
  const marks: Mark[] = []
  let top = TICKS_HEIGHT
  for (const row of rows) {
    const laid = rowMarks(row, { left, top, x })
    marks.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  const behind = [
    ...ticksIn(ticks, width - left).flatMap(({ at, label }) => [
      hairline(x(at), TICKS_HEIGHT, x(at), top),
      // A label with no room to its right would run into the one before it.
      ...(x(at) + textWidth(label, SMALL.size) > width
        ? []
        : textAt(label, x(at), TICKS_HEIGHT / 2, { ...SMALL, anchor: 'start' })),
    ]),
    nowMark(x(now), top),
  ]
  return scene({ width, height: top, title, desc: describe(rows), marks: [...behind, ...marks] })
}

function nowMark(x: number, bottom: number): Mark {
  return {
    kind: 'line',
    x1: x,
    y1: TICKS_HEIGHT,
    x2: x,
    y2: bottom,
    stroke: 'muted',
    strokeWidth: 0.9,
    dash: [2, 2],
  }
}

/** As many ticks as have room for their labels; the first always stays. */
function ticksIn(ticks: readonly TimelineTick[], width: number): TimelineTick[] {
  const widest = Math.max(...ticks.map(({ label }) => textWidth(label, SMALL.size)), 1) + 10
  const most = Math.max(1, Math.floor(width / widest))
  const step = Math.ceil(ticks.length / most)
  return ticks.filter((_, index) => index % step === 0)
}

interface RowPlace {
  left: number
  top: number
  x: (share: number) => number
}

function rowMarks({ label, note, from, to, done }: TimelineRow, { left, top, x }: RowPlace) {
  const room = left - 14
  const labelLines = wrapText(label, room, LABEL)
  const noteLines = note === '' ? [] : wrapText(note, room, SMALL)
  const first = top + PADDING / 2
  const middle = first + LABEL.leading / 2
  const marks = [
    ...textBlock(labelLines, 0, first, LABEL),
    ...textBlock(noteLines, 0, first + labelLines.length * LABEL.leading, SMALL),
    from === null ? dot(x(to), middle, done) : bar(x(from), x(to), middle, done),
  ]
  const height = labelLines.length * LABEL.leading + noteLines.length * SMALL.leading + PADDING
  return { marks, height }
}

function dot(cx: number, cy: number, done: boolean): Mark {
  return done
    ? { kind: 'circle', cx, cy, r: RADIUS, fill: 'senior' }
    : { kind: 'circle', cx, cy, r: RADIUS - 0.8, fill: 'paper', stroke: 'senior', strokeWidth: 1.6 }
}

function bar(from: number, to: number, middle: number, done: boolean): Mark {
  const width = Math.max(to - from, 2)
  return done
    ? { kind: 'rect', x: from, y: middle - 3.5, width, height: 7, fill: 'senior' }
    : {
        kind: 'rect',
        x: from,
        y: middle - 3,
        width,
        height: 6,
        fill: 'paper',
        stroke: 'senior',
        strokeWidth: 1.4,
      }
}

function describe(rows: readonly TimelineRow[]): string {
  return rows.map(({ label, note, done }) => `${label}: ${note}${done ? ', done' : ''}.`).join(' ')
}
