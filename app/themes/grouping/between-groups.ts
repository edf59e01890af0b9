import { type CondensedMatrix, condensedMatrix, pairIndex } from './condensed-matrix.ts'

/** How alike every two groups are: the mean over the pairs of their lines. */
export function similarityBetween(
  similarities: CondensedMatrix,
  groups: readonly { lines: readonly number[] }[],
): CondensedMatrix {
  const groupOf = new Map(groups.flatMap(({ lines }, group) => lines.map((line) => [line, group] as const)))
  const between = condensedMatrix(groups.length)
  const members = [...groupOf.keys()].sort((a, b) => a - b)
  for (const [at, a] of members.entries()) {
    const ofA = groupOf.get(a) as number
    for (const b of members.slice(at + 1)) {
      const ofB = groupOf.get(b) as number
      if (ofA === ofB) continue
      const index = pairIndex(groups.length, ofA, ofB)
      const value = similarities.values[pairIndex(similarities.size, a, b)] as number
      between.values[index] = (between.values[index] as number) + value
    }
  }
  for (let a = 0; a < groups.length; a += 1) {
    for (let b = a + 1; b < groups.length; b += 1) {
      const pairs = (groups[a]?.lines.length ?? 1) * (groups[b]?.lines.length ?? 1)
      const index = pairIndex(groups.length, a, b)
      between.values[index] = (between.values[index] as number) / pairs
    }
  }
  return between
}
