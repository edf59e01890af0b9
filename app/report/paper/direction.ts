import bidiFactory, { type Bidi, type BidiCharTypeName } from 'bidi-js'

export type Direction = 'ltr' | 'rtl'

/** A part of a line whose letters all run the same way. `at` is where it stands among the others, from the left. */
export interface Stretch {
  text: string
  direction: Direction
  at: number
}

/** Letters and figures of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

let loaded: Bidi | undefined
/** Its tables are made when the first of such letters is seen. */
const bidi = () => {
  loaded ??= bidiFactory()
  return loaded
}

export function holdsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** That of the first letter that has one, as browsers take it for a text of unknown direction. */
export function directionOf(text: string): Direction {
  if (!holdsRightToLeft(text)) return 'ltr'
  for (const letter of text) {
    const type = bidi().getBidiCharTypeName(letter)
    if (type === 'L') return 'ltr'
    if (type === 'R' || type === 'AL') return 'rtl'
  }
  return 'ltr'
}

/** A line in the order in which it was typed, parted where its direction turns and at the given places. */
export function stretchesOf(line: string, base: Direction, cuts: readonly number[] = []): Stretch[] {
  const plain = withoutPairs(line)
  const resolved = bidi().getEmbeddingLevels(plain, base)
  const order = bidi().getReorderedIndices(plain, resolved)
  const seen = new Map(order.map((typed, place) => [typed, place]))
  const { levels } = resolved
  const cut = new Set([0, ...cuts])
  const starts = Array.from({ length: line.length }, (_, index) => index).filter(
    (index) => cut.has(index) || levels[index] !== levels[index - 1],
  )
  return starts.map((start, index) => ({
    text: line.slice(start, starts[index + 1]),
    direction: (levels[start] ?? 0) % 2 === 1 ? 'rtl' : 'ltr',
    at: seen.get(start) ?? 0,
  }))
}

/** A letter of one code unit for each way in which letters run: the library knows those of two units one by one only. */
const OF_ONE_UNIT: Partial<Record<BidiCharTypeName, string>> = {
  R: '\u05d0',
  AL: '\u0627',
  EN: '0',
  AN: '\u0660',
  NSM: '\u0301',
  ON: '\u2022',
}

function withoutPairs(line: string): string {
  return line.replace(/[\ud800-\udbff][\udc00-\udfff]/g, (letter) =>
    (OF_ONE_UNIT[bidi().getBidiCharTypeName(letter)] ?? 'a').repeat(2),
  )
}

/** The same brackets and signs as they are drawn from right to left: opened towards the left. */
export function mirrored(text: string): string {
  return Array.from(text, (letter) => bidi().getMirroredCharacter(letter) ?? letter).join('')
}
