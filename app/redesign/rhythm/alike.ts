import { RHYTHM_LIMITS } from './forum-templates.ts'

/** Short words carry grammar rather than matter. */
const LONGER = 4

/** Whether two texts say the same, judged by the longer words they share out of all that either has. */
export function areAlike(one: string, other: string): boolean {
  const [here, there] = [wordsOf(one), wordsOf(other)]
  const all = new Set([...here, ...there])
  if (all.size === 0) return false
  const shared = [...here].filter((word) => there.has(word)).length
  return shared / all.size >= RHYTHM_LIMITS.alike.share
}

/** The questions of one list that the other asks as well. */
export function askedInBoth(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((question) => other.some((asked) => areAlike(question, asked)))
}

function wordsOf(text: string): Set<string> {
  const words = text.toLocaleLowerCase('en').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const longer = words.filter((word) => word.length >= LONGER)
  return new Set(longer.length > 0 ? longer : words)
}
