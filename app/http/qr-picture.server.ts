import { create } from 'qrcode'

/** The dark squares of a QR code as one path, and how many squares a side has. */
export function qrPicture(text: string): { side: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark = Array.from(modules.data, (bit, index) => (bit ? index : -1)).filter((index) => index >= 0)
  const square = (index: number) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`
  return { side: modules.size, path: dark.map(square).join('') }
}
