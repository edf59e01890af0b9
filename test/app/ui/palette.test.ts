import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(resolve(import.meta.dirname, '../../../app/ui', name), 'utf8')

function colours(css: string): Record<string, string> {
  const found = [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}

/** Contrast of two colours by WCAG 2.2, from their relative luminance. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const light = colours(read('tokens.css'))
const dark = { ...light, ...colours(read('dark.css')) }
const PALETTES: [string, Record<string, string>][] = [
  ['light', { ...light, accent: light.senior ?? '' }],
  ['dark', dark],
]

test('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test.each(PALETTES)('%s: text reads at 4.5 to 1 on paper and on the wash', (_, palette) => {
  for (const text of ['ink', 'muted', 'senior', 'department', 'accent', 'wrong', 'heed'] as const) {
    for (const ground of ['paper', 'wash'] as const) {
      expect(
        contrast(palette[text] ?? '', palette[ground] ?? ''),
        `${text} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test.each(PALETTES)('%s: a button reads at 4.5 to 1, resting and pointed at', (_, palette) => {
  expect(contrast(palette['on-accent'] ?? '', palette.accent ?? '')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(palette['on-accent'] ?? '', palette['accent-strong'] ?? '')).toBeGreaterThanOrEqual(4.5)
})

test.each(PALETTES)('%s: the edge of a field shows at 3 to 1', (_, palette) => {
  expect(contrast(palette.edge ?? '', palette.paper ?? '')).toBeGreaterThanOrEqual(3)
  expect(contrast(palette.edge ?? '', palette.wash ?? '')).toBeGreaterThanOrEqual(3)
})

test('the two levels stay apart on a grey printer', () => {
  expect(contrast(light.senior ?? '', light.department ?? '')).toBeGreaterThan(1.5)
})
