import builtIn from './abbreviations.v1.json' with { type: 'json' }

/** A stretch of a line: as written, or put in the place of an abbreviation. */
export interface Stretch {
  text: string
  expanded: boolean
}

export type GlossaryEntry = readonly [term: string, meaning: string]

export interface Terms {
  pattern: RegExp
  meaningOf(found: string): string | null
}

/**
 * The terms to look for: the workspace's own, which win, and those that come with the software. A term of the workspace
 * is found in capitals or not, unless in small letters it would be an ordinary word ("IT", "CARE").
 */
export function termsOf(glossary: readonly GlossaryEntry[], isWord: (word: string) => boolean): Terms {
  const exact = new Map<string, string>(builtIn.exactCase as [string, string][])
  const anyCase = new Map<string, string>(builtIn.anyCase as [string, string][])
  for (const [term, meaning] of glossary) {
    const small = term.toLowerCase()
    const ambiguous = small !== term && (small.length < 3 || isWord(small))
    anyCase.delete(small)
    exact.delete(term)
    if (ambiguous) exact.set(term, meaning)
    else anyCase.set(small, meaning)
  }
  return {
    pattern: patternOf([...exact.keys(), ...anyCase.keys()]),
    meaningOf(found) {
      const one = singular(found)
      const several = exact.get(one) ?? anyCase.get(one.toLowerCase())
      return exact.get(found) ?? anyCase.get(found.toLowerCase()) ?? (several ? plural(several) : null)
    },
  }
}

/** Puts the meanings in the place of the terms; what was put in is not searched again. */
export function expandTerms(text: string, terms: Terms): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(terms.pattern)) {
    const meaning = terms.meaningOf(match[0])
    if (meaning === null) continue
    stretches.push(
      { text: text.slice(from, match.index), expanded: false },
      { text: meaning, expanded: true },
    )
    from = match.index + match[0].length
  }
  return [...stretches, { text: text.slice(from), expanded: false }].filter((stretch) => stretch.text !== '')
}

function patternOf(terms: readonly string[]): RegExp {
  const longestFirst = [...new Set(terms.map((term) => term.toLowerCase()))].sort(
    (a, b) => b.length - a.length,
  )
  const alternatives = longestFirst.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?:'?s)?(?![\\p{L}\\p{N}])`, 'giu')
}

const singular = (term: string) => term.replace(/'?s$/, '')
const plural = (meaning: string) => (/(?:s|[^e]y|\))$/.test(meaning) ? meaning : `${meaning}s`)
