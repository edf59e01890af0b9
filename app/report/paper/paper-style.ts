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
const TOP = 72
const BOTTOM = 60

export function sheetOf(size: PaperSize): Sheet {
  const [width, height] = size === 'A4' ? [595.28, 841.89] : [612, 792]
  const left = (width - FIGURE_WIDTH) / 2
  return { size, width, height, left, top: TOP, measure: FIGURE_WIDTH, depth: height - TOP - BOTTOM }
}

/** Running text keeps to about 65 letters a line; reasons stand in the margin beside it. */
export const TEXT_WIDTH = 334
export const REASON_LEFT = 358
export const REASON_WIDTH = 122

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
  pageTitle: { ...serif(23, 29), face: 'serif-semibold' },
  contentsTitle: serif(10.75, 14),
  contentsNumber: sans(9.5, 14, 'muted'),
  heading: semibold(12, 16),
  statement: serif(16.5, 23),
  confidence: sans(9, 13, 'muted'),
  body: sans(10.25, 14.75),
  listLabel: semibold(10.25, 14.75, 'senior'),
  note: sans(9, 13, 'muted'),
  reason: sans(7.75, 10.5, 'muted'),
  reasonNumber: semibold(7.75, 10.5, 'senior'),
  reference: { ...semibold(6.5, 14.75, 'senior'), rise: 3.6 },
  factLabel: sans(9, 14.5, 'muted'),
  factValue: sans(10, 14.5),
  caption: semibold(10, 14),
  columnHead: semibold(8.5, 11.5, 'muted'),
  cell: sans(8.75, 12),
  furniture: sans(8, 11, 'muted'),
} satisfies Record<string, TextStyle>
