const OMISSION = '[…]'
const LONGEST = 400
const SHORTEST_NAME = 3

export interface ExtractContext {
  original: string
  /** Names of the leads: no quote may hold one. */
  names: readonly string[]
}

/**
 * What is wrong with an extract, in words, or null. It must be made of the author's own words, in their order, with […]
 * for what was left out: nothing is put into anybody's mouth.
 *
 * @example checkExtract('We […] nothing', { original: 'We in Leeds stop nothing', names: [] }) // => null
 */
export function checkExtract(extract: string, { original, names }: ExtractContext): string | null {
  const words = tidied(extract)
  if (words.replaceAll(OMISSION, '').trim() === '') return 'Please keep some of the words.'
  if (words.length > LONGEST)
    return `A quote has room for ${LONGEST} characters; this one has ${words.length}.`
  if (!isMadeOf(words, tidied(original)))
    return 'A quote is made of the author’s own words, in their order. Put […] where you leave something out.'
  const named = names
    .flatMap(partsOf)
    .find((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(words))
  return named ? `“${named}” is the name of somebody who was asked. Put […] in its place.` : null
}

/** The extract as it is printed: one space between words, one sign for what was left out. */
export function tidied(text: string): string {
  return text
    .replace(/\[\s*(…|\.\.\.)\s*\]/g, OMISSION)
    .replace(/\s+/g, ' ')
    .trim()
}

function isMadeOf(extract: string, original: string): boolean {
  let from = 0
  for (const piece of extract.split(OMISSION).map((part) => part.trim())) {
    const found = placeOf(piece, original, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return true
}

/** Where a piece stands as whole words; -1 where it does not. */
function placeOf(piece: string, original: string, from: number): number {
  const found = original.indexOf(piece, from)
  if (found < 0 || piece === '') return found
  const around = [
    original.slice(found - 1, found) + piece.slice(0, 1),
    piece.slice(-1) + original.slice(found + piece.length, found + piece.length + 1),
  ]
  return around.some((pair) => /^[\p{L}\p{N}]{2}$/u.test(pair)) ? placeOf(piece, original, found + 1) : found
}

function partsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).filter((part) => [...part].length >= SHORTEST_NAME)
}
