import type { Pause } from '../grouping/similarity.ts'
import { bareWording, wordsOf } from './bare-wording.ts'
import type { Dictionary } from './dictionary.ts'
import { expandTerms, type GlossaryEntry, type Stretch, termsOf } from './expand-terms.ts'
import { isKnown, type Mended, mendSlips, repairSpelling } from './repair-spelling.ts'
import { tidyText } from './tidy-text.ts'
import { type UnknownTerm, unknownTerms } from './unknown-terms.ts'

/** Names the way lines are read. Vectors and thresholds belong to it: with a change that alters readings it counts on. */
export const NORMALISER = 'reading-1'

/** A line in the two wordings that are compared; what was written is kept elsewhere. */
export interface ReadLine {
  id: string
  norm: string
  bare: string
  /** Whether an abbreviation was written out or a slip mended. */
  changed: boolean
}

export interface Readings {
  lines: ReadLine[]
  unknownTerms: UnknownTerm[]
}

/** Reads the lines of a question together, because what one wrote rightly shows what another meant. */
export async function readLines(
  lines: readonly { id: string; text: string }[],
  glossary: readonly GlossaryEntry[],
  dictionary: Dictionary,
  pause: Pause,
): Promise<Readings> {
  const terms = termsOf(glossary, (word) => dictionary.isWord(word))
  const tidied = lines.map(({ id, text }) => ({ id, text: tidyText(text) }))
  const stretched = tidied.map(({ id, text }) => ({ id, text, stretches: expandTerms(spaced(text), terms) }))
  const familiar = familiarWords(glossary, stretched, dictionary)
  const written = stretched.flatMap(({ stretches }) => stretches.filter(({ expanded }) => !expanded))
  const texts = written.map(({ text }) => text)
  const mended = await mendSlips(texts, { dictionary, familiar }, pause)
  return {
    lines: stretched.map(({ id, text, stretches }) => readLine(id, text, stretches, mended)),
    unknownTerms: unknownTerms(stretched, dictionary),
  }
}

function readLine(id: string, text: string, stretches: readonly Stretch[], mended: Mended): ReadLine {
  const norm = stretches
    .map((stretch) => (stretch.expanded ? stretch.text : repairSpelling(stretch.text, mended)))
    .join('')
  return { id, norm, bare: bareWording(norm), changed: norm !== spaced(text) }
}

/** Letters and the number written to them are two words: "ISO9001" says what "ISO 9001" says. */
function spaced(text: string): string {
  return text.replace(/(?<=\p{Lu}{2})(?=\p{Nd}{2})/gu, ' ')
}

/** Words of the glossary, then words in small letters that stand in the lines and are spelt rightly. */
function familiarWords(
  glossary: readonly GlossaryEntry[],
  lines: readonly { stretches: readonly Stretch[] }[],
  dictionary: Dictionary,
): string[] {
  const own = glossary.flatMap(([, meaning]) => wordsOf(meaning.toLowerCase()))
  const written = lines.flatMap(({ stretches }) =>
    stretches.filter(({ expanded }) => !expanded).flatMap(({ text }) => wordsOf(text.toLowerCase())),
  )
  const right = [...new Set(written)].filter((word) => word.length >= 4 && isKnown(word, dictionary)).sort()
  return [...new Set([...own, ...right])]
}
