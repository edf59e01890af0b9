import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  LABEL,
  POSITION_NAMES,
  positionMark,
  SMALL,
  scene,
  textAt,
  textBlock,
} from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

interface LevelShare {
  /** 0..1. */
  share: number
  /** The share as it may be said: "6 of 9". */
  shown: string
}

/** The share of each level, null where it may not be shown. */
export interface LevelDumbbellRow {
  label: string
  senior: LevelShare | null
  department: LevelShare | null
}

const HEADER = 32
const PADDING = 11
const MARK_GAP = 9
/** In a narrower drawing a label stands above its pair of marks, which then has the whole width. */
const STACKED_BELOW = 400
const PAIR_HEIGHT = 18

/** The two levels on one scale from none to all, a line between them as long as the gap. Sorted by the caller. */
export function levelDumbbell(rows: readonly LevelDumbbellRow[], width: number, title: string): Scene {
  if (rows.length === 0) return emptyScene(width, title)
  const stacked = width < STACKED_BELOW
  const labelWidth = stacked ? 0 : width * 0.36
  const labelRoom = stacked ? width : labelWidth - 12
  const [left, right] = plotOf(rows, width, labelWidth)
  const x = scaleLinear([0, 1], [left, right]).clamp(true)
  const body: Mark[] = []
  let top = HEADER
  for (const row of rows) {
    const labelLines = wrapText(row.label, labelRoom, LABEL)
    const absentLines = wrapText(absentWords(row), labelRoom, SMALL)
    const labelHeight = labelLines.length * LABEL.leading
    const wordsHeight = labelHeight + absentLines.length * SMALL.leading
    const height = wordsHeight + (stacked ? PAIR_HEIGHT : 0) + PADDING
    body.push(hairline(0, top, width, top), ...textBlock(labelLines, 0, top + PADDING / 2, LABEL))
    body.push(...textBlock(absentLines, 0, top + PADDING / 2 + labelHeight, SMALL))
    const middle = stacked ? top + PADDING / 2 + wordsHeight + PAIR_HEIGHT / 2 : top + height / 2
    if (stacked) body.push(...gridMarks(x, middle - PAIR_HEIGHT / 2, middle + PAIR_HEIGHT / 2))
    body.push(...pairMarks(row, x, middle))
    top += height
  }
  const grid = stacked ? [] : gridMarks(x, HEADER, top)
  return scene({
    width,
    height: top + 1,
    title,
    desc: describe(rows),
    marks: [...headerMarks(x, stacked ? 4 : left), ...grid, ...body],
  })
}

/** The plot keeps a margin on both sides as wide as the widest figure that stands beside a mark. */
function plotOf(rows: readonly LevelDumbbellRow[], width: number, labelWidth: number): [number, number] {
  const figures = rows.flatMap(({ senior, department }) => [senior?.shown ?? '', department?.shown ?? ''])
  const widest = Math.max(...figures.map((shown) => textWidth(shown, SMALL.size)), 0)
  const margin = Math.min(widest + MARK_GAP + 4, (width - labelWidth) * 0.32)
  return [labelWidth + margin, width - margin]
}

function gridMarks(x: Scale, from: number, to: number): Mark[] {
  return [0, 0.5, 1].map((share) => hairline(x(share), from, x(share), to))
}

function headerMarks(x: (share: number) => number, left: number): Mark[] {
  const senior = POSITION_NAMES.senior
  const next = left + 20 + textWidth(senior, SMALL.size)
  const tick = (share: number, words: string): Mark[] =>
    textBlock([words], x(share), 18, { ...SMALL, anchor: 'middle' })
  return [
    positionMark('senior', left, 6),
    ...textAt(senior, left + 8, 6, SMALL),
    positionMark('department', next + 4, 6),
    ...textAt(POSITION_NAMES.department, next + 12, 6, SMALL),
    ...tick(0, 'none'),
    ...tick(0.5, 'half'),
    ...tick(1, 'all'),
  ]
}

type Scale = (share: number) => number

function pairMarks({ senior, department }: LevelDumbbellRow, x: Scale, y: number): Mark[] {
  if (senior && department) return bothMarks(senior, department, x, y)
  if (senior) return [positionMark('senior', x(senior.share), y), ...figureMark(senior, x, y, 'end')]
  if (department) {
    return [positionMark('department', x(department.share), y), ...figureMark(department, x, y, 'end')]
  }
  return []
}

/** The figures stand outside the pair, so that they never meet between the marks. */
function bothMarks(senior: LevelShare, department: LevelShare, x: Scale, y: number): Mark[] {
  const seniorIsLeft = senior.share < department.share
  const [x1, x2] = [x(senior.share), x(department.share)]
  const bar: Mark = { kind: 'line', x1, y1: y, x2, y2: y, stroke: 'faint', strokeWidth: 2.2 }
  // Nearly the same share: the ring is drawn around the filled mark, so that both stay to be seen.
  const close = Math.abs(x1 - x2) < 6
  const ring = positionMark('department', x2, y, close ? 6.4 : 4)
  const disc = positionMark('senior', x1, y, close ? 3.2 : 4)
  return [
    ...(x1 === x2 ? [] : [bar]),
    ring,
    disc,
    ...figureMark(senior, x, y, seniorIsLeft ? 'start' : 'end'),
    ...figureMark(department, x, y, seniorIsLeft ? 'end' : 'start'),
  ]
}

/** A figure before (`start`) or after (`end`) its mark, on a piece of paper that keeps the grid from running through it. */
function figureMark({ share, shown }: LevelShare, x: Scale, y: number, side: 'start' | 'end'): Mark[] {
  const style = { ...SMALL, fill: 'ink' as const }
  const width = textWidth(shown, SMALL.size)
  const left = side === 'start' ? x(share) - MARK_GAP - width : x(share) + MARK_GAP
  const paper: Mark = { kind: 'rect', x: left - 1.5, y: y - 5, width: width + 3, height: 10, fill: 'paper' }
  return [paper, ...textAt(shown, left, y, style)]
}

function absentWords({ senior, department }: LevelDumbbellRow): string {
  if (!senior && !department) return 'not shown for either level'
  if (!senior) return 'senior team: not shown'
  return department ? '' : 'department leads: not shown'
}

function describe(rows: readonly LevelDumbbellRow[]): string {
  return rows
    .map(({ label, senior, department }) => {
      const seniorWords = `senior team ${senior?.shown ?? 'not shown'}`
      return `${label}: ${seniorWords}, department leads ${department?.shown ?? 'not shown'}.`
    })
    .join(' ')
}
