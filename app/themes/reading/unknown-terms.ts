import type { Dictionary } from './dictionary.ts'
import type { Stretch } from './expand-terms.ts'

export interface UnknownTerm {
  term: string
  /** How many lines it stands in. */
  lines: number
}

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{Lu}\p{N}&/]*\p{Lu}[\p{Lu}\p{N}]*)(?=s?(?![\p{L}\p{N}]))/gu
const NO_TERM = /^(?:[IVX]+|Q\d|H\d|FY\d*|CW\d+|KW\d+)$/

/** Words in capitals that nothing explains, those in most lines first. A line that is all capitals is only loud. */
export function unknownTerms(
  lines: readonly { text: string; stretches: readonly Stretch[] }[],
  dictionary: Dictionary,
): UnknownTerm[] {
  const counts = new Map<string, number>()
  for (const { text, stretches } of lines) {
    if (isLoud(text)) continue
    const found = stretches
      .filter(({ expanded }) => !expanded)
      .flatMap((stretch) => stretch.text.match(CAPITALS) ?? [])
    for (const term of new Set(found))
      if (!NO_TERM.test(term) && !isShouted(term, dictionary)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return [...counts]
    .map(([term, count]) => ({ term, lines: count }))
    .sort((a, b) => b.lines - a.lines || (a.term < b.term ? -1 : 1))
}

function isLoud(text: string): boolean {
  return text.includes(' ') && !/\p{Ll}/u.test(text)
}

/** A long word in capitals that the dictionary knows in small letters is stressed, not shortened. */
function isShouted(term: string, dictionary: Dictionary): boolean {
  return term.length > 4 && dictionary.isWord(term.toLowerCase())
}
