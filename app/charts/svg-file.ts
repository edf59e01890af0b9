import { geometryOf } from './geometry.ts'
import type { Mark, Scene, Tone } from './scene.ts'

/** What a file of its own is drawn with: it has no page whose stylesheet could say. */
export interface FileLook {
  colours: Record<Tone, string>
  /** The faces to be tried, in the form of the attribute `font-family`. */
  fonts: string
  /** What a text becomes where the faces at hand do not have all its letters. */
  printable?: (text: string) => string
}

const LINE_BREAK = '\n'
/** White around the drawing, in points: a file is put on grounds that nobody knows. */
export const MARGIN = 12

/** A scene as an SVG file that needs nothing beside it: colours, faces and a white ground are in its attributes. */
export function svgFile(scene: Scene, look: FileLook): string {
  const { title, desc, marks } = scene
  const [width, height] = [scene.width + 2 * MARGIN, scene.height + 2 * MARGIN]
  const size = `viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} font-family="${escaped(look.fonts)}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(desc)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${look.colours.paper}"/>`,
    ...marks.map((mark) => markOf(mark, look)),
    '</svg>',
    '',
  ].join(LINE_BREAK)
}

function markOf(mark: Mark, look: FileLook): string {
  if (mark.kind === 'text') return textOf(mark, look)
  const { kind, fill, stroke, strokeWidth, dash } = mark
  const paint = {
    fill: fill ? look.colours[fill] : 'none',
    ...(stroke && {
      stroke: look.colours[stroke],
      'stroke-width': strokeWidth,
      'stroke-dasharray': dash?.join(' '),
    }),
  }
  return `<${kind}${attributes({ ...geometryOf(mark), ...paint })}/>`
}

function textOf(mark: Extract<Mark, { kind: 'text' }>, { colours, printable }: FileLook): string {
  const { x, y, text, size, weight, anchor, fill = 'ink' } = mark
  const look = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': weight === 'semibold' ? 600 : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    fill: colours[fill],
  })
  return `<text${look}>${escaped(printable ? printable(text) : text)}</text>`
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return fitForXml(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}

/** What an XML file cannot hold becomes the sign for a letter that is lost. */
export function fitForXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  )
}
