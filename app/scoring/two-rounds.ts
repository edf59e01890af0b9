import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { codeTally } from './code-tally.ts'
import type { CodedAnswer } from './comparison.ts'
import { listTally } from './list-tally.ts'
import { answeredTwice } from './matched-audit.ts'
import { levelsAt, type Place } from './measured-items.ts'
import type { Pair, PairedItem } from './paired-items.ts'
import type { ComparedItem } from './redraw.ts'

/** What one person said, an item a place. */
type Row = readonly (CodedAnswer | null)[]

/**
 * One agreement figure of two rounds. A level's people stand in one row, those of the first round before those of the
 * second, so that a round, a redraw of it and a swap of rounds are all choices out of that row.
 */
export interface TwoRounds {
  place: Place
  /** The same people in the same order in both rounds. */
  matched: boolean
  people: Record<Level, readonly [first: number, second: number]>
  items: ComparedItem[]
}

/** The figure over the people who answered both times, each item over those who answered it both times. */
export function matchedRounds(
  items: readonly PairedItem[],
  place: Place,
  pairs: Record<Level, readonly Pair[]>,
): TwoRounds {
  return twoRounds(items, place, true, (level) => {
    const answered = items.map((item) => new Set(answeredTwice(item, level, pairs[level])))
    const rows = pairs[level]
      .filter((pair) => answered.some((those) => those.has(pair)))
      .map((pair) => ({
        first: items.map((item, index) =>
          answered[index]?.has(pair) ? answerAt(item.first, level, pair[0]) : null,
        ),
        second: items.map((item, index) =>
          answered[index]?.has(pair) ? answerAt(item.second, level, pair[1]) : null,
        ),
      }))
    const sorted = sortedByKey(rows)
    return [sorted.map(({ first }) => first), sorted.map(({ second }) => second)]
  })
}

/** The figure over everybody of either round, as two groups that share nobody. */
export function independentRounds(items: readonly PairedItem[], place: Place): TwoRounds {
  return twoRounds(items, place, false, (level) => [
    rowsOf(
      items.map(({ first }) => first),
      level,
    ),
    rowsOf(
      items.map(({ second }) => second),
      level,
    ),
  ])
}

export function talliesOf({ items }: TwoRounds) {
  return items.map(({ comparison, answers }) =>
    comparison.kind === 'lists' ? listTally(comparison, answers) : codeTally(comparison, answers),
  )
}

function twoRounds(
  items: readonly PairedItem[],
  place: Place,
  matched: boolean,
  rows: (level: Level) => readonly [Row[], Row[]],
): TwoRounds {
  const none: readonly [Row[], Row[]] = [[], []]
  const at = (level: Level) => (levelsAt(place).includes(level) ? rows(level) : none)
  const byLevel = { senior: at('senior'), department: at('department') }
  const column = (level: Level, index: number) =>
    byLevel[level].flatMap((round) => round.map((row) => row[index] ?? null))
  return {
    place,
    matched,
    people: {
      senior: [byLevel.senior[0].length, byLevel.senior[1].length],
      department: [byLevel.department[0].length, byLevel.department[1].length],
    },
    items: items.map(({ second }, index) => ({
      comparison: second.comparison,
      answers: { senior: column('senior', index), department: column('department', index) },
    })),
  }
}

function rowsOf(items: readonly PairedItem['first'][], level: Level): Row[] {
  const people = Math.max(0, ...items.map(({ answers }) => answers[level]?.length ?? 0))
  const rows = Array.from({ length: people }, (_, person) =>
    items.map((item) => answerAt(item, level, person)),
  )
  return sortedByKey(rows.filter((row) => row.some((answer) => answer !== null)))
}

function answerAt({ answers }: PairedItem['first'], level: Level, person: number): CodedAnswer | null {
  return answers[level]?.[person] ?? null
}

/** By what was said, so that neither ids nor the order in the database have a say in what is drawn. */
function sortedByKey<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, key: JSON.stringify(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value)
}

/** Everybody of a figure, both levels together. */
export function peopleIn({ people }: TwoRounds): readonly [first: number, second: number] {
  return [0, 1].map((round) => LEVELS.reduce((sum, level) => sum + (people[level][round] as number), 0)) as [
    number,
    number,
  ]
}
