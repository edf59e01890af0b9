import type { JudgedLine } from './judged-line.ts'

/** Which group each line is in, in the order of the lines. */
export type Grouping = readonly number[]

/**
 * B-cubed: for each line, which share of its group is of its theme (precision), and which share of its theme is in its
 * group (recall), averaged over the lines. A line counts itself; pairs of one person's lines do not count. Bagga & Baldwin 1998.
 */
export function bCubed(lines: readonly JudgedLine[], grouping: Grouping) {
  let precision = 0
  let recall = 0
  for (const [i, line] of lines.entries()) {
    const counted = lines.map((other, j) => j === i || other.person !== line.person)
    const inGroup = lines.map((_, j) => counted[j] && grouping[j] === grouping[i])
    const inTheme = lines.map((other, j) => counted[j] && other.theme === line.theme)
    const both = inGroup.filter((inside, j) => inside && inTheme[j]).length
    precision += both / inGroup.filter(Boolean).length
    recall += both / inTheme.filter(Boolean).length
  }
  const [p, r] = [precision / lines.length, recall / lines.length]
  return { precision: p, recall: r, f1: (2 * p * r) / (p + r) }
}

/**
 * Adjusted Rand index over the pairs of lines of different people: the agreement of groups and themes on "together or
 * apart", less what chance would give, over the most that could be left. 1: the same partition. 0: as by chance. Hubert & Arabie 1985.
 */
export function adjustedRand(lines: readonly JudgedLine[], grouping: Grouping): number {
  let [pairs, grouped, themed, both] = [0, 0, 0, 0]
  for (const [i, a] of lines.entries()) {
    for (const [j, b] of lines.entries()) {
      if (j <= i || a.person === b.person) continue
      const together = grouping[i] === grouping[j]
      const same = a.theme === b.theme
      pairs += 1
      if (together) grouped += 1
      if (same) themed += 1
      if (together && same) both += 1
    }
  }
  const byChance = pairs === 0 ? 0 : (grouped * themed) / pairs
  const most = (grouped + themed) / 2
  return most === byChance ? 1 : (both - byChance) / (most - byChance)
}

/**
 * The share of hand work that a proposal saves against starting with every line alone: one minus (lines to take out of
 * groups whose majority is another theme, plus joins of groups with the same majority) over (lines - themes). 1: nothing
 * left to do. 0: as much as from scratch; below 0: more. Null where every line has a theme of its own.
 */
export function savedShare(lines: readonly JudgedLine[], grouping: Grouping): number | null {
  const themes = new Set(lines.map(({ theme }) => theme)).size
  if (themes === lines.length) return null
  const groups = new Map<number, Map<string, number>>()
  for (const [i, { theme }] of lines.entries()) {
    const counts = groups.get(grouping[i] as number) ?? new Map<string, number>()
    groups.set(grouping[i] as number, counts.set(theme, (counts.get(theme) ?? 0) + 1))
  }
  let moves = 0
  const majorities = new Set<string>()
  for (const counts of groups.values()) {
    const [[majority, most] = ['', 0]] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const size = [...counts.values()].reduce((sum, count) => sum + count, 0)
    moves += size - most
    majorities.add(majority)
  }
  const joins = groups.size - majorities.size
  return 1 - (moves + joins) / (lines.length - themes)
}
