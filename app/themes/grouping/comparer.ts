import type { Calibration, TextEncoder } from '../proposal.ts'
import { calibrationOf } from './calibration.ts'
import {
  type Pause,
  type Similarities,
  similarByMeaning,
  similarByWords,
  type Wordings,
} from './similarity.ts'
import { shippedTopicVectors } from './topic-vectors.ts'
import { TOPICS } from './topics.ts'

/** A way to tell how alike lines are, with the thresholds that belong to it. */
export interface Comparer {
  id: string
  calibration: Calibration
  compare(wordings: Wordings, pause: Pause, signal?: AbortSignal): Promise<Similarities>
}

const WORDS_ONLY = 'lexical-1'

/** Needs nothing but the words themselves. */
export function wordComparer(): Comparer {
  return {
    id: WORDS_ONLY,
    calibration: requireCalibration(WORDS_ONLY),
    compare: (wordings, pause) => similarByWords(wordings, pause),
  }
}

/** @throws {Error} if no thresholds were found for the encoder: it must be calibrated before its groups mean anything */
export function meaningComparer(encoder: TextEncoder): Comparer {
  return {
    id: encoder.id,
    calibration: requireCalibration(encoder.id),
    async compare({ norm, bare }, pause, signal) {
      const texts = [...norm, ...bare]
      const vectors = await encoder.embed(texts, signal)
      if (vectors.length !== texts.length) throw new Error(`encoder ${encoder.id} left out a vector`)
      const topics = shippedTopicVectors(encoder.id) ?? (await encoder.embed(TOPICS, signal))
      const [ofNorm, ofBare] = [vectors.slice(0, norm.length), vectors.slice(norm.length)]
      return similarByMeaning({ norm, bare }, { norm: ofNorm, bare: ofBare, topics }, pause)
    },
  }
}

function requireCalibration(encoder: string): Calibration {
  const calibration = calibrationOf(encoder)
  if (!calibration) throw new Error(`no thresholds are known for ${encoder} with this way of reading lines`)
  return calibration
}
