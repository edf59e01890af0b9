import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { FACES, fontForDocument, widthOfText } from '#app/report/paper/paper-fonts.server.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { SAMPLE_DOCUMENT } from './sample-document.ts'

const { readFileSync } = fs
const opened: string[] = []
fs.readFileSync = ((path: string, ...rest: []) => {
  if (String(path).endsWith('.ttf')) opened.push(String(path))
  return readFileSync(path, ...rest)
}) as typeof readFileSync
syncBuiltinESMExports()
afterAll(() => {
  fs.readFileSync = readFileSync
  syncBuiltinESMExports()
})

test('each font is opened and read once, however many reports are printed', async () => {
  for (const paper of ['A4', 'Letter', 'A4'] as const) await renderReportPdf(SAMPLE_DOCUMENT, paper)
  expect(opened).toHaveLength(FACES.length)
  expect(new Set(opened).size).toBe(FACES.length)
  for (const face of FACES) {
    const [one, other] = [fontForDocument(face), fontForDocument(face)]
    expect(Object.getPrototypeOf(one)).toBe(Object.getPrototypeOf(other))
  }
})

test('a text is as wide as its words and spaces, with letters of any script, at every size', () => {
  const width = (text: string) => widthOfText(text, 'serif', 10)
  expect(width('Ξένος и you')).toBeCloseTo(width('Ξένος') + width('и') + width('you') + 2 * width(' '), 8)
  expect(widthOfText('you', 'serif', 20)).toBeCloseTo(2 * width('you'), 8)
  expect(width('')).toBe(0)
})

test('the letters of a ligature and of a kerned pair are set closer than apart', () => {
  const width = (text: string) => widthOfText(text, 'serif', 10)
  expect(width('AV')).toBeLessThan(width('A') + width('V'))
})
