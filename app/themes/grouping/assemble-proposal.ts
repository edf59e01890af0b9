import type { Calibration, Certainty, Proposal, ProposalQuestion, ProposedGroup } from '../proposal.ts'
import type { Readings } from '../reading/read-lines.ts'
import type { Arrangement } from './arrange-lines.ts'
import { similarityBetween } from './between-groups.ts'
import { type Cluster, clustersAt } from './clusters.ts'
import { countStems, groupName, keywordsOf, type StemCounts } from './group-name.ts'
import { averageLinkage, type Merge } from './linkage.ts'
import { nearestGroups } from './nearest-groups.ts'
import { opposedLines } from './opposed-lines.ts'
import type { Similarities } from './similarity.ts'
import { suggestJoins } from './suggest-joins.ts'

/** What a proposal is made of, once lines have been read and compared. */
export interface Compared {
  proposerId: string
  calibration: Calibration
  arrangement: Arrangement
  readings: Readings
  similarities: Similarities
}

export function assembleProposal(question: ProposalQuestion, compared: Compared): Proposal {
  const { arrangement, calibration, similarities } = compared
  const { lines, ownCount, constraints } = arrangement
  const merges = averageLinkage(similarities.matrix, constraints)
  const clusters = ownClusters(merges, compared, calibration.automatic)
  const between = similarityBetween(similarities.matrix, clusters)
  const idOf = (line: number) => lines[line]?.id as string
  const own = compared.readings.lines.slice(0, ownCount)
  const stems = countStems(own.map(({ norm }) => norm))
  return {
    proposerId: compared.proposerId,
    groups: clusters.map((cluster) => proposedGroup(cluster, question, compared, stems)),
    suggestions: suggestJoins(clusters, between, question, compared),
    nearest: nearestGroups(clusters, similarities.matrix, question, idOf),
    readings: own.filter(({ changed }) => changed).map(({ id, norm }) => ({ lineId: id, read: norm })),
    unknownTerms: compared.readings.unknownTerms,
    careful: idsOf(ownClusters(merges, compared, calibration.careful), idOf),
    free: idsOf(ownClusters(merges, compared, calibration.free), idOf),
  }
}

export interface OwnCluster extends Cluster {
  knownId: string | null
}

/** Clusters of this round's lines: lines of earlier rounds have done their work once the lines are together. */
function ownClusters(merges: readonly Merge[], { arrangement }: Compared, height: number): OwnCluster[] {
  const { lines, ownCount } = arrangement
  return clustersAt(merges, lines.length, height).flatMap((cluster) => {
    const own = cluster.lines.filter((line) => line < ownCount)
    const first = cluster.lines.find((line) => line >= ownCount)
    const knownId = first === undefined ? null : (lines[first]?.knownId ?? null)
    return own.length > 0 ? [{ lines: own, height: cluster.height, knownId }] : []
  })
}

function proposedGroup(
  cluster: OwnCluster,
  question: ProposalQuestion,
  compared: Compared,
  stems: StemCounts,
): ProposedGroup {
  const { arrangement, calibration, readings, similarities } = compared
  const written = (line: number) => arrangement.lines[line]?.text ?? ''
  const read = cluster.lines.map((line) => readings.lines[line]?.norm ?? '')
  const ids = cluster.lines.map((line) => arrangement.lines[line]?.id as string)
  const known = question.known.find(({ id }) => id === cluster.knownId)
  const opposed = opposedLines(read)
  return {
    lineIds: ids,
    name: known?.name ?? groupName(similarities.matrix, cluster.lines, written),
    confidence: Math.max(0, Math.min(1, cluster.height)),
    certainty: certaintyOf(cluster.height, calibration),
    keywords: keywordsOf(read, stems, arrangement.ownCount),
    knownId: known?.id ?? null,
    opposed: opposed && { lineIds: opposed.lines.map((at) => ids[at] as string), why: opposed.why },
  }
}

function certaintyOf(height: number, { veryLikely, automatic }: Calibration): Certainty {
  if (height >= veryLikely) return 'very-likely'
  return height >= automatic ? 'likely' : 'maybe'
}

function idsOf(clusters: readonly Cluster[], idOf: (line: number) => string): string[][] {
  return clusters.map(({ lines }) => lines.map(idOf))
}
