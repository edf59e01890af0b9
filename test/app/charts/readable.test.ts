import { expect, test } from 'vitest'
import { levelDumbbell } from '#app/charts/level-dumbbell.ts'
import { isReadable, narrowest } from '#app/charts/readable.ts'
import type { Mark, Scene } from '#app/charts/scene.ts'

const text = (words: string, x: number, y: number): Mark => ({ kind: 'text', x, y, text: words, size: 10 })
const scene = (width: number, ...marks: Mark[]): Scene => ({
  width,
  height: 40,
  title: 't',
  desc: 'd',
  marks,
})

test('a drawing is readable where texts keep inside and apart', () => {
  expect(isReadable(scene(100, text('one', 0, 10), text('two', 40, 10)))).toBe(true)
  expect(isReadable(scene(100, text('one', 0, 10), text('two', 10, 10)))).toBe(false)
  expect(isReadable(scene(100, text('one', 0, 10), text('two', 10, 30)))).toBe(true)
  expect(isReadable(scene(100, text('beyond the edge', 60, 10)))).toBe(false)
})

test('of several widths the narrowest that can be read is taken; null where none can', () => {
  const draw = (width: number) =>
    scene(width, text('left', 0, 10), { ...text('right', width, 10), anchor: 'end' } as Mark)
  expect(narrowest(draw, [20, 60, 100])?.width).toBe(60)
  expect(narrowest(draw, [10, 20])).toBeNull()
})

test('the levels side by side can be read on a phone, with long names and coded counts', () => {
  const shown = { share: 0.95, shown: 'all or all but one of 12' }
  const rows = [
    {
      label: 'Launch the redesigned onboarding for mid-market customers',
      senior: shown,
      department: { share: 0.05, shown: 'at most one of 16' },
    },
    { label: 'Nobody gets hurt', senior: shown, department: shown },
  ]
  expect(isReadable(levelDumbbell(rows, 280, 'title'))).toBe(true)
})
