import { wordsOf } from '../reading/bare-wording.ts'
import { contentStems } from './line-features.ts'
import type { Similarities } from './similarity.ts'
import { stem } from './stem.ts'
import { sharedTopic } from './topics.ts'

const MOST_WORDS = 3
/** Two profiles of length one share a topic to speak of from this product on. */
const TOPIC_IN_COMMON = 0.12

/** Why two groups may mean the same, in words: what they share, and how near they lie. */
export function reasonFor(
  a: readonly number[],
  b: readonly number[],
  wording: (line: number) => string,
  { profiles }: Pick<Similarities, 'profiles'>,
  similarity: number,
): string {
  const words = sharedWords(a.map(wording), b.map(wording))
  const nearness = `alike ${similarity.toFixed(2)}`
  if (words.length > 0) return `both say: ${words.join(', ')}; ${nearness}`
  const topic = sharedTopic(
    profiles[a[0] as number] as Float32Array,
    profiles[b[0] as number] as Float32Array,
    TOPIC_IN_COMMON,
  )
  return topic ? `no word in common, both near “${topic}”; ${nearness}` : `no word in common, ${nearness}`
}

function sharedWords(a: readonly string[], b: readonly string[]): string[] {
  const stems = new Set(b.flatMap(contentStems))
  const shared = new Map<string, string>()
  for (const word of a.flatMap(wordsOf)) {
    const key = stem(word)
    if (stems.has(key) && a.some((text) => contentStems(text).includes(key)))
      shared.set(key, word.toLowerCase())
  }
  return [...shared.values()].slice(0, MOST_WORDS)
}
