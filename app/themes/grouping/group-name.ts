import { wordsOf } from '../reading/bare-wording.ts'
import { tidyText } from '../reading/tidy-text.ts'
import { type CondensedMatrix, valueAt } from './condensed-matrix.ts'
import { contentWords } from './line-features.ts'
import { stem } from './stem.ts'

const LONGEST_NAME = 140
const FEWEST_WORDS = 2
const MOST_WORDS = 5
/** What two to five words are worth beside nearness to the others. */
const HANDY = 0.1

/** The wording of the line that is nearest to all others of its group, a handy one before a long or a clipped one. */
export function groupName(
  similarities: CondensedMatrix,
  lines: readonly number[],
  textOf: (line: number) => string,
): string {
  const worth = lines.map((line) => {
    const nearness = lines.reduce(
      (sum, other) => sum + (other === line ? 0 : valueAt(similarities, line, other)),
      0,
    )
    return nearness / Math.max(1, lines.length - 1) + (isHandy(textOf(line)) ? HANDY : 0)
  })
  const best = lines[worth.indexOf(Math.max(...worth))] as number
  const tidy = tidyText(textOf(best)) || textOf(best)
  return (tidy.charAt(0).toLocaleUpperCase('en') + tidy.slice(1)).slice(0, LONGEST_NAME)
}

function isHandy(text: string): boolean {
  const { length } = wordsOf(text)
  return length >= FEWEST_WORDS && length <= MOST_WORDS
}

const MOST_KEYWORDS = 3

/** In how many lines each stem stands, with the shortest word it stood as. */
export type StemCounts = ReadonlyMap<string, { count: number; word: string }>

/** Words that at least two lines of the group share, those first that are rare elsewhere in the question. */
export function keywordsOf(texts: readonly string[], everywhere: StemCounts, lineCount: number): string[] {
  if (texts.length < 2) return []
  return [...countStems(texts)]
    .filter(([, { count }]) => count >= 2)
    .map(([key, { count, word }]) => ({
      word,
      weight: count * Math.log((1 + lineCount) / (everywhere.get(key)?.count ?? 1)),
    }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_KEYWORDS)
    .map(({ word }) => word)
}

export function countStems(texts: readonly string[]): StemCounts {
  const counts = new Map<string, { count: number; word: string }>()
  for (const text of texts) {
    const wordOf = new Map(contentWords(text).map((word) => [stem(word), word]))
    for (const [key, word] of wordOf) {
      const { count = 0, word: before = word } = counts.get(key) ?? {}
      counts.set(key, { count: count + 1, word: before.length <= word.length ? before : word })
    }
  }
  return counts
}
