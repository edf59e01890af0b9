import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import type { CodedAnswer, Comparison } from './comparison.ts'

/** What several levels, or levels of several rounds, said to one item: a column each, a person a place. */
export interface CodedColumns {
  comparison: Comparison
  columns: readonly (readonly (CodedAnswer | null)[] | null)[]
}

/** One person's place: in which column, and where in it. */
interface Seat {
  column: number
  person: number
}

const SINGLE = -1

/**
 * The same answers with new numbers for whatever one person alone named: a theme, a role, an option. Which it was is hidden, and
 * its number goes into the seed of the redraws, where it would change the last digits of ranges. So the numbers that are left
 * over are given out in an order of people that does not know it. Roles that two people share keep their numbers and themes their
 * order; points of a scale are no names, and keep theirs.
 *
 * Source: the rules of disclosure of this project (a hidden value changes nothing that is sent).
 */
export function withoutNamesOfSingles<Item extends CodedColumns>(items: readonly Item[]): Item[] {
  const singles = items.map(singlesOf)
  const masked = items.map(({ columns }, item) =>
    columns.map((column) =>
      column?.map((answer) => recoded(answer, (code) => (singles[item]?.has(code) ? SINGLE : code))),
    ),
  )
  const seats = inOrder(seatsOf(items), masked)
  return items.map((item, at) => renumbered(item, singles[at] ?? new Set(), seats))
}

/** Codes that one person alone has, in all columns together. */
function singlesOf({ comparison, columns }: CodedColumns): ReadonlySet<number> {
  if (comparison.kind === 'linear') return new Set()
  const people = new Map<number, number>()
  for (const answer of columns.flatMap((column) => column ?? []))
    for (const code of codesOf(answer)) people.set(code, (people.get(code) ?? 0) + 1)
  return new Set([...people].flatMap(([code, count]) => (count === 1 ? [code] : [])))
}

function codesOf(answer: CodedAnswer | null): readonly number[] {
  if (answer === null) return []
  return typeof answer === 'number' ? [answer] : answer
}

function recoded(answer: CodedAnswer | null, to: (code: number) => number): CodedAnswer | null {
  if (answer === null) return null
  return typeof answer === 'number' ? to(answer) : answer.map(to)
}

function seatsOf(items: readonly CodedColumns[]): Seat[] {
  const columns = Math.max(0, ...items.map((item) => item.columns.length))
  return Array.from({ length: columns }, (_, column) => {
    const people = Math.max(0, ...items.map((item) => item.columns[column]?.length ?? 0))
    return Array.from({ length: people }, (__, person) => ({ column, person }))
  }).flat()
}

function inOrder(
  seats: readonly Seat[],
  masked: readonly (readonly (readonly (CodedAnswer | null)[] | undefined)[])[],
): Seat[] {
  const keyed = seats.map((seat) => {
    const said = masked.map((columns) => columns[seat.column]?.[seat.person] ?? null)
    return { seat, key: JSON.stringify([seat.column, said]) }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ seat }) => seat)
}

/** A role and "nobody" that one person alone named are told alike as well: neither is shared with anybody. */
function renumbered<Item extends CodedColumns>(
  item: Item,
  singles: ReadonlySet<number>,
  seats: readonly Seat[],
): Item {
  if (item.comparison.kind === 'linear') return item
  const given = sharedCodes(item, singles)
  const free = freeCodes(item.comparison, new Set(given.values()), singles.size)
  for (const { column, person } of seats)
    for (const code of codesOf(item.columns[column]?.[person] ?? null))
      if (singles.has(code)) given.set(code, free.shift() as number)
  const columns = item.columns.map(
    (column) => column?.map((answer) => recoded(answer, (code) => given.get(code) ?? code)) ?? null,
  )
  return { ...item, columns }
}

/** Themes are numbered one after the other, so that no gap tells where the name of a single one would stand. */
function sharedCodes(
  { comparison, columns }: CodedColumns,
  singles: ReadonlySet<number>,
): Map<number, number> {
  const used = new Set(columns.flatMap((column) => column ?? []).flatMap(codesOf))
  const shared = [...used].filter((code) => !singles.has(code)).sort((a, b) => a - b)
  return new Map(shared.map((code, place) => [code, comparison.kind === 'lists' ? place : code]))
}

/** The lowest numbers that are not taken: as many as there are single ones. */
function freeCodes(comparison: Comparison, taken: ReadonlySet<number>, wanted: number): number[] {
  const most = comparison.kind === 'match' ? comparison.options : taken.size + wanted
  return Array.from({ length: most }, (_, code) => code).filter((code) => !taken.has(code))
}

/** The same for items that hold both levels of one round. */
export function withNamelessLevels<
  Item extends { comparison: Comparison; answers: Record<Level, readonly (CodedAnswer | null)[] | null> },
>(items: readonly Item[]): Item[] {
  const columns = items.map(({ comparison, answers }) => ({
    comparison,
    columns: LEVELS.map((level) => answers[level]),
  }))
  return withoutNamesOfSingles(columns).map(({ columns: [senior, department] }, at) => ({
    ...(items[at] as Item),
    answers: { senior: senior ?? null, department: department ?? null },
  }))
}
