import { fitForXml } from '#app/charts/svg-file.ts'
import type { DeckSlide } from './deck.ts'

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/
/** What a program that lacks our serif looks at to find another: its kind, a serif. */
const SERIF_KIND = '$1 panose="02040603050405020204" pitchFamily="18"'
const SHAPE = /<p:sp>.*?<\/p:sp>/gs

/**
 * What the library leaves undone in the files of a presentation: the shapes of a picture become one group, so that it is
 * moved and copied as a whole and tells a screen reader what it shows; the cover has a title; a serif is named as one; and
 * no two shapes of a slide have the same number.
 */
export function finishSlides(slides: readonly DeckSlide[]): (name: string, xml: string) => string {
  return (name, xml) => {
    const faced = xml.replace(
      /(<a:(?:latin|ea|cs) typeface="Source Serif 4")(?: pitchFamily="\d+")?/g,
      SERIF_KIND,
    )
    const number = SLIDE.exec(name)?.[1]
    // The first slide is the cover.
    const slide = number === undefined ? undefined : slides[Number(number) - 2]
    if (number === '1') return numbered(withTitle(faced))
    const grouped = slide?.scene ? withPictureGroup(faced, slide.scene) : faced
    return number === undefined ? grouped : numbered(grouped)
  }
}

/** The client's name is the title of the cover: lists of slides and screen readers look for one. */
function withTitle(xml: string): string {
  return xml.replace(/(name="client".*?<p:nvPr>)(?=<\/p:nvPr>)/s, '$1<p:ph type="title"/>')
}

function withPictureGroup(xml: string, { title, desc }: { title: string; desc: string }): string {
  const shapes = [...xml.matchAll(SHAPE)].filter(([shape]) => /name="picture\d+ \d+"/.test(shape))
  const [first, last] = [shapes[0], shapes.at(-1)]
  if (!first || !last) return xml
  const [begin, end] = [first.index, last.index + last[0].length]
  const inside = xml.slice(begin, end)
  return `${xml.slice(0, begin)}${groupOf(inside, title, desc)}${xml.slice(end)}`
}

function groupOf(shapes: string, title: string, desc: string): string {
  const boxes = [...shapes.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)]
  const [left, top] = [1, 2].map((side) => Math.min(...boxes.map((box) => Number(box[side]))))
  const right = Math.max(...boxes.map((box) => Number(box[1]) + Number(box[3])))
  const bottom = Math.max(...boxes.map((box) => Number(box[2]) + Number(box[4])))
  const extent = `cx="${right - (left ?? 0)}" cy="${bottom - (top ?? 0)}"`
  const place = `<a:off x="${left}" y="${top}"/><a:ext ${extent}/><a:chOff x="${left}" y="${top}"/><a:chExt ${extent}/>`
  return [
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" name="Picture" title="${escaped(title)}" descr="${escaped(desc)}"/>`,
    `<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${place}</a:xfrm></p:grpSpPr>`,
    shapes,
    '</p:grpSp>',
  ].join('')
}

/** Every shape gets a number of its own; the library gives some of them twice. */
function numbered(xml: string): string {
  let last = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    last += 1
    return `<p:cNvPr id="${last}"`
  })
}

function escaped(text: string): string {
  return fitForXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
