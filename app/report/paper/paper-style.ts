import type { Tone } from '#app/charts/scene.ts'

export type PaperSize = 'A4' | 'Letter'
export type Face = 'sans' | 'sans-semibold' | 'serif' | 'serif-semibold'

export interface TextStyle {
  face: Face
  size: number
  leading: number
  tone: Tone
  /** Points above the baseline, for the figures that refer to a reason. */
  rise?: number
}

/** The sheet of paper in points, and the part of it that holds the report. */
export interface Sheet {
  size: PaperSize
  width: number
  height: number
  left: number
  top: number
  /** Width and height of the part that holds the report. */
  measure: number
  depth: number
}

const FIGURE_WIDTH = 480
const TOP = 64
const BOTTOM = 54

export function sheetOf(size: PaperSize): Sheet {
  const [width, height] = size === 'A4' ? [595.28, 841.89] : [612, 792]
  const left = (width - FIGURE_WIDTH) / 2
  return { size, width, height, left, top: TOP, measure: FIGURE_WIDTH, depth: height - TOP - BOTTOM }
}

/** Running text keeps to about 65 letters a line; reasons stand in the margin beside it. */
export const TEXT_WIDTH = 322
export const REASON_LEFT = 342
export const REASON_WIDTH = 138

/** The tones of app/ui/tokens.css in the form that paper needs; a test keeps the two alike. */
export const TONE_COLOURS: Record<Tone, string> = {
  ink: '#1b1c1d',
  muted: '#55595c',
  faint: '#85898c',
  hairline: '#d9dbdc',
  paper: '#ffffff',
  senior: '#0b4f5c',
  department: '#a65a2e',
}

const sans = (size: number, leading: number, tone: Tone = 'ink'): TextStyle => ({
  face: 'sans',
  size,
  leading,
  tone,
})
const semibold = (size: number, leading: number, tone: Tone = 'ink'): TextStyle => ({
  ...sans(size, leading, tone),
  face: 'sans-semibold',
})
const serif = (size: number, leading: number, tone: Tone = 'ink'): TextStyle => ({
  ...sans(size, leading, tone),
  face: 'serif',
})

export const STYLES = {
  coverName: serif(40, 46),
  coverRound: sans(15, 21, 'muted'),
  pageTitle: { ...serif(20, 25), face: 'serif-semibold' },
  contentsTitle: serif(10.75, 14),
  contentsNumber: sans(9.5, 14, 'muted'),
  heading: semibold(11.5, 15),
  statement: serif(15.5, 21),
  confidence: sans(9, 12.5, 'muted'),
  body: sans(9.75, 13.5),
  listLabel: semibold(9.75, 13.5, 'senior'),
  note: sans(8.75, 12, 'muted'),
  reason: sans(7.25, 9.25, 'muted'),
  reasonNumber: semibold(7.25, 9.25, 'senior'),
  reference: { ...semibold(6.5, 13.5, 'senior'), rise: 3.6 },
  factLabel: sans(9, 14.5, 'muted'),
  factValue: sans(10, 14.5),
  caption: semibold(9.75, 13),
  columnHead: semibold(8.5, 11.5, 'muted'),
  cell: sans(8.75, 11.5),
  denseHead: semibold(7.25, 9.25, 'muted'),
  denseCell: sans(7.25, 9.25),
  furniture: sans(8, 11, 'muted'),
} satisfies Record<string, TextStyle>
