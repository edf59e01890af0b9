import { cutAt, type Merge } from './linkage.ts'

/** Lines that hold together, by their places, and the height of the last join that made them one. */
export interface Cluster {
  lines: number[]
  /** Infinite for a line alone and for lines that a person put together. */
  height: number
}

export function clustersAt(merges: readonly Merge[], size: number, height: number): Cluster[] {
  const numbers = cutAt(merges, size, height)
  const clusters: Cluster[] = []
  for (const [line, number] of numbers.entries()) {
    clusters[number] ??= { lines: [], height: Number.POSITIVE_INFINITY }
    clusters[number].lines.push(line)
  }
  for (const merge of merges) {
    const cluster = clusters[numbers[merge.a] as number]
    if (merge.height >= height && cluster) cluster.height = Math.min(cluster.height, merge.height)
  }
  return clusters
}
