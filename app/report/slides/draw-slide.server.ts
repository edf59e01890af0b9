import type PptxGenJS from 'pptxgenjs'
import { rounded } from '#app/charts/marks.ts'
import type { Tone } from '#app/charts/scene.ts'
import { placeScene } from '#app/charts/slide-scene.server.ts'
import { fitForXml } from '#app/charts/svg-file.ts'
import type { Deck, DeckSlide, SlideWords } from './deck.ts'
import { CELL_PAD, fitTable } from './fit-table.ts'
import { fitWords, heightOfWords, ITEM_INDENT, LOOKS, wordGroups } from './fit-words.ts'
import { BODY, type Box, placePicture, titleSize } from './slide-sheet.ts'
import { hex, hexes, inch, inches, SANS, SERIF } from './slide-units.ts'

type Slide = PptxGenJS.Slide

/** What the parts of a slide are drawn with. */
export interface SlidePen {
  deck: Deck
  colours: Record<Tone, string>
  accent: string
}

const READING_WIDTH = 780
const COLUMN_GAP = 48

/** Title, body and notes of one slide. */
export function drawSlide(slide: Slide, content: DeckSlide, index: number, pen: SlidePen): void {
  slide.addText(fitForXml(content.title), {
    placeholder: 'title',
    fontSize: titleSize(content.title),
    lang: pen.deck.language,
  })
  const left = drawBody(slide, content, index, pen)
  slide.addNotes(fitForXml([...left, ...content.notes, `Document ${pen.deck.documentId}`].join('\n\n')))
}

/** Draws what fits and gives back, for the notes, what does not. */
function drawBody(slide: Slide, content: DeckSlide, index: number, pen: SlidePen): string[] {
  const { scene, table, words } = content
  if (scene) {
    const place = placePicture(scene, words.length > 0)
    const look = { ...pen, face: SANS, semiboldFace: SANS, language: pen.deck.language }
    placeScene(slide, scene, { ...look, ...place, colours: hexes(pen.colours), name: pictureName(index) })
    return drawWords(slide, words, place.words, pen)
  }
  if (table) return drawTable(slide, content, pen)
  return drawReading(slide, words, pen)
}

/** Words alone: what comes first over the slide, then two headings side by side, or all of it in one column. */
function drawReading(slide: Slide, words: readonly SlideWords[], pen: SlidePen): string[] {
  const { before, headed } = wordGroups(words)
  const [left, right] = headed
  if (!left || !right || headed.length > 2) return drawWords(slide, words, { ...BODY, w: READING_WIDTH }, pen)
  const depth = before.length === 0 ? 0 : heightOfWords(before, READING_WIDTH, 1) + 16
  const top = { ...BODY, w: READING_WIDTH, h: depth }
  const column = { ...BODY, y: BODY.y + depth, w: (BODY.w - COLUMN_GAP) / 2, h: BODY.h - depth }
  const scale = Math.min(fitWords(left, column.w, column.h).scale, fitWords(right, column.w, column.h).scale)
  return [
    ...drawWords(slide, before, top, pen, 1),
    ...drawWords(slide, left, column, pen, scale),
    ...drawWords(slide, right, { ...column, x: column.x + column.w + COLUMN_GAP }, pen, scale),
  ]
}

/** Names the shapes of a picture, by which they are gathered into a group afterwards. */
export function pictureName(index: number): string {
  return `picture${index + 1}`
}

function drawWords(
  slide: Slide,
  words: readonly SlideWords[],
  box: Box,
  { colours, accent, deck }: SlidePen,
  largest?: number,
): string[] {
  const { words: fitting, scale } = fitWords(words, box.w, box.h, largest)
  const runs = fitting.map(({ look, text }, index) => {
    const { size, weight, leading, before } = LOOKS[look]
    return {
      text: fitForXml(text),
      options: {
        fontFace: look === 'statement' ? SERIF : SANS,
        fontSize: rounded(size * scale),
        bold: weight === 'semibold',
        lineSpacing: rounded(leading * scale),
        paraSpaceBefore: index === 0 ? 0 : rounded(before * scale),
        color: hex(look === 'heading' ? accent : colours.ink),
        breakLine: true,
        ...(look === 'item' && { bullet: { indent: ITEM_INDENT } }),
      },
    }
  })
  if (runs.length > 0) {
    slide.addText(runs, {
      ...inches(box),
      margin: 0,
      valign: 'top',
      objectName: 'words',
      lang: deck.language,
    })
  }
  return words.slice(fitting.length).map(({ text }) => text)
}

function drawTable(slide: Slide, { table, words }: DeckSlide, pen: SlidePen): string[] {
  if (!table) return []
  const { colours, deck } = pen
  const fitted = fitTable(table, BODY.w, BODY.h)
  const rule = { type: 'solid' as const, pt: 0.75, color: hex(colours.hairline) }
  const none = { type: 'none' as const }
  const cell = (text: string, index: number, head: boolean) => ({
    text: fitForXml(text),
    options: {
      bold: head,
      color: hex(head ? colours.muted : colours.ink),
      align: fitted.columns[index]?.align === 'end' ? ('right' as const) : ('left' as const),
      valign: 'top' as const,
      border: [none, none, rule, none] as [typeof none, typeof none, typeof rule, typeof none],
      margin: inch(CELL_PAD),
      lang: deck.language,
    },
  })
  const head = fitted.columns.map(({ label }, index) => cell(label, index, true))
  const rows = fitted.rows.map((row) => row.map((text, index) => cell(text, index, false)))
  slide.addTable([head, ...rows], {
    ...inches({ x: BODY.x, y: BODY.y, w: BODY.w }),
    colW: fitted.widths.map(inch),
    rowH: fitted.heights.map(inch),
    fontFace: SANS,
    fontSize: fitted.size,
    objectName: 'table',
  })
  const unseen = fitted.left > 0 ? [`${fitted.left} more rows stand in the report.`] : []
  return [...unseen, ...words.map(({ text }) => text)]
}
