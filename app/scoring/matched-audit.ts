import type { Level } from '#app/questionnaire/instrument.ts'
import type { Disclosure } from './disclosure.ts'
import type { Pair, PairedItem } from './paired-items.ts'

/** The pairs of a level who answered an item both times. */
export function answeredTwice({ first, second }: PairedItem, level: Level, pairs: readonly Pair[]): Pair[] {
  return pairs.filter(
    ([before, after]) => first.answers[level]?.[before] != null && second.answers[level]?.[after] != null,
  )
}

/**
 * Whether the people who answered an item both times may be shown beside all who answered it in either round. They must be
 * enough, and in each round those left over must be nobody or enough, too: all eight less the seven who came again is one
 * person. In open mode it is enough that they are enough.
 *
 * Source: the rules of disclosure of this project (complementary suppression: Cox 1980).
 */
export function mayBeMatched(
  item: PairedItem,
  level: Level,
  pairs: readonly Pair[],
  disclosure: Disclosure,
): boolean {
  const matched = answeredTwice(item, level, pairs).length
  const all = [toldAt(item.first, level), toldAt(item.second, level)] as const
  return isNoTell(all, [matched, matched], disclosure)
}

/** The same by numbers of people: those matched, out of all, in either round. */
export function isNoTell(
  all: readonly [number, number],
  matched: readonly [number, number],
  { open, needed }: Disclosure,
): boolean {
  return matched.every((people, round) => {
    const rest = (all[round] as number) - people
    return people >= needed && (open || rest === 0 || rest >= needed)
  })
}

/** People of a level who are told of beside the item's figure in a round's own report. */
export function toldAt({ told, answers }: PairedItem['first'], level: Level): number {
  return told?.[level] ?? answers[level]?.filter((answer) => answer !== null).length ?? 0
}
