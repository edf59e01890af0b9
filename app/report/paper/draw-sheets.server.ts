import { drawScene, type ScenePen } from '#app/charts/draw-scene.server.ts'
import { breakLines, type Run } from './break-lines.ts'
import { type Sheet, STYLES, TONE_COLOURS } from './paper-style.ts'
import { drawText, fillRule, measureWith } from './pen.server.ts'
import type { Element, Ink } from './slice.ts'

type Pdf = PDFKit.PDFDocument
type Structure = PDFKit.PDFStructureElement

/** The structure tree, attached before anything is drawn: an element that is never attached would keep the file from ending. */
export function attachStructure(pdf: Pdf, root: Element): Map<Element, Structure> {
  const nodes = new Map<Element, Structure>()
  const create = (node: Element): Structure => {
    const options = {
      ...(node.alt ? { alt: node.alt } : {}),
      ...(node.tag === 'TH' ? { scope: 'Column' } : {}),
    }
    const structure = pdf.struct(node.tag, options as Parameters<Pdf['struct']>[1])
    nodes.set(node, structure)
    return structure
  }
  const fill = (node: Element) => {
    for (const child of node.children) {
      nodes.get(node)?.add(create(child))
      fill(child)
    }
  }
  pdf.addStructure(create(root))
  fill(root)
  return nodes
}

/** One sheet of ink. Lines of one element that follow one another are one piece of tagged content. */
export function drawSheet(
  pdf: Pdf,
  inks: readonly Ink[],
  sheet: Sheet,
  nodes: Map<Element, Structure>,
): void {
  pdf.addPage()
  for (const [node, group] of byElement(inks)) {
    const structure = node && nodes.get(node)
    const content = structure && pdf.markStructureContent(node.tag)
    if (!content) pdf.markContent('Artifact', { type: 'Layout' })
    for (const ink of group) drawInk(pdf, ink, sheet)
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
    case 'line':
      drawLine(pdf, ink.runs, left + ink.x, top + ink.baseline)
  }
}

function drawLine(pdf: Pdf, runs: readonly Run[], left: number, baseline: number): void {
  let x = left
  for (const { text, style } of runs) x = drawText(pdf, text, style, x, baseline)
}

function scenePen(pdf: Pdf): ScenePen {
  return {
    pdf,
    colours: TONE_COLOURS,
    text: (text, look, x, baseline) => drawText(pdf, text, look, x, baseline),
    widthOf: measureWith(pdf),
  }
}

/** Whose report this is, which, and how far it goes: on every sheet but the cover, and never read aloud. */
export function drawFurniture(pdf: Pdf, sheet: Sheet, words: { head: string; foot: string }): void {
  const style = STYLES.furniture
  const measure = measureWith(pdf)
  const { count } = pdf.bufferedPageRange()
  const head = breakLines([{ text: words.head, style }], sheet.measure, measure)[0] ?? []
  for (let index = 1; index < count; index += 1) {
    pdf.switchToPage(index)
    pdf.markContent('Artifact', { type: 'Pagination' })
    drawText(pdf, head.map(({ text }) => text).join(''), style, sheet.left, 42)
    fillRule(pdf, sheet.left, 50, sheet.measure, 0.5, 'hairline')
    const number = `${index + 1} of ${count}`
    const right = sheet.left + sheet.measure - measure(number, style)
    drawText(pdf, words.foot, style, sheet.left, sheet.height - 34)
    drawText(pdf, number, style, right, sheet.height - 34)
    pdf.endMarkedContent()
  }
}
