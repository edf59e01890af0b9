import type { TextEncoder } from '../proposal.ts'

/** Where vectors are kept: text to vector, for one encoder. */
export interface VectorStore {
  find(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>
  keep(vectors: ReadonlyMap<string, Float32Array>): Promise<void>
}

/** Texts encoded between two visits to the store: what is done is not lost when the rest is given up. */
const TEXTS_KEPT_AT_ONCE = 92

/** An encoder that encodes nothing twice. */
export function rememberingEncoder(encoder: TextEncoder, store: VectorStore): TextEncoder {
  async function embed(lines: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const texts = [...new Set(lines)]
    const known = new Map(await store.find(texts))
    const missing = texts.filter((text) => !known.has(text))
    for (let start = 0; start < missing.length; start += TEXTS_KEPT_AT_ONCE) {
      const some = missing.slice(start, start + TEXTS_KEPT_AT_ONCE)
      const vectors = await encoder.embed(some, signal)
      const fresh = new Map(some.map((text, at) => [text, vectors[at] as Float32Array]))
      await store.keep(fresh)
      for (const [text, vector] of fresh) known.set(text, vector)
    }
    return lines.map((text) => known.get(text) as Float32Array)
  }
  return { id: encoder.id, dimensions: encoder.dimensions, embed }
}

/** A store for as long as the process runs. */
export function memoryStore(): VectorStore {
  const vectors = new Map<string, Float32Array>()
  return {
    find: async (texts) =>
      new Map(
        texts.flatMap((text) => (vectors.has(text) ? [[text, vectors.get(text) as Float32Array]] : [])),
      ),
    keep: async (fresh) => {
      for (const [text, vector] of fresh) vectors.set(text, vector)
    },
  }
}
