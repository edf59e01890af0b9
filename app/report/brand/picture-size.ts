/** What the first bytes of an upload say it is, whatever its name says. */
export interface PictureHead {
  kind: 'png' | 'jpeg'
  width: number
  height: number
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_HEAD = 33
/** Frames of a JPEG that hold a baseline or progressive picture. */
const JPEG_FRAMES = [0xc0, 0xc1, 0xc2]
/** Signs that stand alone, and the sign that only fills: in a head they are there to make two readers read two pictures. */
const NO_SEGMENT = /^(?:00|01|d[0-9a]|ff)$/
/** Frames of other kinds: nobody draws them, and a second frame could follow. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
/** Grey, or red, green and blue: four channels are for printing presses. */
const JPEG_CHANNELS = [1, 3]

/** Kind and size of a PNG or JPEG, read from its own header; null for everything else. */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  return pngHead(bytes) ?? jpegHead(bytes)
}

function pngHead(bytes: Uint8Array): PictureHead | null {
  if (bytes.length < PNG_HEAD || PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHeader = view.getUint32(8) === 13 && String.fromCharCode(...bytes.subarray(12, 16)) === 'IHDR'
  return isHeader ? { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) } : null
}

function jpegHead(bytes: Uint8Array): PictureHead | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (JPEG_FRAMES.includes(marker)) {
      if (!JPEG_CHANNELS.includes(bytes[at + 9] ?? 0)) return null
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (NO_SEGMENT.test(marker.toString(16).padStart(2, '0')) || OTHER_FRAMES.includes(marker)) return null
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}
