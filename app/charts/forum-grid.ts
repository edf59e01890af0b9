import {
  emptyScene,
  hairline,
  LABEL,
  POSITION_NAMES,
  SMALL,
  STRONG,
  scene,
  textAt,
  textBlock,
} from './marks.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** The people of one level who say so. */
export interface ForumShare {
  /** 0..1, drawn. */
  share: number
  /** The count as it may be said, in a word or two: "5", "8 or 9". */
  shown: string
}

/** One meeting, as one small multiple. */
export interface ForumColumn {
  label: string
  /** What stands under its name: "n 9 and 12". */
  people: string
}

export interface ForumGridRow {
  label: string
  /** A cell a meeting, in the order of the columns. Null for a level: at most one person, or not shown. */
  cells: {
    senior: ForumShare | null
    department: ForumShare | null
    /** This is what the meeting is there for. */
    purpose: boolean
  }[]
}

const ROW_PADDING = 7
const BAR = 7
const BAR_GAP = 4
const KEY_HEIGHT = 20
const FIGURE_GAP = 4
/** Below this width labels stand above their bars instead of beside them. */
const NARROW = 400
/** Room before a bar for the line that it stands on. */
const GROUND = 6

interface Plan {
  labelWidth: number
  panelWidth: number
  gap: number
  barWidth: number
  stacked: boolean
}

/** The same bars for each meeting side by side: rows are what a meeting may do, a column is what one meeting does. */
export function forumGrid(
  columns: readonly ForumColumn[],
  rows: readonly ForumGridRow[],
  width: number,
  title: string,
): Scene {
  if (rows.length === 0 || columns.length === 0) return emptyScene(width, title)
  const plan = planOf(columns.length, rows, width)
  const header = headerMarks(columns, plan)
  const body: Mark[] = []
  let top = header.height
  for (const row of rows) {
    const laid = rowMarks(row, plan, width, top)
    body.push(hairline(0, top, width, top), ...laid.marks)
    top += laid.height
  }
  body.push(hairline(0, top, width, top))
  const key = keyMarks(width, top + 6)
  const marks = [...header.marks, ...body, ...key.marks]
  return scene({ width, height: top + 6 + key.height, title, desc: describe(columns, rows), marks })
}

function planOf(count: number, rows: readonly ForumGridRow[], width: number): Plan {
  const stacked = width < NARROW
  const gap = stacked ? 10 : 14
  const labelWidth = stacked ? 0 : width * 0.29
  const inset = stacked ? GROUND : gap
  const panelWidth = (width - labelWidth - inset - gap * (count - 1)) / count
  const figures = rows.flatMap(({ cells }) =>
    cells.flatMap(({ senior, department }) => [senior, department].map((one) => one?.shown ?? '')),
  )
  const widest = Math.max(...figures.map((shown) => textWidth(shown, SMALL.size, 'semibold')), 0)
  const barWidth = Math.max(panelWidth - widest - FIGURE_GAP - 4, 8)
  return { labelWidth, panelWidth, gap, barWidth, stacked }
}

function panelLeft(index: number, { labelWidth, panelWidth, gap, stacked }: Plan): number {
  return labelWidth + index * (panelWidth + gap) + (stacked ? GROUND : gap)
}

function headerMarks(columns: readonly ForumColumn[], plan: Plan) {
  const laid = columns.map(({ label, people }, index) => {
    const names = wrapText(label, plan.panelWidth, STRONG)
    const under = wrapText(people, plan.panelWidth, SMALL)
    const x = panelLeft(index, plan)
    const marks = [
      ...textBlock(names, x, 0, STRONG),
      ...textBlock(under, x, names.length * STRONG.leading, SMALL),
    ]
    return { marks, height: names.length * STRONG.leading + under.length * SMALL.leading }
  })
  return {
    marks: laid.flatMap(({ marks }) => marks),
    height: Math.max(...laid.map(({ height }) => height)) + 5,
  }
}

function rowMarks(row: ForumGridRow, plan: Plan, width: number, top: number) {
  const labelLines = wrapText(row.label, plan.stacked ? width : plan.labelWidth, LABEL)
  const labelHeight = labelLines.length * LABEL.leading
  const barsHeight = 2 * BAR + BAR_GAP
  const firstTop = top + ROW_PADDING / 2
  const barsTop = plan.stacked ? firstTop + labelHeight + 3 : firstTop + 1
  const inner = plan.stacked ? labelHeight + 3 + barsHeight : Math.max(labelHeight, barsHeight + 2)
  const marks = [
    ...textBlock(labelLines, 0, firstTop, LABEL),
    ...row.cells.flatMap((cell, index) => cellMarks(cell, panelLeft(index, plan), plan, barsTop)),
  ]
  return { marks, height: inner + ROW_PADDING }
}

/** The bar of each level with its figure at the end; where nobody may be counted there is only the ground line. */
function cellMarks(cell: ForumGridRow['cells'][number], x: number, plan: Plan, top: number): Mark[] {
  const height = 2 * BAR + BAR_GAP
  const ground: Mark = cell.purpose
    ? { kind: 'rect', x: x - 4, y: top - 3, width: 2.5, height: height + 6, fill: 'ink' }
    : hairline(x - 3, top - 3, x - 3, top + height + 3)
  return [
    ground,
    ...levelMarks(cell.senior, 'senior', x, top, plan),
    ...levelMarks(cell.department, 'department', x, top + BAR + BAR_GAP, plan),
  ]
}

function levelMarks(
  share: ForumShare | null,
  level: 'senior' | 'department',
  x: number,
  y: number,
  plan: Plan,
): Mark[] {
  if (!share) return []
  const width = Math.max(plan.barWidth * Math.min(1, Math.max(0, share.share)), 1.5)
  const style = { ...SMALL, fill: 'ink' as const, weight: 'semibold' as const }
  return [barMark(level, x, y, width), ...textAt(share.shown, x + width + FIGURE_GAP, y + BAR / 2, style)]
}

/** Filled for the senior team, an outline for the department leads, as their marks are. */
function barMark(level: 'senior' | 'department', x: number, y: number, width: number): Mark {
  if (level === 'senior') return { kind: 'rect', x, y, width, height: BAR, fill: 'senior' }
  const inset = { x: x + 0.6, y: y + 0.6, width: Math.max(width - 1.2, 0.6), height: BAR - 1.2 }
  return { kind: 'rect', ...inset, fill: 'paper', stroke: 'department', strokeWidth: 1.2 }
}

/** What filled, outlined and thick stand for, as many to a line as fit. */
function keyMarks(width: number, top: number) {
  const entries: [string, (x: number, y: number) => Mark][] = [
    [POSITION_NAMES.senior, (x, y) => barMark('senior', x, y - BAR / 2, 14)],
    [POSITION_NAMES.department, (x, y) => barMark('department', x, y - BAR / 2, 14)],
    [
      'what this meeting is for',
      (x, y) => ({ kind: 'rect', x: x + 6, y: y - 6, width: 2.5, height: 12, fill: 'ink' }),
    ],
  ]
  const marks: Mark[] = []
  let x = 0
  let y = top + KEY_HEIGHT / 2
  for (const [words, draw] of entries) {
    const needed = 19 + textWidth(words, SMALL.size)
    if (x > 0 && x + needed > width) {
      x = 0
      y += SMALL.leading + 3
    }
    marks.push(draw(x, y), ...textAt(words, x + 19, y, SMALL))
    x += needed + 16
  }
  return { marks, height: y - top + KEY_HEIGHT / 2 }
}

function describe(columns: readonly ForumColumn[], rows: readonly ForumGridRow[]): string {
  return columns
    .map(({ label, people }, index) => {
      const told = rows.flatMap((row) => {
        const cell = row.cells[index]
        const counts = [
          ...(cell?.senior ? [`senior team ${cell.senior.shown}`] : []),
          ...(cell?.department ? [`department leads ${cell.department.shown}`] : []),
        ]
        const purpose = cell?.purpose ? ' (what it is for)' : ''
        return counts.length === 0 && !cell?.purpose
          ? []
          : [`${row.label}${purpose}: ${counts.join(', ') || 'at most one of either level'}`]
      })
      return `${label}, ${people}: ${told.join('; ') || 'no answer is named by two people'}.`
    })
    .join(' ')
}
