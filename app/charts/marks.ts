import { symbol, symbolDiamond } from 'd3-shape'
import type { Mark, Scene, Tone } from './scene.ts'
import type { Weight } from './text-width.ts'

/** Type sizes of all charts, in points. */
export const LABEL_SIZE = 9.5
export const SMALL_SIZE = 8.5
export const LABEL_LEADING = 12
export const SMALL_LEADING = 11

export interface TextStyle {
  size: number
  leading: number
  weight?: Weight
  anchor?: 'start' | 'middle' | 'end'
  fill?: Tone
}
export const LABEL: TextStyle = { size: LABEL_SIZE, leading: LABEL_LEADING, fill: 'ink' }
export const STRONG: TextStyle = { ...LABEL, weight: 'semibold' }
export const SMALL: TextStyle = { size: SMALL_SIZE, leading: SMALL_LEADING, fill: 'muted' }

/** Distance from the top of a line of text to its baseline. */
const ASCENT = 0.78

/** Lines of text, the first of which has its top at `top`. */
export function textBlock(lines: readonly string[], x: number, top: number, style: TextStyle): Mark[] {
  const { leading, ...look } = style
  return lines.map((text, index) => ({
    kind: 'text',
    x,
    y: top + index * leading + (leading - style.size) / 2 + style.size * ASCENT,
    text,
    ...look,
  }))
}

/** One line of text whose middle is at `middle`. */
export function textAt(text: string, x: number, middle: number, style: TextStyle): Mark[] {
  return textBlock([text], x, middle - style.leading / 2, style)
}

export function hairline(x1: number, y1: number, x2: number, y2: number): Mark {
  return { kind: 'line', x1, y1, x2, y2, stroke: 'hairline', strokeWidth: 0.75 }
}

export type Position = 'senior' | 'department' | 'across'

/** Level is told by shape as well as by colour: senior filled, department a ring, both together a diamond. */
export function positionMark(position: Position, cx: number, cy: number, r = 4): Mark {
  if (position === 'senior') return { kind: 'circle', cx, cy, r, fill: 'senior' }
  if (position === 'department') {
    return { kind: 'circle', cx, cy, r: r - 0.2, fill: 'paper', stroke: 'department', strokeWidth: 1.8 }
  }
  const d = symbol(symbolDiamond, r * r * 2.6).digits(2)() ?? ''
  return { kind: 'path', d: movedBy(d, cx, cy), fill: 'ink' }
}

/** The same path elsewhere: d3's symbols are drawn around 0,0 in absolute straight lines, and a mark has no transform. */
function movedBy(d: string, dx: number, dy: number): string {
  return d.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${rounded(+x + dx)},${rounded(+y + dy)}`,
  )
}

export const POSITION_NAMES: Record<Position, string> = {
  senior: 'Senior team',
  department: 'Department leads',
  across: 'Both together',
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** What a chart without rows shows: words, never an empty frame. */
export function emptyScene(width: number, title: string): Scene {
  const words = 'There is nothing here that may be shown.'
  return { width, height: 24, title, desc: words, marks: textBlock([words], 0, 6, SMALL) }
}

/** A finished scene: coordinates to a hundredth of a point, so that the same rows give the same file. */
export function scene(parts: {
  width: number
  height: number
  title: string
  desc: string
  marks: Mark[]
}): Scene {
  return { ...parts, height: Math.ceil(parts.height), marks: parts.marks.map(roundedMark) }
}

function roundedMark(mark: Mark): Mark {
  const entries = Object.entries(mark).map(([key, value]) => [
    key,
    typeof value === 'number' ? rounded(value) : value,
  ])
  return Object.fromEntries(entries) as Mark
}
