/** People of a group who answered. */
export interface GroupSize {
  name: string
  people: number
}

/** What of one division into groups may stand beside the total over all of them. */
export interface ShownGroups {
  total: boolean
  groups: string[]
}

/**
 * Which groups may be shown beside their total. A group needs the smallest number of people; and the groups that are hidden
 * must hold as many together, or the total less those shown would tell of them. Until they do, the smallest group that is still
 * shown is hidden as well; of equal ones the first declared, so that nothing depends on what anybody said.
 *
 * Source: complementary suppression, Cox 1980.
 *
 * @example shownGroups([{ name: 'CEO', people: 1 }, { name: 'Executive', people: 7 }], 5) // => { total: true, groups: [] }
 */
export function shownGroups(groups: readonly GroupSize[], fewest: number): ShownGroups {
  const total = sumOf(groups) >= fewest
  const large = total ? groups.filter(({ people }) => people >= fewest) : []
  return { total, groups: hiddenUntilMany(groups, large, fewest).map(({ name }) => name) }
}

function hiddenUntilMany(
  groups: readonly GroupSize[],
  shown: readonly GroupSize[],
  fewest: number,
): readonly GroupSize[] {
  const hidden = sumOf(groups) - sumOf(shown)
  const [smallest] = shown.toSorted((one, other) => one.people - other.people)
  if (hidden === 0 || hidden >= fewest || !smallest) return shown
  return hiddenUntilMany(
    groups,
    shown.filter((group) => group !== smallest),
    fewest,
  )
}

function sumOf(groups: readonly GroupSize[]): number {
  return groups.reduce((sum, { people }) => sum + people, 0)
}
