import type { JudgedLine, SimilarityOf } from './judged-line.ts'

const NEAREST = 3

/**
 * Of the lines whose theme another person shares, the share that has such a line among the three most similar lines of
 * other people. Null where there is no such line.
 *
 * @example hitAt3([{ id: '1', person: 'a', theme: 'x' }, { id: '2', person: 'b', theme: 'x' }], () => 0) // => 1
 */
export function hitAt3(lines: readonly JudgedLine[], similarityOf: SimilarityOf): number | null {
  const hits = lines.flatMap((line, i) => {
    const others = lines.flatMap((other, j) => (other.person === line.person ? [] : [j]))
    if (!others.some((j) => lines[j]?.theme === line.theme)) return []
    const nearest = others.sort((a, b) => similarityOf(i, b) - similarityOf(i, a) || a - b).slice(0, NEAREST)
    return [nearest.some((j) => lines[j]?.theme === line.theme)]
  })
  return hits.length === 0 ? null : hits.filter(Boolean).length / hits.length
}
