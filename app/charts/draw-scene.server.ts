import type { Mark, Scene, Tone } from './scene.ts'

interface TextLook {
  face: 'sans' | 'sans-semibold'
  size: number
  leading: number
  tone: Tone
}

/** What a scene is drawn with: a PDF, the colours of the tones, and the hand that writes text in the report's fonts. */
export interface ScenePen {
  pdf: PDFKit.PDFDocument
  colours: Record<Tone, string>
  text: (text: string, look: TextLook, x: number, baseline: number) => void
  widthOf: (text: string, look: TextLook) => number
}

/** A scene on paper: the same marks as on the page, as vectors and text. */
export function drawScene(pen: ScenePen, scene: Scene, place: { x: number; y: number; scale: number }): void {
  pen.pdf.save()
  pen.pdf.translate(place.x, place.y).scale(place.scale)
  for (const mark of scene.marks) {
    if (mark.kind === 'text') drawTextMark(pen, mark)
    else drawShape(pen, mark)
  }
  pen.pdf.restore()
}

type Shape = Exclude<Mark, { kind: 'text' }>

function drawShape(pen: ScenePen, mark: Shape): void {
  const { pdf, colours } = pen
  if (!mark.fill && !mark.stroke) return
  trace(pdf, mark)
  pdf.lineWidth(mark.strokeWidth ?? 1)
  if (mark.dash) pdf.dash(mark.dash[0], { space: mark.dash[1] })
  if (mark.fill && mark.stroke) pdf.fillAndStroke(colours[mark.fill], colours[mark.stroke])
  else if (mark.fill) pdf.fill(colours[mark.fill])
  else if (mark.stroke) pdf.stroke(colours[mark.stroke])
  if (mark.dash) pdf.undash()
}

function trace(pdf: PDFKit.PDFDocument, mark: Shape): void {
  switch (mark.kind) {
    case 'line':
      pdf.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2)
      return
    case 'rect':
      pdf.rect(mark.x, mark.y, mark.width, mark.height)
      return
    case 'circle':
      pdf.circle(mark.cx, mark.cy, mark.r)
      return
    case 'path':
      pdf.path(mark.d)
  }
}

function drawTextMark(pen: ScenePen, mark: Extract<Mark, { kind: 'text' }>): void {
  const look: TextLook = {
    face: mark.weight === 'semibold' ? 'sans-semibold' : 'sans',
    size: mark.size,
    leading: mark.size,
    tone: mark.fill ?? 'ink',
  }
  const share = { start: 0, middle: 0.5, end: 1 }[mark.anchor ?? 'start']
  const x = share === 0 ? mark.x : mark.x - pen.widthOf(mark.text, look) * share
  pen.text(mark.text, look, x, mark.y)
}
