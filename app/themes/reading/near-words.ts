import { editDistance } from './edit-distance.ts'

/** Tells whether any word of a list is so near to another one. Two slips away it must begin with the same letter. */
export type Nearness = (word: string, slips: 1 | 2) => boolean

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** Only words in small letters count: they are the only ones that a slip is mended to. */
export function nearWords(words: Iterable<string>): Nearness {
  const known = new Set<string>()
  const byShape = new Map<string, string[]>()
  for (const word of words) {
    if (!/^[a-z]+$/.test(word)) continue
    known.add(word)
    const shape = `${word[0]}${word.length}`
    const alike = byShape.get(shape)
    if (alike) alike.push(word)
    else byShape.set(shape, [word])
  }
  return (word, slips) => {
    if (oneSlipFrom(word).some((other) => known.has(other))) return true
    if (slips === 1) return false
    const lengths = [-2, -1, 0, 1, 2].map((more) => word.length + more)
    return lengths.some((length) =>
      byShape.get(`${word[0]}${length}`)?.some((other) => editDistance(word, other) <= slips),
    )
  }
}

/** Everything that one letter left out, put in, changed or swapped with its neighbour makes of a word. */
function oneSlipFrom(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, at) => {
    const [before, first, second, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 1)]
    const putIn = LETTERS.map((letter) => before + letter + word.slice(at))
    if (first === undefined) return putIn
    const changed = LETTERS.map((letter) => before + letter + after)
    const swapped = second === undefined ? [] : [before + second + first + word.slice(at + 2)]
    return [before + after, ...swapped, ...changed, ...putIn]
  }).flat()
}
