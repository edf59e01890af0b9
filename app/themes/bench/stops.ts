import type { BenchView } from '../coding/bench-view.ts'

/** Where a keyboard stops on the bench, in the order of the page: everything that waits for a yes or a no. */
export function stopsOf(view: BenchView): string[] {
  return [
    ...view.groups.flatMap(({ themes }) => themes.map(({ id }) => themeAnchor(id))),
    ...view.joins.map(({ themes: [a, b] }) => joinAnchor(a.id, b.id)),
    ...view.loose.map(({ id }) => themeAnchor(id)),
  ]
}

/** What comes next once something has been decided on: the first stop behind it that is still there. */
export function nextStop(before: BenchView, after: BenchView, decided: string): string | null {
  const were = stopsOf(before)
  const are = new Set(stopsOf(after))
  const place = were.indexOf(decided)
  if (place < 0) return null
  const behind = were.slice(place + 1).find((stop) => are.has(stop))
  const ahead = were.slice(0, place).findLast((stop) => are.has(stop))
  return behind ?? ahead ?? stopsOf(after)[0] ?? null
}

/** The stop that a button belongs to, by the value it sends. */
export function stopOf(intent: string): string | null {
  const [act, first = '', second = ''] = intent.split(':')
  if (act === 'accept' || act === 'reject' || act === 'join') return themeAnchor(first)
  if (act === 'unite' || act === 'apart') return joinAnchor(first, second)
  return null
}

export function themeAnchor(themeId: string): string {
  return `t-${themeId}`
}

export function joinAnchor(a: string, b: string): string {
  return `j-${a}-${b}`
}
