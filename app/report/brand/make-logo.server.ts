import { renderAsync } from '@resvg/resvg-js'
import type { BrandLogo } from './brand.ts'
import { type PictureHead, pictureHead } from './picture-size.ts'

/** What an upload may weigh and measure. */
export const UPLOAD = { bytes: 200 * 1024, shortest: 16, longest: 3000 } as const

interface Box {
  width: number
  height: number
  bytes: number
}

/** In pixels, twice the points that a logo takes on a report and above a questionnaire. */
const LARGE: Box = { width: 480, height: 160, bytes: 96 * 1024 }
const SMALL: Box = { width: 280, height: 64, bytes: 5 * 1024 }
const SHRINK = 0.8
/** Smaller than this, nobody could read it. */
const LEAST_HEIGHT = 24

export type MadeLogo =
  | { ok: true; logo: BrandLogo; smallLogo: BrandLogo | null }
  | { ok: false; error: string }

/**
 * Makes the logo anew from the dots of an upload, so that nothing else that was in the file gets any further. What is
 * no PNG or JPEG by its own first bytes, or is too large once unpacked, is not unpacked at all.
 */
export async function makeLogo(bytes: Uint8Array): Promise<MadeLogo> {
  if (bytes.length > UPLOAD.bytes)
    return { ok: false, error: `The picture is larger than ${UPLOAD.bytes / 1024} KB.` }
  const head = pictureHead(bytes)
  if (!head) return { ok: false, error: 'This is not a PNG or JPEG picture, whatever its name says.' }
  const sides = [head.width, head.height]
  if (Math.min(...sides) < UPLOAD.shortest || Math.max(...sides) > UPLOAD.longest) {
    const error = `The picture measures ${head.width} by ${head.height} dots; each side must have ${UPLOAD.shortest} to ${UPLOAD.longest}.`
    return { ok: false, error }
  }
  const logo = await drawWithin(bytes, head, LARGE)
  if (!logo) return { ok: false, error: 'The picture cannot be read: it may be damaged, or empty.' }
  return { ok: true, logo, smallLogo: await drawWithin(bytes, head, SMALL) }
}

async function drawWithin(bytes: Uint8Array, head: PictureHead, box: Box): Promise<BrandLogo | null> {
  let scale = Math.min(1, box.width / head.width, box.height / head.height)
  while (head.height * scale >= Math.min(LEAST_HEIGHT, head.height)) {
    const width = Math.max(1, Math.round(head.width * scale))
    const height = Math.max(1, Math.round(head.height * scale))
    const png = await draw(bytes, head.kind, width, height)
    if (!png || png.length <= box.bytes) return png && { png, width, height }
    scale *= SHRINK
  }
  return null
}

/** Null where the picture could not be read: the drawing is then empty. */
async function draw(
  bytes: Uint8Array,
  kind: PictureHead['kind'],
  width: number,
  height: number,
): Promise<Uint8Array | null> {
  const data = Buffer.from(bytes).toString('base64')
  const size = `width="${width}" height="${height}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} preserveAspectRatio="none" href="data:image/${kind};base64,${data}"/></svg>`
  const drawn = await renderAsync(svg, { font: { loadSystemFonts: false } }).catch(() => null)
  if (!drawn) return null
  const isEmpty = !drawn.pixels.some((value, index) => index % 4 === 3 && value > 0)
  return isEmpty ? null : new Uint8Array(drawn.asPng())
}
