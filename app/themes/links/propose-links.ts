import { type CondensedMatrix, valueAt } from '../grouping/condensed-matrix.ts'

/** A theme of one question, with the places of its lines in a comparison of the lines of all questions. */
export interface LinkableTheme {
  id: string
  role: 'priority' | 'stop' | 'dependency'
  places: readonly number[]
}

export interface LinkProposal {
  /** The priority, and what stands against it or before it. */
  themeIds: [string, string]
  kind: 'conflict' | 'dependency'
  confidence: number
  why: string
}

const MOST_FOR_ONE_THEME = 3
const MOST = 30

/**
 * Themes of different questions that concern the same matter, the likeliest first: a priority that others would stop is a
 * conflict, one that waits for what others name a dependency. Two themes are as near as their two nearest lines: a link
 * rests on one thing named in both, whatever else stands around it.
 */
export function proposeLinks(
  themes: readonly LinkableTheme[],
  similarities: CondensedMatrix,
  least: number,
  reasonOf: (a: number, b: number, similarity: number) => string,
): LinkProposal[] {
  const taken = new Map<string, number>()
  return pairsOf(themes)
    .map(([priority, other]) => ({ priority, other, ...nearestLines(priority, other, similarities) }))
    .filter(({ similarity }) => similarity >= least)
    .sort(
      (x, y) =>
        y.similarity - x.similarity || compare(x.priority.id + x.other.id, y.priority.id + y.other.id),
    )
    .filter(({ priority, other }) => {
      const counts = [priority.id, other.id].map((id) => taken.get(id) ?? 0)
      if (counts.some((count) => count >= MOST_FOR_ONE_THEME)) return false
      for (const id of [priority.id, other.id]) taken.set(id, (taken.get(id) ?? 0) + 1)
      return true
    })
    .slice(0, MOST)
    .map(({ priority, other, a, b, similarity }) => ({
      themeIds: [priority.id, other.id],
      kind: other.role === 'stop' ? 'conflict' : 'dependency',
      confidence: Math.min(1, similarity),
      why: reasonOf(a, b, similarity),
    }))
}

function pairsOf(themes: readonly LinkableTheme[]): [LinkableTheme, LinkableTheme][] {
  const priorities = themes.filter(({ role, places }) => role === 'priority' && places.length > 0)
  const others = themes.filter(({ role, places }) => role !== 'priority' && places.length > 0)
  return priorities.flatMap((priority) =>
    others.map((other): [LinkableTheme, LinkableTheme] => [priority, other]),
  )
}

function nearestLines(one: LinkableTheme, other: LinkableTheme, similarities: CondensedMatrix) {
  const pairs = one.places.flatMap((a) =>
    other.places.map((b) => ({ a, b, similarity: valueAt(similarities, a, b) })),
  )
  return pairs.reduce((best, pair) => (pair.similarity > best.similarity ? pair : best))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
