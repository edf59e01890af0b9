import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { drawnRuns } from '#app/report/paper/paper-fonts.server.ts'
import { printable } from '#app/report/paper/printable.ts'
import { run, SCRIPTS, sheetOf, TOOLS } from './sheet-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Without line ends and the marks of direction that the reader itself puts in. */
const plain = (text: string) => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, '')
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

describe.each(Object.entries(SCRIPTS))('%s', async (name, text) => {
  test('has a face for each of its letters', () => {
    for (const face of ['sans', 'serif-semibold'] as const)
      expect(drawnRuns(printable(text), face).filter(({ original }) => original !== undefined)).toEqual([])
  })

  describe.skipIf(!TOOLS)('on paper', async () => {
    const file = join(folder, `${name}.pdf`)
    if (TOOLS) writeFileSync(file, await sheetOf(text))

    test('is a sound file with a part of each font', () => {
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
      const [, , ...fonts] = run('pdffonts', file).trim().split('\n')
      for (const font of fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+\d+$/)
    })

    test('is drawn without the empty glyph', () => {
      run('qpdf', '--qdf', '--object-streams=disable', file, `${file}.plain`)
      const shown = [...readFileSync(`${file}.plain`, 'latin1').matchAll(/\[(.*)\] TJ/g)].flatMap(
        ([, words]) =>
          [...(words ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []),
      )
      expect(shown.length).toBeGreaterThan(100)
      expect(shown.filter((glyph) => glyph === '0000')).toEqual([])
    })

    test('reads as it was typed', () => {
      const words = plain(run('pdftotext', file, '-'))
      // Where directions mix, the reader orders the line by rules of its own: there each word and figure is looked for.
      const wanted = RIGHT_TO_LEFT.test(text)
        ? printable(text).split(/[\s،,]+|(?<=\p{L})(?=\p{N})/u)
        : [printable(text)]
      for (const word of wanted) {
        const found = words.split(plain(word)).length - 1
        expect(found, word).toBeGreaterThanOrEqual(2)
      }
    })
  })
})

test.skipIf(!TOOLS)('letters without a face are boxes that read as what they stand for', async () => {
  const file = join(folder, 'boxes.pdf')
  writeFileSync(file, await sheetOf('Georgian ქართული and Tamil தமிழ்'))
  expect(plain(run('pdftotext', file, '-'))).toContain('GeorgianქართულიandTamilதமிழ்')
})
