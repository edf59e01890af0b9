import type { JudgedLine } from './judged-line.ts'

interface Join {
  a: number
  b: number
  height: number
}

/**
 * Of the joins at least so high, how many brought together two clusters of the same theme: the commonest theme on the one
 * side (of equally common ones the first by name) is the commonest on the other.
 */
export function joinsRight(
  lines: readonly JudgedLine[],
  joins: readonly Join[],
  least: number,
): { right: number; all: number } {
  const clusters = lines.map((line) => [line])
  const rootOf = lines.map((_, at) => at)
  const root = (at: number): number => (rootOf[at] === at ? at : root(rootOf[at] as number))
  let [right, all] = [0, 0]
  for (const { a, b, height } of joins) {
    if (height < least) continue
    const [one, other] = [root(a), root(b)]
    const [left, added] = [clusters[one] ?? [], clusters[other] ?? []]
    all += 1
    if (commonest(left) === commonest(added)) right += 1
    clusters[one] = [...left, ...added]
    rootOf[other] = one
  }
  return { right, all }
}

function commonest(lines: readonly JudgedLine[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { theme } of lines) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
}
