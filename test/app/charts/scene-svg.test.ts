import { expect, test } from 'vitest'
import type { Scene } from '#app/charts/scene.ts'
import { type FileLook, svgFile } from '#app/charts/svg-file.ts'
import { svgOf } from './scene-checks.ts'

const SCENE: Scene = {
  width: 100,
  height: 40,
  title: 'Six of nine cannot name a stop',
  desc: 'Senior team 6 of 9.',
  marks: [
    { kind: 'line', x1: 0, y1: 1, x2: 100, y2: 1, stroke: 'hairline', strokeWidth: 0.5, dash: [2, 1] },
    { kind: 'circle', cx: 5, cy: 20, r: 4, fill: 'paper', stroke: 'department' },
    { kind: 'path', d: 'M0,0L5,5', stroke: 'ink' },
    {
      kind: 'text',
      x: 50,
      y: 20,
      text: '<b>6 of 9</b>',
      size: 9,
      weight: 'semibold',
      anchor: 'middle',
      fill: 'muted',
    },
  ],
}

test('a scene is an image with a title and a description', () => {
  const svg = svgOf(SCENE)
  expect(svg).toMatch(/<svg class="scene" role="img" viewBox="0 0 100 40"/)
  expect(svg).toContain('<title>Six of nine cannot name a stop</title>')
  expect(svg).toContain('<desc>Senior team 6 of 9.</desc>')
})

test('tones are classes, and no style is written inline', () => {
  const svg = svgOf(SCENE)
  expect(svg).toContain('class="fill-paper stroke-department"')
  expect(svg).toContain('class="fill-none stroke-ink"')
  expect(svg).toContain('class="fill-muted semibold"')
  expect(svg).not.toContain('style=')
})

test('text is text, and markup in it is not markup', () => {
  expect(svgOf(SCENE)).toContain('&lt;b&gt;6 of 9&lt;/b&gt;</text>')
})

test('nothing but its geometry and its tones comes from a mark: a picture can come from another server', () => {
  const rect = { kind: 'rect', x: 1, y: 2, width: 3, height: 4, fill: 'ink' } as const
  const evil = { ...rect, dangerouslySetInnerHTML: { __html: '<a>evil</a>' }, style: { top: 1 }, id: 'evil' }
  const marks = (mark: Scene['marks'][number]) => ({ ...SCENE, marks: [mark] })
  expect(svgOf(marks(evil))).toBe(svgOf(marks(rect)))
  const look = { colours: {} as FileLook['colours'], fonts: 'x' }
  expect(svgFile(marks({ ...evil, '/><script>': 1 } as typeof rect), look)).toBe(svgFile(marks(rect), look))
})
