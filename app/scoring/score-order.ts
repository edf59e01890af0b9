import type { ItemOf, Level } from '#app/questionnaire/instrument.ts'
import { comparedPeople, toldOf } from './coded-items.ts'
import { diceByChance } from './dice.ts'
import { type Disclosure, tooFew } from './disclosure.ts'
import { likenessOrder } from './likeness-order.ts'
import { meanOverlapOf } from './mean-overlap-of.ts'
import type { TooFew } from './measure.ts'
import { PRIORITIES } from './named-items.ts'
import { pairShare } from './pair-share.ts'
import { rankBiasedOverlap } from './rank-biased-overlap.ts'
import { type LevelAnswers, type RoundAnswers, shownAnswers } from './round-answers.ts'
import type { OrderScore } from './round-scores.ts'
import { sameOrder } from './same-order.ts'
import { sharedParts } from './shared-parts.ts'

/** Fewer people make so few pairs that a spread of them would speak of single people. As for scales (ROUND). */
const FEWEST_FOR_PARTS = 10
/** From this share of all comparisons of two orders on, one person makes the figure; it is told in open mode only. */
const MOST_ON_ONE = 0.5
/** More people than this cannot be read from a matrix of names. */
const MOST_IN_MATRIX = 20

type Lists = readonly (readonly string[])[]

/**
 * How the lists of each two people of a level compare: what they share, and whether they put it in the same order. A pair is
 * two people, so outside open mode nothing is told of any one pair, not even the nearest or the farthest; what is told is a
 * mean over all pairs, and shares of pairs coded so that no one person can be seen to stand apart (`pair-share.ts`). Null
 * where the level is not asked for an ordered list of priorities.
 */
export function scoreOrder(round: RoundAnswers, level: Level): OrderScore | TooFew | null {
  const asked = round.items.find(({ item }) => item.id === PRIORITIES)
  const item = asked?.item
  if (item?.kind !== 'lines' || !item.ordered || !asked?.byLevel[level]) return null
  const answers = shownAnswers(round, PRIORITIES, level)
  if (!answers) return tooFew(round.people[level], round.disclosure)
  const compared = comparedPeople(item, answers)
  if (compared < round.disclosure.needed) return tooFew(compared, round.disclosure)
  return orderOf(item, answers, round)
}

function orderOf(item: ItemOf<'lines'>, answers: LevelAnswers, round: RoundAnswers): OrderScore {
  const { disclosure } = round
  const lists = answers.themes.flatMap((list) => (list?.length ? [list] : []))
  return {
    kind: 'measured',
    n: toldOf(item, answers, round),
    meanDice: meanOverlapOf(lists, false),
    meanRbo: meanOverlapOf(lists, true),
    diceByChance: diceOfRandomLists(lists, catalogueOf(item, round)),
    sameOrder: orderShare(lists, disclosure),
    parts: partsOf(lists, disclosure),
    matrix: disclosure.open && lists.length <= MOST_IN_MATRIX ? matrixOf(answers) : null,
  }
}

function orderShare(lists: Lists, disclosure: Disclosure): OrderScore['sameOrder'] {
  const order = sameOrder(lists)
  if (!order || order.people < disclosure.needed) return null
  if (!disclosure.open && order.held >= MOST_ON_ONE) return null
  return pairShare(order.share, lists.length, disclosure)
}

function partsOf(lists: Lists, disclosure: Disclosure): OrderScore['parts'] {
  if (!disclosure.open && lists.length < FEWEST_FOR_PARTS) return null
  const { nothing, half } = sharedParts(lists)
  return {
    nothing: pairShare(nothing, lists.length, disclosure),
    half: pairShare(half, lists.length, disclosure),
  }
}

/** The catalogue that chance is reckoned with, as for the agreement of the same item. */
function catalogueOf(item: ItemOf<'lines'>, round: RoundAnswers): number {
  const themes = (['senior', 'department'] as const).flatMap(
    (level) => shownAnswers(round, item.id, level)?.themes ?? [],
  )
  return Math.max(item.catalogueSize, 2 * item.asked, new Set(themes.flatMap((list) => list ?? [])).size)
}

/** Mean over the pairs of people, by the lengths of their lists. */
function diceOfRandomLists(lists: Lists, catalogue: number): number {
  const people = new Map<number, number>()
  for (const { length } of lists) people.set(length, (people.get(length) ?? 0) + 1)
  // Summed from the shortest up, so that it does not matter who comes first, not even in the last digit.
  const lengths = [...people].sort(([a], [b]) => a - b)
  const sum = lengths.reduce(
    (total, [a, peopleA], index) =>
      total +
      lengths.slice(index).reduce((some, [b, peopleB], step) => {
        const pairs = step === 0 ? (peopleA * (peopleA - 1)) / 2 : peopleA * peopleB
        return some + pairs * diceByChance(a, b, catalogue)
      }, 0),
    0,
  )
  return sum / ((lists.length * (lists.length - 1)) / 2)
}

/** Open mode: everybody beside everybody else, neighbours as much alike as can be. */
function matrixOf({ themes, names }: LevelAnswers): OrderScore['matrix'] {
  const people = themes.flatMap((list, person) =>
    list?.length ? [{ list, name: names[person] ?? 'no name' }] : [],
  )
  people.sort((a, b) => (a.name < b.name ? -1 : 1))
  const overlap = people.map(({ list }) => people.map((other) => rankBiasedOverlap(list, other.list)))
  const order = likenessOrder(overlap)
  return {
    names: order.map((at) => people[at]?.name ?? ''),
    overlap: order.map((a) => order.map((b) => overlap[a]?.[b] ?? 0)),
    shared: order.map((a) => order.map((b) => sharedThemes(people[a]?.list ?? [], people[b]?.list ?? []))),
  }
}

function sharedThemes(a: readonly string[], b: readonly string[]): number {
  return a.filter((theme) => b.includes(theme)).length
}
