import type { Mark } from './scene.ts'

type Shape = Exclude<Mark, { kind: 'text' }>

/** Where a shape lies, and nothing else that may hang on it: a picture can come from another server. */
export function geometryOf(shape: Shape) {
  switch (shape.kind) {
    case 'line': {
      const { x1, y1, x2, y2 } = shape
      return { x1, y1, x2, y2 }
    }
    case 'rect': {
      const { x, y, width, height } = shape
      return { x, y, width, height }
    }
    case 'circle': {
      const { cx, cy, r } = shape
      return { cx, cy, r }
    }
    case 'path':
      return { d: shape.d }
  }
}
