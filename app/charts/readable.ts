import type { Mark, Scene } from './scene.ts'
import { textWidth } from './text-width.ts'

type Text = Extract<Mark, { kind: 'text' }>

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Whether every text of a drawing lies inside it, and no two of them touch. */
export function isReadable(scene: Scene): boolean {
  const boxes = scene.marks.filter((mark) => mark.kind === 'text').map(boxOf)
  const inside = boxes.every(({ left, right }) => left >= -0.5 && right <= scene.width + 0.5)
  return inside && !boxes.some((box, index) => boxes.slice(index + 1).some((other) => touch(box, other)))
}

/**
 * The drawing at the narrowest of these widths at which it can be read: shown across the same screen, the narrower one
 * has the larger print. Null where it needs more room than any of them.
 */
export function narrowest(draw: (width: number) => Scene, widths: readonly number[]): Scene | null {
  for (const width of widths) {
    const scene = draw(width)
    if (isReadable(scene)) return scene
  }
  return null
}

function boxOf({ text, x, y, size, weight, anchor = 'start' }: Text): Box {
  const width = textWidth(text, size, weight)
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.2 }
}

function touch(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
