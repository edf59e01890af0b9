import { expect, test } from 'vitest'
import { brandColours, contrast, LEAST_CONTRAST, readColour } from '#app/report/brand/brand-colour.ts'
import { reportBrandCss } from '#app/report/brand/brand-css.ts'

test('contrast is that of WCAG: 21 from black to white, 4.54 for #767676', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('a colour that can be read is kept as it is', () => {
  expect(brandColours('#0b4f5c').colour).toBe('#0b4f5c')
})

test('whatever colour is asked for can be read on white and on the dark page', () => {
  for (let red = 0; red < 256; red += 51)
    for (let green = 0; green < 256; green += 51)
      for (let blue = 0; blue < 256; blue += 51) {
        const asked = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
        const { colour, darkColour } = brandColours(asked)
        expect(contrast(colour, '#ffffff'), asked).toBeGreaterThanOrEqual(LEAST_CONTRAST)
        expect(contrast(darkColour, '#16181a'), asked).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
})

test('a darker yellow is still yellow', () => {
  const { colour, askedContrast } = brandColours('#ffcc00')
  expect(askedContrast).toBeLessThan(2)
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
  expect(red).toBeGreaterThan(green ?? 0)
  expect(green).toBeGreaterThan((blue ?? 0) + 50)
})

test('a colour like that of the department leads does not stand for the senior level', () => {
  expect(brandColours('#a65a2e').standsForSenior).toBe(false)
  expect(brandColours('#c0622a').standsForSenior).toBe(false)
  expect(brandColours('#003366').standsForSenior).toBe(true)
  expect(reportBrandCss(brandColours('#003366') as never)).toContain('--senior:#003366')
  expect(reportBrandCss(brandColours('#a65a2e') as never)).not.toContain('--senior')
})

test.each([
  ['#0B4F5C', '#0b4f5c'],
  ['0b4f5c', '#0b4f5c'],
  ['red', null],
  ['#fff', null],
  ['#0b4f5c;}body{display:none', null],
])('%s is read as %s', (typed, colour) => {
  expect(readColour(typed)).toBe(colour)
})
