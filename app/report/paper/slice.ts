import type { Scene, Tone } from '#app/charts/scene.ts'
import type { Run } from './break-lines.ts'
import type { Direction } from './direction.ts'

/** A node of the structure that assistive technology reads, in the words of the PDF standard. */
export interface Element {
  tag:
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'Div'
    | 'P'
    | 'TOC'
    | 'TOCI'
    | 'Reference'
    | 'Note'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'Caption'
    | 'THead'
    | 'TBody'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure'
  /** What is read in place of a figure. */
  alt?: string
  /** What a TH heads. */
  scope?: 'Column' | 'Row'
  /** How the labels of an L count. */
  numbering?: 'Decimal' | 'Disc'
  children: Element[]
}

/**
 * Something drawn. A line without an element repeats what was said before and is not read again; one without a
 * direction is all that is said.
 */
export type Ink =
  | { kind: 'line'; element: Element | null; x: number; baseline: number; runs: Run[]; direction?: Direction }
  | { kind: 'rule'; x: number; y: number; width: number; height: number; tone: Tone }
  | { kind: 'scene'; element: Element; x: number; y: number; scale: number; scene: Scene }
  /** A PNG in base64. */
  | { kind: 'picture'; element: Element; x: number; y: number; width: number; height: number; png: string }

/** A piece of the report as wide as the text, which is never parted; its ink is placed from its own top left. */
export interface Slice {
  /** White space above, which falls away at the top of a sheet. */
  before: number
  height: number
  inks: Ink[]
  /** Stays on the sheet of the next slice: a heading, the first line of a paragraph. */
  keep: boolean
  /** As wide as the sheet: it begins below the margin notes. Else it leaves the margin free. */
  wide: boolean
  /** Set in the margin: beside the slice, or further down where the notes before it need the room. */
  note?: { height: number; inks: Ink[] }
  /** Drawn again above this slice when it is the first of a sheet: the head of a table. */
  repeat?: Slice
}

export function element(
  tag: Element['tag'],
  parent: Element,
  more: Partial<Omit<Element, 'tag' | 'children'>> = {},
): Element {
  const child: Element = { tag, children: [], ...more }
  parent.children.push(child)
  return child
}

/** The same ink further right and further down. */
export function moved(ink: Ink, dx: number, dy: number): Ink {
  if (ink.kind === 'line') return { ...ink, x: ink.x + dx, baseline: ink.baseline + dy }
  return { ...ink, x: ink.x + dx, y: ink.y + dy }
}
