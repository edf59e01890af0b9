import file from './topic-vectors.v1.json' with { type: 'json' }
import { TOPICS } from './topics.ts'
import { unit } from './vectors.ts'

const read = new Map<string, Float32Array[]>()

/**
 * The topics' vectors that come with the software, so that nobody waits for them; null for another encoder, or where the
 * topics have changed since. Each number is kept in one byte, which moves no cosine by more than a thousandth.
 */
export function shippedTopicVectors(encoder: string): readonly Float32Array[] | null {
  const vectors: Record<string, string> = file.vectors
  if (encoder !== file.encoder || !TOPICS.every((topic) => topic in vectors)) return null
  const known = read.get(encoder) ?? TOPICS.map((topic) => unpack(vectors[topic] as string))
  read.set(encoder, known)
  return known
}

export function packVector(vector: Float32Array): string {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return btoa(String.fromCharCode(...vector.map((value) => Math.round((value / largest) * 127) & 255)))
}

function unpack(packed: string): Float32Array {
  const bytes = Int8Array.from(atob(packed), (letter) => letter.charCodeAt(0))
  return unit(Float32Array.from(bytes))
}
