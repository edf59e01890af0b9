import { scaleLinear } from 'd3-scale'
import {
  emptyScene,
  hairline,
  LABEL,
  POSITION_NAMES,
  type Position,
  positionMark,
  SMALL,
  STRONG,
  scene,
  textAt,
  textBlock,
} from './marks.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { wrapText } from './text-width.ts'

/** One construct in two rounds; all figures 0..100. */
export interface SlopePanel {
  label: string
  first: number
  second: number
  /** Where the second figure could lie, given the first. */
  range: [number, number] | null
  /** More than noise. */
  moved: boolean
}

/** One level's constructs. */
export interface SlopeRow {
  level: Exclude<Position, 'across'>
  /** "The same nine people in both rounds". */
  people: string
  panels: SlopePanel[]
}

const PLOT_HEIGHT = 84
const PANEL_GAP = 8
const NARROWEST_PANEL = 60
const FIGURE_ROOM = 19
const PADDING = 6

/** A small slope for each construct, one scale for all: what moved beyond noise thick, the rest in grey. */
export function roundSlopes(
  rows: readonly SlopeRow[],
  rounds: readonly [first: string, second: string],
  width: number,
  title: string,
): Scene {
  const shown = rows.filter(({ panels }) => panels.length > 0)
  if (shown.length === 0) return emptyScene(width, title)
  const marks: Mark[] = []
  let top = 0
  for (const row of shown) {
    const laid = levelMarks(row, width, top)
    marks.push(...laid.marks)
    top = laid.bottom + PADDING
  }
  const key = keyMarks(width, top)
  return scene({
    width,
    height: key.bottom,
    title,
    desc: describe(shown, rounds),
    marks: [...marks, ...key.marks],
  })
}

function levelMarks(row: SlopeRow, width: number, top: number) {
  const heading = wrapText(`${POSITION_NAMES[row.level]} · ${row.people}`, width - 14, STRONG)
  const marks: Mark[] = [
    hairline(0, top, width, top),
    positionMark(row.level, 4, top + PADDING + LABEL.leading / 2, 3.6),
    ...textBlock(heading, 14, top + PADDING, STRONG),
  ]
  const columns = Math.max(1, Math.floor((width + PANEL_GAP) / (NARROWEST_PANEL + PANEL_GAP)))
  // Lines of nearly the same length, lest one panel stand alone on the last.
  const lines = Math.ceil(row.panels.length / columns)
  const across = Math.ceil(row.panels.length / lines)
  const panelWidth = (width - PANEL_GAP * (across - 1)) / across
  let y = top + PADDING + heading.length * STRONG.leading + 6
  for (let from = 0; from < row.panels.length; from += across) {
    const line = row.panels.slice(from, from + across)
    const names = line.map(({ label }) => wrapText(label, panelWidth, { ...SMALL, mostLines: 3 }))
    const nameHeight = Math.max(...names.map((lines) => lines.length)) * SMALL.leading
    line.forEach((panel, index) => {
      const x = index * (panelWidth + PANEL_GAP)
      const weight = panel.moved ? ('semibold' as const) : ('regular' as const)
      marks.push(
        ...textBlock(names[index] ?? [], x, y, { ...SMALL, fill: panel.moved ? 'ink' : 'muted', weight }),
      )
      marks.push(...slopeMarks(panel, row.level, x, y + nameHeight + 4, panelWidth))
    })
    y += nameHeight + 4 + PLOT_HEIGHT + 10
  }
  return { marks, bottom: y - 4 }
}

function slopeMarks(
  panel: SlopePanel,
  level: SlopeRow['level'],
  left: number,
  top: number,
  width: number,
): Mark[] {
  const y = scaleLinear([0, 100], [top + PLOT_HEIGHT - 6, top + 6]).clamp(true)
  // The same distance between the two rounds in every panel, however wide: a slope means the same everywhere.
  const [x1, x2] = [left + FIGURE_ROOM, left + Math.min(width, NARROWEST_PANEL + 24) - FIGURE_ROOM]
  const tone: Tone = panel.moved ? 'ink' : 'faint'
  const figure = { ...SMALL, fill: panel.moved ? ('ink' as const) : ('muted' as const) }
  const range: Mark[] = panel.range
    ? [
        {
          kind: 'line',
          x1: x2,
          y1: y(panel.range[0]),
          x2,
          y2: Math.min(y(panel.range[1]), y(panel.range[0]) - 1),
          stroke: 'hairline',
          strokeWidth: 4,
        },
      ]
    : []
  return [
    hairline(x1, top, x1, top + PLOT_HEIGHT),
    hairline(x2, top, x2, top + PLOT_HEIGHT),
    ...range,
    {
      kind: 'line',
      x1,
      y1: y(panel.first),
      x2,
      y2: y(panel.second),
      stroke: tone,
      strokeWidth: panel.moved ? 2 : 1.2,
    },
    positionMark(level, x1, y(panel.first), 3),
    positionMark(level, x2, y(panel.second), 3),
    ...textAt(String(Math.round(panel.first)), x1 - 5, y(panel.first), { ...figure, anchor: 'end' }),
    ...textAt(String(Math.round(panel.second)), x2 + 5, y(panel.second), {
      ...figure,
      weight: panel.moved ? 'semibold' : 'regular',
    }),
  ]
}

/** What thick, thin and the bar stand for, one below the other. */
function keyMarks(width: number, top: number) {
  const line =
    (tone: Tone, strokeWidth: number) =>
    (y: number): Mark => ({ kind: 'line', x1: 0, y1: y, x2: 16, y2: y, stroke: tone, strokeWidth })
  const entries: [(y: number) => Mark, string][] = [
    [line('ink', 2), 'moved beyond noise'],
    [line('faint', 1.2), 'inside the noise: no change can be told'],
    [line('hairline', 4), 'where the second figure could lie if the same kind of people were asked again'],
  ]
  let y = top + PADDING
  const marks: Mark[] = [hairline(0, top, width, top)]
  for (const [draw, words] of entries) {
    const lines = wrapText(words, width - 22, SMALL)
    marks.push(draw(y + SMALL.leading / 2), ...textBlock(lines, 22, y, SMALL))
    y += lines.length * SMALL.leading
  }
  return { marks, bottom: y + 2 }
}

function describe(rows: readonly SlopeRow[], [before, after]: readonly [string, string]): string {
  const told = rows.flatMap(({ level, people, panels }) =>
    panels.map(({ label, first, second, range, moved }) => {
      const limits = range ? ` (range ${Math.round(range[0])} to ${Math.round(range[1])})` : ''
      return `${label}, ${POSITION_NAMES[level].toLowerCase()} (${people}): agreement from ${Math.round(first)} to ${Math.round(second)}${limits}, ${moved ? 'moved beyond noise' : 'inside the noise'}.`
    }),
  )
  return `From ${before} to ${after}. ${told.join(' ')}`
}
