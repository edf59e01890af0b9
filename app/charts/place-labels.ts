import { SMALL_LEADING, SMALL_SIZE } from './marks.ts'
import { textWidth } from './text-width.ts'

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** A text on one line that belongs to a point. */
export interface PointLabel {
  text: string
  x: number
  y: number
}

export interface PlacedLabel {
  /** Where the text begins, and its middle. */
  x: number
  middle: number
  box: Box
  /** So far from its point that a line has to lead there. */
  led: boolean
}

/** Distances from the point that are tried one after the other; from the third on a line leads to the label. */
const DISTANCES = [7, 10, 18, 28, 40, 54]
const LED_FROM = 14
const DIRECTIONS: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [-1, 0],
  [0.75, -0.8],
  [0.75, 0.8],
  [-0.75, -0.8],
  [-0.75, 0.8],
  [0, -1],
  [0, 1],
]

/** What labels keep clear of: `hard` always, `soft` as long as there is another place without a line to lead there. */
export interface Obstacles {
  hard: readonly Box[]
  soft: readonly Box[]
}

/**
 * Puts each label beside its point, where it touches no other label and no hard obstacle: nearest places first, and the soft
 * obstacles avoided where that costs little. Null for a label that has no free place inside the frame.
 */
export function placeLabels(
  labels: readonly PointLabel[],
  frame: Box,
  { hard, soft }: Obstacles,
): (PlacedLabel | null)[] {
  const taken = [...hard]
  return labels.map((label) => {
    const free = candidatesOf(label).filter(
      ({ box }) => isWithin(box, frame) && !taken.some((one) => touch(one, box)),
    )
    const clear = free.find(({ box, led }) => !led && !soft.some((one) => touch(one, box)))
    const found = clear ?? free[0] ?? null
    if (found) taken.push(found.box)
    return found
  })
}

function candidatesOf({ text, x, y }: PointLabel): PlacedLabel[] {
  const width = textWidth(text, SMALL_SIZE)
  return DISTANCES.flatMap((distance) =>
    DIRECTIONS.map(([dx, dy]) => {
      const left = x + dx * distance - (dx < 0 ? width : dx === 0 ? width / 2 : 0)
      const middle = y + dy * (distance + (dx === 0 ? 2 : 0))
      return { x: left, middle, box: boxAt(left, middle, width), led: distance > LED_FROM }
    }),
  )
}

function boxAt(left: number, middle: number, width: number): Box {
  return { left, right: left + width, top: middle - SMALL_LEADING / 2, bottom: middle + SMALL_LEADING / 2 }
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  )
}

export function touch(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
