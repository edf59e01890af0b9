import { alphaOfCodes } from './coincidences.ts'
import { type SetDistance, setDistance } from './set-distance.ts'

/**
 * Krippendorff's alpha where a coder may give a text several themes: is the theme coding reliable? 1: the same sets for every
 * text; 0: as if the sets had been dealt out at random; below 0: less. Accept from .80, tentative from .67, below that code
 * anew. Null if all codings are the same, or no text has two.
 *
 * `units[i][j]`: the themes that coder j gave to text i; null where coder j did not code it. The order of themes is nothing.
 *
 * Source: Krippendorff 2004; Passonneau 2006 for sets.
 *
 * @example krippendorffAlphaOfSets([[['a'], ['a']], [['b', 'c'], ['c', 'b']]], 'masi') // => 1
 */
export function krippendorffAlphaOfSets(
  units: readonly (readonly (readonly string[] | null)[])[],
  distance: SetDistance,
): number | null {
  const codes = new Map<string, number>()
  const sets: string[][] = []
  const codeOf = (themes: readonly string[]): number => {
    const set = [...new Set(themes)].sort()
    const key = JSON.stringify(set)
    const known = codes.get(key)
    if (known !== undefined) return known
    codes.set(key, sets.length)
    return sets.push(set) - 1
  }
  const coded = units.map((unit) => unit.flatMap((themes) => (themes === null ? [] : [codeOf(themes)])))
  return alphaOfCodes(coded, sets.length, (a, b) => setDistance(distance, sets[a] ?? [], sets[b] ?? []))
}
