/**
 * How many themes are really in play (N_eff): the number that would make two people's lists overlap as often as they do
 * here, if all themes were equally likely. If everybody names the same three it is 3; if nobody shares one it is infinite,
 * given as null ("no shared priority"). Unlike the count of distinct themes it does not grow with the number of people.
 *
 * N_eff = sum over pairs of (length x length) / sum over pairs of themes in common.
 *
 * Source: this project's own, from pairs of people; in the spirit of Hill 1973 and of Simpson's index (1949).
 *
 * @throws {RangeError} below two lists: there is no pair
 * @example effectiveThemes([[1, 2, 3], [2, 3, 4]]) // => 4.5
 */
export function effectiveThemes(lists: readonly (readonly unknown[])[]): number | null {
  if (lists.length < 2) throw new RangeError('effectiveThemes requires at least two lists')
  const naming = new Map<unknown, number>()
  for (const theme of lists.flat()) naming.set(theme, (naming.get(theme) ?? 0) + 1)
  const lengths = lists.reduce((sum, list) => sum + list.length, 0)
  const squares = lists.reduce((sum, list) => sum + list.length ** 2, 0)
  const shared = [...naming.values()].reduce((sum, people) => sum + (people * (people - 1)) / 2, 0)
  return shared === 0 ? null : (lengths ** 2 - squares) / 2 / shared
}
