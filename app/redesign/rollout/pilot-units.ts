import { tallyOf } from '#app/diagnosis/people-words.ts'
import { countInWords } from '#app/scoring/people-count.ts'
import type { DependencyPair, RoundScores } from '#app/scoring/round-scores.ts'

/** A department whose pain others can see: what is named of it, and by how many. */
export interface PilotUnit {
  unit: string
  /** "Sales waits for Data: named by four people". */
  because: string[]
}

const MOST_UNITS = 4

/**
 * Departments to begin with: those that stand in most of the dependencies that may be shown. It says where it hurts, never
 * who is willing: no figure of a single department is ever shown, so that has to be asked.
 */
export function pilotUnits({ handshake }: Pick<RoundScores, 'handshake'>): PilotUnit[] {
  if (handshake?.kind !== 'measured') return []
  const { departments, pairs } = handshake
  return departments
    .map((unit) => ({ unit, pairs: pairs.filter((pair) => pair.provider === unit || pair.waiting === unit) }))
    .filter((one) => one.pairs.length > 0)
    .toSorted((one, other) => namedBy(other.pairs) - namedBy(one.pairs))
    .slice(0, MOST_UNITS)
    .map(({ unit, pairs: named }) => ({ unit, because: named.map(pairWords) }))
}

function namedBy(pairs: readonly DependencyPair[]): number {
  return pairs.reduce((sum, { people }) => sum + tallyOf(people).low, 0)
}

function pairWords({ waiting, provider, people }: DependencyPair): string {
  return `${waiting} waits for ${provider}: named by ${countInWords(people)}`
}
