/**
 * Themes in play (N_eff, null if nobody shares one) and different themes, without each person in turn: counted by theme, so
 * that it takes no pairs. People with an empty list take nothing away.
 *
 * Source: `effective-themes.ts`, left out one by one after Quenouille 1949.
 *
 * @example themesWithout([['a', 'b'], ['a'], ['a', 'c']])[0] // => { effectiveThemes: 2, distinct: 2 }
 */
export function themesWithout(
  lists: readonly (readonly string[])[],
): { effectiveThemes: number | null; distinct: number }[] {
  const naming = new Map<string, number>()
  for (const theme of lists.flat()) naming.set(theme, (naming.get(theme) ?? 0) + 1)
  const lines = lists.reduce((sum, list) => sum + list.length, 0)
  const squares = lists.reduce((sum, list) => sum + list.length ** 2, 0)
  const shared = [...naming.values()].reduce((sum, people) => sum + (people * (people - 1)) / 2, 0)
  return lists.map((own) => {
    const others = own.map((theme) => (naming.get(theme) as number) - 1)
    const rest = shared - others.reduce((sum, people) => sum + people, 0)
    const product = ((lines - own.length) ** 2 - (squares - own.length ** 2)) / 2
    return {
      effectiveThemes: rest === 0 ? null : product / rest,
      distinct: naming.size - others.filter((people) => people === 0).length,
    }
  })
}
