import type { Scene, Tone } from '#app/charts/scene.ts'
import type { Run } from './break-lines.ts'

/** A node of the structure that assistive technology reads, in the words of the PDF standard. */
export interface Element {
  tag:
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'P'
    | 'Note'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'Caption'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure'
  alt?: string
  children: Element[]
}

/** Something drawn. A line without an element repeats what was said before and is not read again. */
export type Ink =
  | { kind: 'line'; element: Element | null; x: number; baseline: number; runs: Run[] }
  | { kind: 'rule'; x: number; y: number; width: number; height: number; tone: Tone }
  | { kind: 'scene'; element: Element; x: number; y: number; scale: number; scene: Scene }

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

export function element(tag: Element['tag'], parent: Element, alt?: string): Element {
  const child: Element = { tag, children: [], ...(alt === undefined ? {} : { alt }) }
  parent.children.push(child)
  return child
}

/** The same ink further right and further down. */
export function moved(ink: Ink, dx: number, dy: number): Ink {
  if (ink.kind === 'line') return { ...ink, x: ink.x + dx, baseline: ink.baseline + dy }
  return { ...ink, x: ink.x + dx, y: ink.y + dy }
}
