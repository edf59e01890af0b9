/** What a mark is painted with: roles, so that the page, the paper and a consultant's brand can each choose. */
export type Tone = 'ink' | 'muted' | 'faint' | 'hairline' | 'paper' | 'senior' | 'department'

interface Painted {
  fill?: Tone
  stroke?: Tone
  strokeWidth?: number
  dash?: readonly [number, number]
}

export type Mark =
  | ({ kind: 'line'; x1: number; y1: number; x2: number; y2: number } & Painted)
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number } & Painted)
  | ({ kind: 'circle'; cx: number; cy: number; r: number } & Painted)
  /** `d` in SVG path syntax. */
  | ({ kind: 'path'; d: string } & Painted)
  | {
      kind: 'text'
      x: number
      /** Baseline. */
      y: number
      text: string
      size: number
      weight?: 'regular' | 'semibold'
      anchor?: 'start' | 'middle' | 'end'
      fill?: Tone
    }

/** A picture as a value: the SVG writer and the PDF writer draw the same marks. Units are points. */
export interface Scene {
  width: number
  height: number
  /** The finding, as a sentence. */
  title: string
  /** What a screen reader says in place of the picture: the figures in words. */
  desc: string
  marks: Mark[]
}
