import { scaleLinear } from 'd3-scale'
import { emptyScene, POSITION_NAMES, positionMark, SMALL, STRONG, scene, textAt, textBlock } from './marks.ts'
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts'
import type { Mark, Scene } from './scene.ts'
import { textWidth, wrapText } from './text-width.ts'

/** One construct within one level; both figures 0..100. */
export interface QuadrantPoint {
  label: string
  level: 'senior' | 'department'
  strength: number
  agreement: number
  /** Plausible range of the agreement. */
  range: [number, number] | null
  n: number
  /** In which quadrant it may be said to lie; null where the range does not allow to say. */
  quadrant: string | null
}

/** Where strong and agreed begin, and what the four fields are called. */
export interface QuadrantFrame {
  strongFrom: number
  agreedFrom: number
  names: { sharedProblem: string; healthy: string; contested: string; narrativeGap: string }
}

const TICKS = [0, 50, 100]
const TOP = 18
const LEFT = 24
const RADIUS = 4
const MOST_HEIGHT = 270

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
  x: (strength: number) => number
  y: (agreement: number) => number
}

/**
 * Strength to the right, agreement upwards, a bar as long as the plausible range. Every point carries its name; where points
 * crowd, a line leads to the name, and what finds no room beside its point stands in a column of its own.
 */
export function quadrantScatter(
  points: readonly QuadrantPoint[],
  frame: QuadrantFrame,
  width: number,
  title: string,
): Scene {
  if (points.length === 0) return emptyScene(width, title)
  const plot = plotOf(width)
  const corners = cornerMarks(frame, plot)
  const obstacles = {
    hard: [...points.map((point) => boxOfPoint(point, plot)), ...corners.boxes],
    soft: [...points.flatMap((point) => boxesOfRange(point, plot)), ...boxesOfDivides(frame, plot)],
  }
  const labels = points.map(({ label, strength, agreement }) => ({
    text: shortened(label, width),
    x: plot.x(strength),
    y: plot.y(agreement),
  }))
  const order = crowdedFirst(labels)
  const placedInOrder = placeLabels(
    order.map((index) => labels[index] as (typeof labels)[number]),
    { left: plot.left + 2, right: width, top: plot.top, bottom: plot.bottom - 1 },
    obstacles,
  )
  const placed = new Map(order.map((index, place) => [index, placedInOrder[place] ?? null]))
  const beside = points.flatMap((point, index) =>
    labelMarks(point, labels[index]?.text ?? '', placed.get(index) ?? null, plot),
  )
  const left = points.filter((_, index) => !placed.get(index))
  const axes = axisMarks(frame, plot)
  const below = listMarks(left, width, axes.bottom + 4)
  return scene({
    width,
    height: below.bottom + 2,
    title,
    desc: describe(points),
    marks: [
      ...axes.marks,
      ...corners.marks,
      ...points.flatMap((point) => rangeMarks(point, plot)),
      ...beside,
      ...points.map((point) =>
        positionMark(point.level, plot.x(point.strength), plot.y(point.agreement), RADIUS),
      ),
      ...below.marks,
    ],
  })
}

function plotOf(width: number): Plot {
  const [left, right] = [LEFT, width - 1]
  const [top, bottom] = [TOP, TOP + Math.min(MOST_HEIGHT, width * 0.8)]
  const inset = 10
  return {
    left,
    right,
    top,
    bottom,
    x: scaleLinear([0, 100], [left + inset, right - inset]).clamp(true),
    y: scaleLinear([0, 100], [bottom - inset, top + inset]).clamp(true),
  }
}

/** Labels with the most neighbours choose first, while there is room. */
function crowdedFirst(labels: readonly { x: number; y: number }[]): number[] {
  const neighbours = labels.map(
    (one) => labels.filter((other) => Math.hypot(one.x - other.x, (one.y - other.y) * 2) < 60).length,
  )
  return labels
    .map((_, index) => index)
    .toSorted((one, other) => (neighbours[other] ?? 0) - (neighbours[one] ?? 0) || one - other)
}

function shortened(label: string, width: number): string {
  return wrapText(label, width * 0.3, { ...SMALL, mostLines: 1 })[0] ?? ''
}

function boxOfPoint({ strength, agreement }: QuadrantPoint, plot: Plot): Box {
  const [cx, cy] = [plot.x(strength), plot.y(agreement)]
  return { left: cx - RADIUS - 1, right: cx + RADIUS + 1, top: cy - RADIUS - 1, bottom: cy + RADIUS + 1 }
}

function boxesOfRange({ range, strength }: QuadrantPoint, plot: Plot): Box[] {
  if (!range) return []
  const x = plot.x(strength)
  return [{ left: x - 2, right: x + 2, top: plot.y(range[1]), bottom: plot.y(range[0]) }]
}

function boxesOfDivides({ strongFrom, agreedFrom }: QuadrantFrame, plot: Plot): Box[] {
  const [x, y] = [plot.x(strongFrom), plot.y(agreedFrom)]
  return [
    { left: x - 1, right: x + 1, top: plot.top, bottom: plot.bottom },
    { left: plot.left, right: plot.right, top: y - 1, bottom: y + 1 },
  ]
}

function rangeMarks({ range, strength }: QuadrantPoint, plot: Plot): Mark[] {
  if (!range) return []
  const x = plot.x(strength)
  const [y1, y2] = [plot.y(range[0]), plot.y(range[1])]
  return [{ kind: 'line', x1: x, y1, x2: x, y2: Math.min(y2, y1 - 1), stroke: 'hairline', strokeWidth: 3 }]
}

/** In grey where the range does not allow to name a field. */
function labelMarks(point: QuadrantPoint, text: string, placed: PlacedLabel | null, plot: Plot): Mark[] {
  if (!placed) return []
  const { box, x, middle, led } = placed
  const [cx, cy] = [plot.x(point.strength), plot.y(point.agreement)]
  const nearest = Math.max(box.left, Math.min(box.right, cx))
  const lead: Mark = {
    kind: 'line',
    x1: cx,
    y1: cy,
    x2: nearest,
    y2: middle,
    stroke: 'faint',
    strokeWidth: 0.6,
  }
  const fill = point.quadrant === null ? ('muted' as const) : ('ink' as const)
  return [...(led ? [lead] : []), ...textAt(text, x, middle, { ...SMALL, fill })]
}

/** The four fields by name, each in its own corner, and the lines between them. */
function cornerMarks({ names }: QuadrantFrame, plot: Plot) {
  const style = { ...STRONG, size: SMALL.size, leading: SMALL.leading, fill: 'muted' as const }
  const half = (plot.right - plot.left) / 2 - 10
  const corner = (words: string, side: 'start' | 'end', at: 'top' | 'bottom') => {
    const lines = wrapText(words, half, style)
    const x = side === 'start' ? plot.left + 5 : plot.right - 4
    const top = at === 'top' ? plot.top + 3 : plot.bottom - 3 - lines.length * style.leading
    const widest = Math.max(...lines.map((line) => textWidth(line, style.size, 'semibold')))
    const left = side === 'start' ? x : x - widest
    const box: Box = { left, right: left + widest, top, bottom: top + lines.length * style.leading }
    return { marks: textBlock(lines, x, top, { ...style, anchor: side }), box }
  }
  const all = [
    corner(names.sharedProblem, 'start', 'top'),
    corner(names.healthy, 'end', 'top'),
    corner(names.contested, 'start', 'bottom'),
    corner(names.narrativeGap, 'end', 'bottom'),
  ]
  return { marks: all.flatMap(({ marks }) => marks), boxes: all.map(({ box }) => box) }
}

function axisMarks({ strongFrom, agreedFrom }: QuadrantFrame, plot: Plot) {
  const { left, right, top, bottom, x, y } = plot
  const ticks = TICKS.flatMap((tick) => [
    ...textBlock([String(tick)], x(tick), bottom + 2, { ...SMALL, anchor: 'middle' }),
    ...textAt(String(tick), left - 5, y(tick), { ...SMALL, anchor: 'end' }),
  ])
  const divide = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    stroke: 'faint',
    strokeWidth: 0.8,
    dash: [3, 3],
  })
  const marks: Mark[] = [
    {
      kind: 'rect',
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      stroke: 'hairline',
      strokeWidth: 0.75,
    },
    divide(x(strongFrom), top, x(strongFrom), bottom),
    divide(left, y(agreedFrom), right, y(agreedFrom)),
    ...textBlock(['Agreement ↑'], left, 1, STRONG),
    ...ticks,
    ...keyMarks(plot, 1),
    ...textBlock(['Strength →'], right, bottom + 13, { ...STRONG, anchor: 'end' }),
  ]
  return { marks, bottom: bottom + 13 + STRONG.leading }
}

function keyMarks({ right }: Plot, top: number): Mark[] {
  const department = POSITION_NAMES.department
  const second = right - textWidth(department, SMALL.size)
  const first = second - 26 - textWidth(POSITION_NAMES.senior, SMALL.size)
  return [
    positionMark('senior', first - 8, top + 6, 3.6),
    ...textAt(POSITION_NAMES.senior, first, top + 6, SMALL),
    positionMark('department', second - 8, top + 6, 3.6),
    ...textAt(department, second, top + 6, SMALL),
  ]
}

/** What found no room beside its point: named below, with the figures to find it by. */
function listMarks(points: readonly QuadrantPoint[], width: number, top: number) {
  let y = top
  const marks = points.flatMap((point) => {
    const words = `${point.label}: strength ${Math.round(point.strength)}, agreement ${Math.round(point.agreement)}`
    const lines = wrapText(words, width - 12, { ...SMALL, mostLines: 3 })
    const mark = positionMark(point.level, 4, y + SMALL.leading / 2, 3.2)
    const laid = [mark, ...textBlock(lines, 12, y, SMALL)]
    y += lines.length * SMALL.leading
    return laid
  })
  return { marks, bottom: y }
}

function describe(points: readonly QuadrantPoint[]): string {
  return points
    .map(({ label, level, strength, agreement, range, n, quadrant }) => {
      const limits = range ? ` (${Math.round(range[0])} to ${Math.round(range[1])})` : ''
      const figures = `strength ${Math.round(strength)}, agreement ${Math.round(agreement)}${limits}, n ${n}`
      return `${label}, ${POSITION_NAMES[level].toLowerCase()}: ${figures}; ${quadrant ?? 'no field can be named'}.`
    })
    .join(' ')
}
