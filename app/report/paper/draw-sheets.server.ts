import { drawScene, type ScenePen } from '#app/charts/draw-scene.server.ts'
import { breakLines } from './break-lines.ts'
import { directionOf } from './direction.ts'
import { drawLine, drawText } from './draw-line.server.ts'
import { type Sheet, STYLES } from './paper-style.ts'
import { fillRule, measureText, sceneColours } from './pen.server.ts'
import { printableLabel } from './printable.ts'
import type { Element, Ink } from './slice.ts'
import { type StructureNodes, setBox } from './structure.server.ts'

type Pdf = PDFKit.PDFDocument

/** One sheet of ink. Lines of one element that follow one another are one piece of tagged content. */
export function drawSheet(pdf: Pdf, inks: readonly Ink[], sheet: Sheet, nodes: StructureNodes): void {
  pdf.addPage()
  for (const [node, group] of byElement(inks)) {
    const structure = node && nodes.get(node)
    const content = structure && pdf.markStructureContent(node.tag)
    if (!content) pdf.markContent('Artifact', { type: 'Layout' })
    for (const ink of group) {
      drawInk(pdf, ink, sheet)
      if (structure && (ink.kind === 'scene' || ink.kind === 'picture')) setBox(structure, boxOf(ink, sheet))
    }
    pdf.endMarkedContent()
    if (content) structure.add(content)
  }
}

function byElement(inks: readonly Ink[]): [Element | null, Ink[]][] {
  const groups: [Element | null, Ink[]][] = []
  for (const ink of inks) {
    const node = ink.kind === 'rule' ? null : ink.element
    const last = groups.at(-1)
    if (last && last[0] === node) last[1].push(ink)
    else groups.push([node, [ink]])
  }
  return groups
}

function drawInk(pdf: Pdf, ink: Ink, { left, top }: Sheet): void {
  switch (ink.kind) {
    case 'rule':
      fillRule(pdf, left + ink.x, top + ink.y, ink.width, ink.height, ink.tone)
      break
    case 'scene':
      drawScene(scenePen(pdf), ink.scene, { x: left + ink.x, y: top + ink.y, scale: ink.scale })
      break
    case 'picture':
      pdf.image(Buffer.from(ink.png, 'base64'), left + ink.x, top + ink.y, {
        width: ink.width,
        height: ink.height,
      })
      break
    case 'line':
      drawLine(pdf, ink.runs, {
        x: left + ink.x,
        baseline: top + ink.baseline,
        direction: ink.direction ?? directionOf(ink.runs.map(({ text }) => text).join('')),
      })
  }
}

/** Left, bottom, right and top of a picture, as the PDF counts them. */
function boxOf(ink: Extract<Ink, { kind: 'scene' | 'picture' }>, sheet: Sheet): number[] {
  const [width, height] =
    ink.kind === 'picture'
      ? [ink.width, ink.height]
      : [ink.scene.width * ink.scale, ink.scene.height * ink.scale]
  const left = sheet.left + ink.x
  const bottom = sheet.height - sheet.top - ink.y - height
  return [left, bottom, left + width, bottom + height]
}

function scenePen(pdf: Pdf): ScenePen {
  return {
    pdf,
    colours: sceneColours(pdf),
    text: (text, look, x, baseline) => drawText(pdf, printableLabel(text), look, x, baseline),
    widthOf: (text, look) => measureText(printableLabel(text), look),
  }
}

/** Room for the number of a sheet, at the right of the foot. */
const FOLIO_WIDTH = 60

/** Whose report this is, which, and how far it goes: on every sheet but the cover, and never read aloud. */
export function drawFurniture(pdf: Pdf, sheet: Sheet, words: { head: string; foot: string }): void {
  const style = STYLES.furniture
  const { count } = pdf.bufferedPageRange()
  const head = breakLines([{ text: printableLabel(words.head), style }], sheet.measure, measureText)[0] ?? []
  const footWidth = sheet.measure - FOLIO_WIDTH
  const foot = breakLines([{ text: printableLabel(words.foot), style }], footWidth, measureText)[0] ?? []
  for (let index = 1; index < count; index += 1) {
    pdf.switchToPage(index)
    asFurniture(pdf, 'Top', () => {
      drawText(pdf, head.map(({ text }) => text).join(''), style, sheet.left, 42)
      fillRule(pdf, sheet.left, 50, sheet.measure, 0.5, 'hairline')
    })
    asFurniture(pdf, 'Bottom', () => {
      const number = `${index + 1} of ${count}`
      const right = sheet.left + sheet.measure - measureText(number, style)
      drawText(pdf, foot.map(({ text }) => text).join(''), style, sheet.left, sheet.height - 34)
      drawText(pdf, number, style, right, sheet.height - 34)
    })
  }
}

function asFurniture(pdf: Pdf, edge: 'Top' | 'Bottom', draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Pagination', attached: [edge] })
  draw()
  pdf.endMarkedContent()
}
