import { plainWords } from '#app/themes/plain-words.ts'
import type { Codebook } from '#app/themes/theme.ts'

/** From this likeness on a theme is suggested: half of the words in common. */
const ALIKE = 0.5
/** Words that say nothing of the matter. */
const EMPTY = new Set([
  'the',
  'and',
  'for',
  'our',
  'with',
  'from',
  'into',
  'that',
  'this',
  'all',
  'more',
  'new',
])

/**
 * Themes that seem to say the same as an official priority, by the words of their name and their lines. A person decides:
 * words in common are no more than a hint.
 */
export function suggestThemes(priority: string, { themes, lines }: Codebook, itemId: string): string[] {
  const wanted = wordsOf(priority)
  return themes
    .filter((theme) => theme.itemId === itemId)
    .filter(({ id, name }) => {
      const texts = [name, ...lines.filter(({ themeId }) => themeId === id).map(({ text }) => text)]
      return texts.some((text) => likeness(wanted, wordsOf(text)) >= ALIKE)
    })
    .map(({ id }) => id)
}

/** Twice the words in common over the words of both (Dice). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

function wordsOf(text: string): Set<string> {
  const words = plainWords(text).split(' ')
  return new Set(
    words.filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => word.replace(/s$/, '')),
  )
}
