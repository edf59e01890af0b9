import { contentStems } from './line-features.ts'
import topicFile from './topics.v1.json' with { type: 'json' }
import { centred, dot, meanOf, unit } from './vectors.ts'

/** Matters that organisations deal with, each in a few general words. */
export const TOPICS: readonly string[] = topicFile.topics

const spread = new Map<string, number>()
const TOPIC_STEMS = TOPICS.map((topic) => new Set(contentStems(topic)))
for (const stems of TOPIC_STEMS) for (const word of stems) spread.set(word, (spread.get(word) ?? 0) + 1)

/** How near a line's vector lies to each topic's; far ones count nothing, near ones more than in step. */
export function topicProfiles(
  lines: readonly Float32Array[],
  topics: readonly Float32Array[],
): Float32Array[] {
  const mean = meanOf(topics)
  const around = topics.map((topic) => unit(topic.map((value, at) => value - (mean[at] as number))))
  return centred(lines).map((line) =>
    unit(Float32Array.from(around, (topic) => Math.max(0, dot(line, topic)) ** 2)),
  )
}

/** The same by shared words alone: rare words of the topics count more. */
export function wordedTopicProfile(text: string): Float32Array {
  const stems = new Set(contentStems(text))
  return unit(
    Float32Array.from(TOPIC_STEMS, (topic) => {
      let sum = 0
      for (const word of stems) if (topic.has(word)) sum += Math.log(TOPICS.length / (spread.get(word) ?? 1))
      return sum ** 2
    }),
  )
}

/** The topic that two profiles share most, by its first words; null where they share none to speak of. */
export function sharedTopic(a: Float32Array, b: Float32Array, least: number): string | null {
  let best = -1
  for (let at = 0; at < a.length; at += 1)
    if (best < 0 || (a[at] as number) * (b[at] as number) > (a[best] as number) * (b[best] as number))
      best = at
  if (best < 0 || (a[best] as number) * (b[best] as number) < least) return null
  return TOPICS[best]?.split(', ')[0] ?? null
}
