import type { Proposal } from '../proposal.ts'
import type { Codebook, CodedLine, CodedTheme } from '../theme.ts'

/** Two lines, the smaller id first. */
export type LinePair = readonly [string, string]

/** How the lines of one item stand: what every step on the bench starts from and ends in. */
export interface ItemCoding {
  itemId: string
  themes: readonly CodedTheme[]
  lines: readonly CodedLine[]
  /** Lines that a person has said do not belong together. */
  apart: readonly LinePair[]
  /** What the machine made of the lines last, with its reasons. */
  proposal: Proposal | null
}

export function codingOf(
  codebook: Codebook<CodedTheme>,
  itemId: string,
  rest: Pick<ItemCoding, 'apart' | 'proposal'>,
): ItemCoding {
  const ofItem = (entry: { itemId: string }) => entry.itemId === itemId
  return { itemId, themes: codebook.themes.filter(ofItem), lines: codebook.lines.filter(ofItem), ...rest }
}

export function linesByTheme(coding: Pick<ItemCoding, 'lines'>): Map<string, CodedLine[]> {
  const groups = new Map<string, CodedLine[]>()
  for (const line of coding.lines) {
    const group = groups.get(line.themeId)
    if (group) group.push(line)
    else groups.set(line.themeId, [line])
  }
  return groups
}

export function linePair(a: string, b: string): LinePair {
  return a < b ? [a, b] : [b, a]
}

export function pairKey(pair: LinePair): string {
  return pair.join(' ')
}

/** Every pair of one line from each side. */
export function crossPairs(some: readonly string[], others: readonly string[]): LinePair[] {
  return some.flatMap((one) => others.map((other) => linePair(one, other)))
}

/** The decisions that a new proposal keeps to: confirmed themes stay whole, rejected joins stay apart. */
export function keepOf(coding: ItemCoding): { together: string[][]; apart: [string, string][] } {
  const lines = linesByTheme(coding)
  return {
    together: coding.themes
      .filter(({ state }) => state === 'confirmed')
      .map(({ id }) => (lines.get(id) ?? []).map((line) => line.id)),
    apart: coding.apart.map(([a, b]) => [a, b]),
  }
}
