import { krippendorffAlphaOfSets } from './measures/coders/krippendorff-alpha-of-sets.ts'
import { setDistance } from './measures/coders/set-distance.ts'

export interface CoderAgreement {
  /** Null where it is not defined: fewer than two lines, or both coders put all lines together. */
  alpha: number | null
  /** accept from .80, tentative from .667, below that the lines are better coded anew. */
  reading: 'accept' | 'tentative' | 'recode' | null
  /** Lines that the coders do not put with the same others, the furthest apart first. */
  disagreements: { lineId: string; distance: number }[]
}

const ACCEPT = 0.8
const TENTATIVE = 0.667

/**
 * Do two people sort the same lines alike? Each used themes of their own, so names are not compared: what a coder says of a
 * line is the set of lines they put it with, itself included. Krippendorff's alpha over these sets, with the MASI distance.
 * 1: the same groups; 0: as if groups had been dealt out at random.
 *
 * `first` and `second` give the theme of each line; lines that one of them left out are not counted.
 *
 * Source: Passonneau 2006 for sets as values; Krippendorff 2004 for the limits.
 *
 * @example coderAgreement(new Map([['a', '1'], ['b', '1'], ['c', '2']]), new Map([['a', 'x'], ['b', 'x'], ['c', 'y']])).alpha // => 1
 */
export function coderAgreement(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): CoderAgreement {
  const lineIds = [...first.keys()].filter((id) => second.has(id)).sort()
  const one = setsOf(first, lineIds)
  const other = setsOf(second, lineIds)
  const units = lineIds.map((id) => [one.get(id) ?? [], other.get(id) ?? []])
  const alpha = krippendorffAlphaOfSets(units, 'masi')
  const disagreements = lineIds
    .map((lineId) => ({
      lineId,
      distance: setDistance('masi', one.get(lineId) ?? [], other.get(lineId) ?? []),
    }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => b.distance - a.distance)
  return { alpha, reading: readingOf(alpha), disagreements }
}

function setsOf(themes: ReadonlyMap<string, string>, lineIds: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of lineIds) {
    const theme = themes.get(id) ?? ''
    groups.set(theme, [...(groups.get(theme) ?? []), id])
  }
  return new Map(lineIds.map((id) => [id, groups.get(themes.get(id) ?? '') ?? []]))
}

function readingOf(alpha: number | null): CoderAgreement['reading'] {
  if (alpha === null) return null
  if (alpha >= ACCEPT) return 'accept'
  return alpha >= TENTATIVE ? 'tentative' : 'recode'
}
