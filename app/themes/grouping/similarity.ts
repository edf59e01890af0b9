import { type CondensedMatrix, condensedMatrix, pairIndex } from './condensed-matrix.ts'
import { characterGrams } from './line-features.ts'
import { postingsOf, tfIdf } from './sparse-vectors.ts'
import { topicProfiles, wordedTopicProfile } from './topics.ts'
import { centred, dot, joined } from './vectors.ts'

/** Lets whoever computes take a breath; a server answers others meanwhile. */
export type Pause = () => Promise<void>

export interface Wordings {
  norm: readonly string[]
  bare: readonly string[]
}

export interface LineVectors {
  norm: readonly Float32Array[]
  bare: readonly Float32Array[]
  topics: readonly Float32Array[]
}

/** How alike every two lines are, and how near each lies to the topics. */
export interface Similarities {
  matrix: CondensedMatrix
  profiles: Float32Array[]
}

const BY_MEANING = { norm: 0.38, bare: 0.22, topics: 0.22, topicWords: 0.06, normGrams: 0.12 }
const BY_WORDS = { topicWords: 0.25, normGrams: 0.4, bareGrams: 0.35 }
const ROWS_BETWEEN_PAUSES = 64

/**
 * By meaning: cosines of both wordings about the mean of the question, of how they lie to the topics, and of their
 * letters. The weights are shares of one.
 */
export async function similarByMeaning(
  wordings: Wordings,
  vectors: LineVectors,
  pause: Pause,
): Promise<Similarities> {
  const [norm, bare] = [centred(vectors.norm), centred(vectors.bare)]
  const normTopics = topicProfiles(vectors.norm, vectors.topics)
  const bareTopics = topicProfiles(vectors.bare, vectors.topics)
  const half = BY_MEANING.topics / 2
  const lines = norm.map((vector, line) =>
    joined([
      [BY_MEANING.norm, vector],
      [BY_MEANING.bare, bare[line] as Float32Array],
      [half, normTopics[line] as Float32Array],
      [half, bareTopics[line] as Float32Array],
      [BY_MEANING.topicWords, wordedTopicProfile(wordings.norm[line] as string)],
    ]),
  )
  const matrix = await dotProducts(lines, pause)
  await addGrams(matrix, wordings.norm, BY_MEANING.normGrams, pause)
  return { matrix, profiles: normTopics }
}

/** By words alone: letters of both wordings, and words shared with the topics. */
export async function similarByWords({ norm, bare }: Wordings, pause: Pause): Promise<Similarities> {
  const profiles = norm.map(wordedTopicProfile)
  const matrix = await dotProducts(
    profiles.map((profile) => joined([[BY_WORDS.topicWords, profile]])),
    pause,
  )
  await addGrams(matrix, norm, BY_WORDS.normGrams, pause)
  await addGrams(matrix, bare, BY_WORDS.bareGrams, pause)
  return { matrix, profiles }
}

async function dotProducts(vectors: readonly Float32Array[], pause: Pause): Promise<CondensedMatrix> {
  const matrix = condensedMatrix(vectors.length)
  let at = 0
  for (const [row, vector] of vectors.entries()) {
    for (let column = row + 1; column < vectors.length; column += 1) {
      matrix.values[at] = dot(vector, vectors[column] as Float32Array)
      at += 1
    }
    if (row % ROWS_BETWEEN_PAUSES === ROWS_BETWEEN_PAUSES - 1) await pause()
  }
  return matrix
}

async function addGrams(matrix: CondensedMatrix, texts: readonly string[], share: number, pause: Pause) {
  let touched = 0
  for (const list of postingsOf(tfIdf(texts.map(characterGrams))).values()) {
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        const index = pairIndex(matrix.size, a.line, b.line)
        matrix.values[index] = (matrix.values[index] as number) + share * a.weight * b.weight
      }
    }
    touched += list.length ** 2
    if (touched < 4e6) continue
    touched = 0
    await pause()
  }
}
