import type { Proposal, ProposalQuestion } from '../proposal.ts'
import type { Cluster } from './clusters.ts'
import { type CondensedMatrix, valueAt } from './condensed-matrix.ts'
import { rejectedPairs } from './rejected-pairs.ts'

type Near = Proposal['nearest'][number]['groups'][number]

const NEAREST = 3

/**
 * For every line the three other groups it is most like, whether that is much or little: a line that a person takes out of
 * its group needs them as much as one that was never in any.
 */
export function nearestGroups(
  clusters: readonly Cluster[],
  matrix: CondensedMatrix,
  question: ProposalQuestion,
  idOf: (line: number) => string,
): Proposal['nearest'] {
  const rejected = rejectedPairs(question.keep.apart)
  const ids = clusters.map(({ lines }) => lines.map(idOf))
  return clusters.flatMap(({ lines }, own) =>
    lines.map((line) => {
      const lineId = idOf(line)
      const nearest: Near[] = []
      for (const [at, other] of clusters.entries()) {
        const lineIds = ids[at] as string[]
        if (at !== own && !rejected([lineId], lineIds))
          keepNearest(nearest, { lineIds, similarity: meanSimilarity(matrix, line, other.lines) })
      }
      return { lineId, groups: nearest }
    }),
  )
}

function meanSimilarity(matrix: CondensedMatrix, line: number, others: readonly number[]): number {
  return others.reduce((sum, other) => sum + valueAt(matrix, line, other), 0) / others.length
}

/** Puts a group where it belongs among the nearest, the nearest first, and drops what is beyond the last. */
function keepNearest(nearest: Near[], near: Near): void {
  const place = nearest.findIndex((other) => isNearer(near, other))
  if (place < 0 && nearest.length >= NEAREST) return
  nearest.splice(place < 0 ? nearest.length : place, 0, near)
  if (nearest.length > NEAREST) nearest.pop()
}

function isNearer(a: Near, b: Near): boolean {
  if (a.similarity !== b.similarity) return a.similarity > b.similarity
  return (a.lineIds[0] as string) < (b.lineIds[0] as string)
}
