import type PptxGenJS from 'pptxgenjs'
import { type PathStep, pathSteps } from './path-steps.ts'
import type { Mark, Scene, Tone } from './scene.ts'
import { fitForXml } from './svg-file.ts'
import { textWidth } from './text-width.ts'

/** What a scene is put on a slide with: where, how large, in which colours and face. Units are points. */
export interface SlidePlace {
  x: number
  y: number
  scale: number
  colours: Record<Tone, string>
  face: string
  semiboldFace: string
  language: string
  /** Every shape is named with it, so that the shapes of one picture can be told from the others. */
  name: string
}

type Slide = PptxGenJS.Slide
type Shape = Exclude<Mark, { kind: 'text' }>
type ShapeName = Parameters<Slide['addShape']>[0]
type ShapeProps = NonNullable<Parameters<Slide['addShape']>[1]>

/** The library draws it and its types do not know it. */
const FREE_FORM = 'custGeom' as ShapeName
const POINTS_AN_INCH = 72
/** The middle of a line of capitals and small letters, above its baseline. */
const MIDDLE = 0.32
const LINE = 1.4

/** A scene on a slide: the marks of the page as shapes and texts of the presentation, each of which can be edited. */
export function placeScene(slide: Slide, scene: Scene, place: SlidePlace): void {
  for (const [index, mark] of scene.marks.entries()) {
    const name = `${place.name} ${index + 1}`
    if (mark.kind === 'text') placeText(slide, mark, place, name)
    else placeShape(slide, mark, place, name)
  }
}

function placeText(
  slide: Slide,
  mark: Extract<Mark, { kind: 'text' }>,
  place: SlidePlace,
  objectName: string,
): void {
  const { scale } = place
  const size = mark.size * scale
  const width = textWidth(mark.text, mark.size, mark.weight) * scale + 4
  const anchor = mark.anchor ?? 'start'
  const left = { start: 0, middle: width / 2, end: width }[anchor]
  slide.addText(fitForXml(mark.text), {
    ...inches({
      x: place.x + mark.x * scale - left,
      y: place.y + mark.y * scale - size * MIDDLE - (size * LINE) / 2,
      w: width,
      h: size * LINE,
    }),
    objectName,
    align: ({ start: 'left', middle: 'center', end: 'right' } as const)[anchor],
    valign: 'middle',
    margin: 0,
    wrap: false,
    fontFace: mark.weight === 'semibold' ? place.semiboldFace : place.face,
    fontSize: Math.round(size * 10) / 10,
    bold: mark.weight === 'semibold' && place.semiboldFace === place.face,
    color: place.colours[mark.fill ?? 'ink'],
    lang: place.language,
  })
}

function placeShape(slide: Slide, mark: Shape, place: SlidePlace, objectName: string): void {
  if (!mark.fill && !mark.stroke) return
  const { shape, props } = geometryOf(mark, place)
  slide.addShape(shape, { ...props, ...paintOf(mark, place), objectName })
}

function paintOf(mark: Shape, { colours, scale }: SlidePlace): ShapeProps {
  return {
    ...(mark.fill && { fill: { color: colours[mark.fill] } }),
    ...(mark.stroke && {
      line: {
        color: colours[mark.stroke],
        width: (mark.strokeWidth ?? 1) * scale,
        ...(mark.dash && { dashType: 'sysDash' as const }),
      },
    }),
  }
}

function geometryOf(mark: Shape, place: SlidePlace): { shape: ShapeName; props: ShapeProps } {
  const at = (x: number, y: number, w: number, h: number) =>
    inches({
      x: place.x + x * place.scale,
      y: place.y + y * place.scale,
      w: w * place.scale,
      h: h * place.scale,
    })
  switch (mark.kind) {
    case 'line': {
      const [left, top] = [Math.min(mark.x1, mark.x2), Math.min(mark.y1, mark.y2)]
      const box = at(left, top, Math.abs(mark.x2 - mark.x1), Math.abs(mark.y2 - mark.y1))
      return { shape: 'line', props: { ...box, flipV: mark.x2 > mark.x1 !== mark.y2 > mark.y1 } }
    }
    case 'rect':
      return { shape: 'rect', props: at(mark.x, mark.y, mark.width, mark.height) }
    case 'circle':
      return { shape: 'ellipse', props: at(mark.cx - mark.r, mark.cy - mark.r, 2 * mark.r, 2 * mark.r) }
    case 'path':
      return pathGeometry(pathSteps(mark.d), at)
  }
}

type At = (x: number, y: number, w: number, h: number) => { x: number; y: number; w: number; h: number }

/** A path in a box of its own, which its points are measured from. */
function pathGeometry(steps: readonly PathStep[], at: At): { shape: ShapeName; props: ShapeProps } {
  const points = steps.flatMap((step) => (step.kind === 'close' ? [] : pointsOf(step)))
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))]
  const [right, bottom] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))]
  const box = at(left, top, right - left, bottom - top)
  const inBox = (x: number, y: number) => {
    const placed = at(x, y, 0, 0)
    return { x: placed.x - box.x, y: placed.y - box.y }
  }
  const drawn = steps.map((step) => {
    if (step.kind === 'close') return { close: true as const }
    if (step.kind !== 'curve') return { ...inBox(step.x, step.y), moveTo: step.kind === 'move' }
    const [first, second] = [inBox(step.x1, step.y1), inBox(step.x2, step.y2)]
    const curve = { type: 'cubic' as const, x1: first.x, y1: first.y, x2: second.x, y2: second.y }
    return { ...inBox(step.x, step.y), curve }
  })
  return { shape: FREE_FORM, props: { ...box, points: drawn } }
}

function pointsOf(step: Exclude<PathStep, { kind: 'close' }>): [x: number, y: number][] {
  if (step.kind !== 'curve') return [[step.x, step.y]]
  return [
    [step.x1, step.y1],
    [step.x2, step.y2],
    [step.x, step.y],
  ]
}

function inches<Box extends Record<string, number>>(box: Box): Box {
  const entries = Object.entries(box).map(([key, value]) => [key, value / POINTS_AN_INCH])
  return Object.fromEntries(entries) as Box
}
