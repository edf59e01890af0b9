import { expect, test } from 'vitest'
import { columnWidths } from '#app/report/paper/table-columns.ts'

const text = (natural: number, least: number) => ({ natural, least, stretches: true })
const figure = (natural: number) => ({ natural, least: natural, stretches: false })

test('columns with room to spare share it, but figures keep their width', () => {
  expect(columnWidths([text(100, 20), text(50, 20), figure(30)], 480)).toEqual([300, 150, 30])
})

test('a date stays on one line while a long column gives way', () => {
  expect(columnWidths([text(600, 60), text(80, 40)], 480)).toEqual([400, 80])
})

test('columns that are too many for the sheet still fit it', () => {
  const widths = columnWidths(
    Array.from({ length: 12 }, () => text(200, 60)),
    480,
  )
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480)
  expect(Math.min(...widths)).toBeGreaterThan(0)
})
