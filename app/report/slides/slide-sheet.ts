/** The slide in points, 16:9, and where things stand on it. */
export const SHEET = { width: 960, height: 540, margin: 44 }

export const TITLE = { x: 44, y: 36, w: 872, h: 66 }
export const BODY = { x: 44, y: 114, w: 872, h: 384 }
export const FOOT = { y: 512, h: 14, size: 9 }

/** How wide a picture is beside words, and how far it is enlarged there or above them. */
const BESIDE = { width: 566, largest: 1.25 }
const ABOVE = { width: 820, largest: 1.7 }
/** A picture that leaves this much of the slide free when it is drawn wide has its words below it. */
const ROOM_BELOW = 150
const GUTTER = 30

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** Where a picture and its words stand: side by side, or a low picture across the slide and the words below it. */
export function placePicture(
  picture: { width: number; height: number },
  withWords: boolean,
): { scale: number; x: number; y: number; words: Box } {
  const { x, y, w, h } = BODY
  const wide = Math.min(ABOVE.largest, ABOVE.width / picture.width)
  const free = h - picture.height * wide - GUTTER
  if (!withWords) {
    const scale = Math.min(wide, h / picture.height)
    return { scale, x: x + (w - picture.width * scale) / 2, y, words: { x, y, w, h: 0 } }
  }
  if (free >= ROOM_BELOW) return { scale: wide, x, y, words: { x, y: y + h - free, w: ABOVE.width, h: free } }
  const scale = Math.min(BESIDE.largest, BESIDE.width / picture.width, h / picture.height)
  const left = picture.width * scale + GUTTER
  return { scale, x, y, words: { x: x + left, y, w: w - left, h } }
}

/** Title size by its length: two lines at most. */
export function titleSize(title: string): number {
  if (title.length <= 110) return 26
  return title.length <= 150 ? 22 : 18
}
