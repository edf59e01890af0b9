import { expect, test } from 'vitest'
import { figurePng, figureSvg } from '#app/report/exports/draw-figure.server.ts'
import { figuresOf, readFigureName } from '#app/report/exports/figures.ts'
import { TONE_COLOURS } from '#app/report/paper/paper-style.ts'
import { expectWellFormed } from '#test/helpers/well-formed.ts'
import { SAMPLE_DOCUMENT } from '../sample-document.ts'

const figures = figuresOf(SAMPLE_DOCUMENT)

test('every picture of the report has an address of its own', () => {
  expect(figures.map(({ id }) => id)).toEqual([
    'answer-first-1',
    'priorities-1',
    'priorities-2',
    'signals-1',
    'signals-2',
  ])
  expect(readFigureName('signals-2.png')).toEqual({ id: 'signals-2', format: 'png' })
})

test.each(['signals-2', 'signals-2.pdf', '../x-1.svg', 'signals.svg', 'SIGNALS-1.svg', ''])(
  '%j is the address of none',
  (name) => expect(readFigureName(name)).toBeNull(),
)

test('a drawing stands alone: well-formed, titled, with its colours and faces in attributes', () => {
  for (const { scene } of figures) {
    const svg = figureSvg(scene, TONE_COLOURS)
    expectWellFormed(svg)
    expect(svg).toContain(`<title>${scene.title}</title>`)
    expect(svg).toMatch(/font-family="'Source Sans 3',[^"]*sans-serif"/)
    expect(svg).not.toMatch(/class=|style=|href|<script|<style/)
    expect(svg.match(/<text/g)?.length).toBe(scene.marks.filter(({ kind }) => kind === 'text').length)
  }
})

test('text in a drawing is text, whatever it says', () => {
  const scene = { width: 90, height: 20, title: '<b>&"', desc: 'a\u0000b\ud800', marks: [] }
  const text = { kind: 'text', x: 0, y: 9, size: 9, text: '</text><script>x</script>' } as const
  const svg = figureSvg({ ...scene, marks: [text] }, TONE_COLOURS)
  expectWellFormed(svg)
  expect(svg).not.toContain('<script>')
  expect(svg).toContain('<desc>a\ufffdb\ufffd</desc>')
})

test('the pixels are twice the points with a margin around them, and the same every time', async () => {
  for (const { scene } of figures) {
    const png = Buffer.from(await figurePng(scene, TONE_COLOURS))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      scene.width * 2 + 48,
      scene.height * 2 + 48,
    ])
    expect(Buffer.compare(png, Buffer.from(await figurePng(scene, TONE_COLOURS)))).toBe(0)
  }
})

test('text is drawn in the pixels: the same scene without its texts is another picture', async () => {
  const [first] = figures
  if (!first) throw new Error('the sample has pictures')
  const bare = { ...first.scene, marks: first.scene.marks.filter(({ kind }) => kind !== 'text') }
  const [whole, without] = [await figurePng(first.scene, TONE_COLOURS), await figurePng(bare, TONE_COLOURS)]
  expect(whole.length).toBeGreaterThan(1.5 * without.length)
})

test('a picture of any height is drawn in a bounded number of pixels', async () => {
  const mark = { kind: 'rect', x: 0, y: 0, width: 10, height: 10, fill: 'ink' } as const
  const png = Buffer.from(
    await figurePng({ width: 480, height: 60_000, title: '', desc: '', marks: [mark] }, TONE_COLOURS),
  )
  expect(png.readUInt32BE(16) * png.readUInt32BE(20)).toBeLessThanOrEqual(12_100_000)
})
