import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'
import { lettersOf } from '#app/charts/letters.ts'
import type { Scene, Tone } from '#app/charts/scene.ts'
import { MARGIN, svgFile } from '#app/charts/svg-file.ts'
import { drawnRuns, PLACEHOLDER } from '../paper/paper-fonts.server.ts'

const FONT_FILES = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
]
const FACE = 'Source Sans 3'
/** Without our faces, those of the system that come nearest. */
const FACES = `'${FACE}', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif`

/** Two pixels for each point, unless the picture would then be larger than this. */
const SCALE = 2
const MOST_PIXELS = 12_000_000

/** A picture of the report as a file that can be opened anywhere. */
export function figureSvg(scene: Scene, colours: Record<Tone, string>): string {
  return svgFile(scene, { colours, fonts: FACES })
}

/** The same as pixels on white. It is set in our own faces and no others, so that it looks alike on every machine. */
export async function figurePng(scene: Scene, colours: Record<Tone, string>): Promise<Uint8Array> {
  const svg = svgFile(scene, { colours, fonts: FACE, printable: inOwnFaces })
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: scaleOf(scene) },
    background: colours.paper,
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FACE },
  })
  return new Uint8Array(image.asPng())
}

function scaleOf({ width, height }: Scene): number {
  const points = (width + 2 * MARGIN) * (height + 2 * MARGIN)
  return Math.min(SCALE, Math.sqrt(MOST_PIXELS / points))
}

function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return FONT_FILES.map((file) => resolve(file))
}

/** What our own faces lack is drawn as a box, never as nothing: those of other scripts are for paper only. */
function inOwnFaces(text: string): string {
  return drawnRuns(text, 'sans')
    .map((run) => (run.face === 'sans' ? run.text : PLACEHOLDER.repeat(lettersOf(run.text).length)))
    .join('')
}
