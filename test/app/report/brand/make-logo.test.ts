import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { makeLogo, UPLOAD } from '#app/report/brand/make-logo.server.ts'
import { pictureHead } from '#app/report/brand/picture-size.ts'

const HIDDEN = 'a secret in the file'

function png(width: number, height: number, fill = '#c33'): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 2}" r="${height / 3}" fill="${fill}"/></svg>`
  return new Resvg(svg).render().asPng()
}

/** The smallest baseline JPEG there is: eight by eight grey dots, stretched by its header to any size. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

test('a logo is made anew: a PNG of ours that fits its place, without what else was in the file', async () => {
  const upload = Buffer.concat([png(900, 300), Buffer.from(HIDDEN)])
  const made = await makeLogo(upload)
  if (!made.ok) throw new Error(made.error)
  expect(pictureHead(made.logo.png)).toEqual({ kind: 'png', width: 480, height: 160 })
  expect(pictureHead(made.smallLogo?.png ?? new Uint8Array())).toEqual({
    kind: 'png',
    width: 192,
    height: 64,
  })
  expect(made.smallLogo?.png.length).toBeLessThanOrEqual(5 * 1024)
  expect(Buffer.from(made.logo.png).includes(HIDDEN)).toBe(false)
  expect(Buffer.from(made.logo.png).equals(upload)).toBe(false)
})

test('a small picture is not blown up', async () => {
  const made = await makeLogo(png(64, 32))
  expect(made).toMatchObject({ ok: true, logo: { width: 64, height: 32 } })
})

test.each([
  [
    'a page that calls itself a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['a WebP', Buffer.from('RIFF\x00\x00\x00\x00WEBPVP8 ')],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['nothing but the first bytes of a PNG', png(20, 20).subarray(0, 12)],
  ['nothing but the first bytes of a JPEG', JPEG.subarray(0, 4)],
  ['an empty file', Buffer.alloc(0)],
])('%s is refused', async (_, bytes) => {
  expect(await makeLogo(bytes)).toEqual({ ok: false, error: expect.stringContaining('not a PNG or JPEG') })
})

test('a PNG that says it is huge is not unpacked', async () => {
  const bomb = Buffer.from(png(20, 20))
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  expect(await makeLogo(bomb)).toEqual({ ok: false, error: expect.stringContaining('60000 by 60000') })
})

test.each([
  ['cut off', png(200, 100).subarray(0, 60)],
  [
    'with rubbish where its dots should be',
    (() => {
      const broken = Buffer.from(png(200, 100))
      broken.fill(0xab, 41, broken.length - 12)
      return broken
    })(),
  ],
  ['with nothing to be seen on it', png(200, 100, 'none')],
])('a picture %s is refused in words', async (_, bytes) => {
  expect(await makeLogo(bytes)).toEqual({ ok: false, error: expect.stringContaining('cannot be read') })
})

test('a heavy file is refused before it is looked at', async () => {
  expect(await makeLogo(new Uint8Array(UPLOAD.bytes + 1))).toEqual({
    ok: false,
    error: expect.stringContaining('larger than 200 KB'),
  })
})

test('a logo that is too busy to be small leaves the questionnaire without one', async () => {
  const dots = Array.from({ length: 3000 }, (_, index) => {
    const x = (index * 97) % 560
    const y = (index * 31) % 128
    return `<rect x="${x}" y="${y}" width="3" height="2" fill="hsl(${(index * 47) % 360} 80% ${20 + (index % 60)}%)"/>`
  })
  const busy = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="128">${dots.join('')}</svg>`,
  )
    .render()
    .asPng()
  const made = await makeLogo(busy)
  expect(made.ok).toBe(true)
  if (made.ok && made.smallLogo) expect(made.smallLogo.png.length).toBeLessThanOrEqual(5 * 1024)
})

test('the size of a JPEG is read from its frame', () => {
  expect(pictureHead(JPEG)).toEqual({ kind: 'jpeg', width: 1, height: 1 })
})

/** A head that skips the real frame: two fillers are one segment to whoever takes the second for a kind. */
test('a JPEG that shows a small frame to one reader and a huge one to another is refused', async () => {
  const frame = (side: number) => [
    0xff,
    0xc0,
    0,
    17,
    8,
    side >> 8,
    side & 255,
    side >> 8,
    side & 255,
    3,
    1,
    17,
  ]
  const bomb = new Uint8Array(0xc000 + 64)
  bomb.set([0xff, 0xd8, 0xff, ...frame(16_000)])
  bomb.set(frame(100), 2 + 2 + 0xc000)
  expect(pictureHead(bomb)).toBe(null)
  for (const marker of [0x00, 0x01, 0xc3, 0xcf, 0xd0, 0xd9]) {
    const odd = new Uint8Array([0xff, 0xd8, 0xff, marker, 0, 4, 0, 0, ...frame(100), 0, 0, 0])
    expect(pictureHead(odd), marker.toString(16)).toBe(null)
  }
  const plain = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame(100), 0, 0, 0])
  expect(pictureHead(plain)).toEqual({ kind: 'jpeg', width: 100, height: 100 })
})
