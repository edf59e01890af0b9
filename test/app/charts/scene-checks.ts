import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect } from 'vitest'
import type { Mark, Scene } from '#app/charts/scene.ts'
import { SceneSvg } from '#app/charts/scene-svg.tsx'
import { textWidth } from '#app/charts/text-width.ts'

interface Box {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

function boxOf(mark: Extract<Mark, { kind: 'text' }>): Box {
  const width = textWidth(mark.text, mark.size, mark.weight)
  const left = mark.x - { start: 0, middle: width / 2, end: width }[mark.anchor ?? 'start']
  return {
    text: mark.text,
    left,
    right: left + width,
    top: mark.y - mark.size * 0.7,
    bottom: mark.y + mark.size * 0.2,
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Every text lies inside the scene and no two texts touch. */
export function expectReadable(scene: Scene): void {
  const boxes = scene.marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []))
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(-0.5)
    expect(box.right, box.text).toBeLessThanOrEqual(scene.width + 0.5)
    expect(box.top, box.text).toBeGreaterThanOrEqual(-0.5)
    expect(box.bottom, box.text).toBeLessThanOrEqual(scene.height + 0.5)
  }
  const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const))
  const colliding = pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.text} | ${b.text}`)
  expect(colliding).toEqual([])
}

/** Every coordinate is a number inside the scene. */
export function expectInside(scene: Scene): void {
  for (const mark of scene.marks) {
    for (const [key, value] of Object.entries(mark)) {
      if (typeof value !== 'number') continue
      expect(Number.isFinite(value), `${mark.kind} ${key}`).toBe(true)
      if (['x', 'x1', 'x2', 'cx'].includes(key)) expect(value).toBeLessThanOrEqual(scene.width + 0.5)
      if (['y', 'y1', 'y2', 'cy'].includes(key)) expect(value).toBeLessThanOrEqual(scene.height + 0.5)
    }
  }
}

export function textsOf(scene: Scene): string[] {
  return scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
}

/** The drawing as a file that can be opened and read in a diff, a line a mark. */
export function svgOf(scene: Scene): string {
  return `${renderToStaticMarkup(createElement(SceneSvg, { scene })).replace(/></g, '>\n<')}\n`
}

/** Labels nobody would wish for: each chart must still be readable with them. */
export const AWKWARD_LABELS = [
  'Launch the redesigned onboarding for mid-market customers in the three remaining regions before the spring price change',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf',
  'Ενοποίηση των συστημάτων τιμολόγησης',
  'x',
  '数字化转型战略执行与跨部门协作机制建设',
]

export const WIDTHS = [340, 480, 640]
