import type { ProposalQuestion, Suggestion } from '../proposal.ts'
import type { Compared, OwnCluster } from './assemble-proposal.ts'
import { type CondensedMatrix, valueAt } from './condensed-matrix.ts'
import { reasonFor } from './reasons.ts'
import { rejectedPairs } from './rejected-pairs.ts'

const MOST_FOR_ONE_GROUP = 3

/**
 * Pairs of groups that may mean the same, the likeliest first: those that are nearly as alike as what is joined at once,
 * and those that are alike enough but hold lines of one person.
 */
export function suggestJoins(
  clusters: readonly OwnCluster[],
  between: CondensedMatrix,
  question: ProposalQuestion,
  { calibration, arrangement, readings, similarities }: Compared,
): Suggestion[] {
  const idsOf = (cluster: OwnCluster) => cluster.lines.map((line) => arrangement.lines[line]?.id as string)
  const peopleOf = (cluster: OwnCluster) => cluster.lines.map((line) => arrangement.lines[line]?.person)
  const rejected = rejectedPairs(question.keep.apart)
  const wording = (line: number) => readings.lines[line]?.norm ?? ''
  return likeliestPairs(between, calibration.maybe).flatMap(({ a, b, similarity }) => {
    const [one, other] = [clusters[a], clusters[b]]
    if (!one || !other || rejected(idsOf(one), idsOf(other))) return []
    if (one.knownId !== null && other.knownId !== null) return []
    const people = new Set(peopleOf(one))
    return {
      lineIds: [idsOf(one), idsOf(other)] as [string[], string[]],
      confidence: Math.max(0, Math.min(1, similarity)),
      why: reasonFor(one.lines, other.lines, wording, similarities, similarity),
      samePerson: peopleOf(other).some((person) => people.has(person)),
    }
  })
}

/** Pairs at least so alike, at most three for a group: the fourth-best guess about a group is hardly ever right. */
function likeliestPairs(between: CondensedMatrix, least: number) {
  const pairs: { a: number; b: number; similarity: number }[] = []
  for (let a = 0; a < between.size; a += 1) {
    for (let b = a + 1; b < between.size; b += 1) {
      const similarity = valueAt(between, a, b)
      if (similarity >= least) pairs.push({ a, b, similarity })
    }
  }
  pairs.sort((x, y) => y.similarity - x.similarity || x.a - y.a || x.b - y.b)
  const taken = new Uint32Array(between.size)
  return pairs.filter(({ a, b }) => {
    if ((taken[a] as number) >= MOST_FOR_ONE_GROUP && (taken[b] as number) >= MOST_FOR_ONE_GROUP) return false
    taken[a] = (taken[a] as number) + 1
    taken[b] = (taken[b] as number) + 1
    return true
  })
}
