import PptxGenJS from 'pptxgenjs'
import { fitForXml } from '#app/charts/svg-file.ts'
import { wrapText } from '#app/charts/text-width.ts'
import { settledArchive } from '../exports/settled-archive.server.ts'
import type { Deck } from './deck.ts'
import { drawCover } from './draw-cover.server.ts'
import { drawSlide, type SlidePen } from './draw-slide.server.ts'
import { finishSlides } from './finish-slides.ts'
import { FOOT, SHEET, TITLE } from './slide-sheet.ts'
import { hex, inch, inches, SANS, SERIF } from './slide-units.ts'

export type DeckLook = Omit<SlidePen, 'deck'>

const LAYOUT = 'REPORT'
const FOOT_WIDTH = 760

/**
 * A deck as a presentation whose titles, texts, tables and pictures are all shapes that can be edited. The same deck gives
 * the same bytes.
 */
export async function writeDeck(deck: Deck, look: DeckLook): Promise<Uint8Array> {
  const pen: SlidePen = { ...look, deck }
  const pptx = new PptxGenJS()
  pptx.defineLayout({ name: '16:9', width: inch(SHEET.width), height: inch(SHEET.height) })
  pptx.layout = '16:9'
  pptx.title = fitForXml(`${deck.title}: ${deck.subtitle}`)
  pptx.author = fitForXml(deck.author)
  pptx.company = ''
  pptx.subject = deck.documentId
  pptx.theme = { headFontFace: SERIF, bodyFontFace: SANS }
  defineSheet(pptx, pen)
  drawCover(pptx.addSlide(), pen)
  for (const [index, slide] of deck.slides.entries()) {
    drawSlide(pptx.addSlide({ masterName: LAYOUT }), slide, index, pen)
  }
  const bytes = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array
  return settledArchive(bytes, deck.day, finishSlides(deck.slides))
}

function defineSheet(pptx: PptxGenJS, { colours, accent, deck }: SlidePen): void {
  pptx.defineSlideMaster({
    title: LAYOUT,
    background: { color: hex(colours.paper) },
    objects: [
      { rect: { ...inches({ x: TITLE.x, y: 24, w: 40, h: 3 }), fill: { color: hex(accent) } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...inches(TITLE),
            margin: 0,
            align: 'left',
            valign: 'top',
            fontFace: SERIF,
            fontSize: 26,
            bold: true,
            color: hex(colours.ink),
          },
          text: '',
        },
      },
      {
        text: {
          text: fitForXml(footWords(deck)),
          options: {
            ...inches({ x: SHEET.margin, y: FOOT.y, w: FOOT_WIDTH, h: FOOT.h }),
            margin: 0,
            fontFace: SANS,
            fontSize: FOOT.size,
            color: hex(colours.muted),
          },
        },
      },
    ],
    slideNumber: {
      ...inches({ x: SHEET.width - SHEET.margin - 60, y: FOOT.y, w: 60, h: FOOT.h }),
      margin: 0,
      align: 'right',
      fontFace: SANS,
      fontSize: FOOT.size,
      color: hex(colours.muted),
    },
  })
}

function footWords({ title, subtitle, footer }: Deck): string {
  const words = [title, subtitle, footer].filter((part) => part !== '').join(' · ')
  return wrapText(words, FOOT_WIDTH, { size: FOOT.size, mostLines: 1 }).join('')
}
