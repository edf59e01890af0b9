import type { JudgedLine, SimilarityOf } from './judged-line.ts'

/**
 * Average precision of "these two lines share a theme" over all pairs of lines of different people, ranked by similarity:
 * the mean, over the true pairs, of the share of true ones among all pairs ranked at least as high. 1: every true pair
 * lies above every other. Pairs of equal similarity share one rank. Null where no two people share a theme.
 *
 * @example pairAp([{ id: '1', person: 'a', theme: 'x' }, { id: '2', person: 'b', theme: 'x' }], () => 0) // => 1
 */
export function pairAp(lines: readonly JudgedLine[], similarityOf: SimilarityOf): number | null {
  const pairs = pairsOfPeople(lines, similarityOf)
  const truePairs = pairs.filter(({ same }) => same).length
  if (truePairs === 0) return null
  pairs.sort((a, b) => b.similarity - a.similarity)
  let sum = 0
  let found = 0
  for (let start = 0; start < pairs.length; ) {
    let end = start
    let tied = 0
    for (; end < pairs.length && pairs[end]?.similarity === pairs[start]?.similarity; end += 1)
      if (pairs[end]?.same) tied += 1
    found += tied
    sum += tied * (found / end)
    start = end
  }
  return sum / truePairs
}

function pairsOfPeople(lines: readonly JudgedLine[], similarityOf: SimilarityOf) {
  return lines.flatMap((a, i) =>
    lines
      .slice(i + 1)
      .flatMap((b, offset) =>
        a.person === b.person
          ? []
          : [{ same: a.theme === b.theme, similarity: similarityOf(i, i + 1 + offset) }],
      ),
  )
}
