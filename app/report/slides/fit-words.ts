import { wrapText } from '#app/charts/text-width.ts'
import type { SlideWords } from './deck.ts'

export interface WordsLook {
  size: number
  leading: number
  before: number
  weight: 'regular' | 'semibold'
}

export const LOOKS: Record<SlideWords['look'], WordsLook> = {
  statement: { size: 22, leading: 29, before: 0, weight: 'regular' },
  heading: { size: 13, leading: 17, before: 14, weight: 'semibold' },
  text: { size: 13, leading: 17.5, before: 8, weight: 'regular' },
  item: { size: 13, leading: 17.5, before: 7, weight: 'regular' },
}
/** Space that the mark of an item takes. */
export const ITEM_INDENT = 14
/** Faces that stand in for ours are wider: lines are reckoned a little longer than they are. */
const SPARE = 1.06
const MANY_LINES = 60

/** As large as there is room for, and no smaller than can be read. */
const SCALES = [1.15, 1, 0.88]
const SMALLEST = Math.min(...SCALES)

export interface FittedWords {
  words: SlideWords[]
  scale: number
}

/**
 * As many words as there is room for, in their order, and as large as lets all of them in. A heading is not left at the
 * foot without what it is about.
 */
export function fitWords(
  words: readonly SlideWords[],
  width: number,
  height: number,
  largest = Math.max(...SCALES),
): FittedWords {
  const tried = SCALES.filter((scale) => scale <= largest).map((scale) => ({
    scale,
    words: wordsThatFit(words, width, height, scale),
  }))
  const whole = tried.find((one) => one.words.length === words.length)
  return whole ?? { scale: SMALLEST, words: wordsThatFit(words, width, height, SMALLEST) }
}

function wordsThatFit(
  words: readonly SlideWords[],
  width: number,
  height: number,
  scale: number,
): SlideWords[] {
  const fitting: SlideWords[] = []
  let used = 0
  for (const one of words) {
    used += scale * heightOf(one, width / scale, fitting.length === 0)
    if (used > height) break
    fitting.push(one)
  }
  while (fitting.at(-1)?.look === 'heading') fitting.pop()
  return fitting
}

function heightOf({ look, text }: SlideWords, width: number, first: boolean): number {
  const { size, weight, leading, before } = LOOKS[look]
  const measure = (width - (look === 'item' ? ITEM_INDENT : 0)) / SPARE
  const lines = wrapText(text, measure, { size, weight, mostLines: MANY_LINES }).length
  return lines * leading + (first ? 0 : before)
}

/** Height that words take in a box of that width. */
export function heightOfWords(words: readonly SlideWords[], width: number, scale: number): number {
  return words.reduce((sum, one, index) => sum + scale * heightOf(one, width / scale, index === 0), 0)
}

/** What comes before the first heading, and each heading with what follows it. */
export function wordGroups(words: readonly SlideWords[]): { before: SlideWords[]; headed: SlideWords[][] } {
  const starts = words.flatMap(({ look }, index) => (look === 'heading' ? [index] : []))
  return {
    before: words.slice(0, starts[0] ?? words.length),
    headed: starts.map((start, place) => words.slice(start, starts[place + 1])),
  }
}
