import type PptxGenJS from 'pptxgenjs'
import { fitForXml } from '#app/charts/svg-file.ts'
import { wrapText } from '#app/charts/text-width.ts'
import type { Deck } from './deck.ts'
import type { SlidePen } from './draw-slide.server.ts'
import { SHEET } from './slide-sheet.ts'
import { hex, inches, SANS, SERIF } from './slide-units.ts'

type Slide = PptxGenJS.Slide

/** Client names of more letters than this are set smaller. */
const LONG_NAME = 50
const COVER_WIDTH = 730

/** Who, what and when; the facts and the promise at the foot. */
export function drawCover(slide: Slide, { colours, accent, deck }: SlidePen): void {
  const size = deck.title.length > LONG_NAME ? 30 : 44
  const lines = wrapText(deck.title, COVER_WIDTH, { size, mostLines: 3 })
  const below = 116 + lines.length * size * 1.25
  slide.addShape('rect', {
    ...inches({ x: 64, y: 96, w: 56, h: 4 }),
    fill: { color: hex(accent) },
    objectName: 'accent',
  })
  if (deck.logo) drawLogo(slide, deck.logo)
  slide.addText(fitForXml(deck.title), {
    ...inches({ x: 64, y: 116, w: 780, h: below - 116 }),
    ...plain(colours.ink, size, SERIF),
    valign: 'top',
    objectName: 'client',
    lang: deck.language,
  })
  slide.addText(fitForXml(deck.subtitle), {
    ...inches({ x: 64, y: below + 4, w: 780, h: 30 }),
    ...plain(colours.muted, 18),
    objectName: 'round',
    lang: deck.language,
  })
  const facts = deck.facts.flatMap(({ label, value }) => [
    { text: `${fitForXml(label)}   `, options: { color: hex(colours.muted) } },
    { text: fitForXml(value), options: { breakLine: true } },
  ])
  slide.addText(facts, {
    ...inches({ x: 64, y: 286, w: 640, h: 148 }),
    ...plain(colours.ink, 12),
    valign: 'top',
    paraSpaceAfter: 3,
    objectName: 'facts',
    lang: deck.language,
  })
  slide.addText(fitForXml(deck.promise), {
    ...inches({ x: 64, y: 452, w: 700, h: 52 }),
    ...plain(colours.muted, 11),
    valign: 'top',
    objectName: 'promise',
    lang: deck.language,
  })
}

/** At the top right, in the size that the printed report gives it. */
function drawLogo(slide: Slide, { png, width, height }: NonNullable<Deck['logo']>): void {
  slide.addImage({
    data: `image/png;base64,${png}`,
    ...inches({ x: SHEET.width - 64 - width, y: 56, w: width, h: height }),
    altText: 'Logo',
    objectName: 'logo',
  })
}

function plain(colour: string, fontSize: number, fontFace = SANS) {
  return { fontFace, fontSize, color: hex(colour), margin: 0, align: 'left' as const }
}
