import type { LevelItemScore } from '#app/scoring/round-scores.ts'

/** What a published figure says of the sum of the answers of these people, on a scale of 1 to 5. */
export interface Row {
  people: readonly string[]
  low: number
  high: number
}

export interface Interval {
  low: number
  high: number
}

const [LEAST, MOST] = [1, 5]
/** A mean with one decimal may stand for this much less or more. */
const ROUNDING = 0.05
const NEARLY = 1e-9

/** The sum as the mean and the count of low ratings leave it open. `coarse`: half a step of the scale points that it is given in. */
export function rowOf(
  people: readonly string[],
  { n, detail }: LevelItemScore,
  coarse = ROUNDING,
): Row | null {
  if (detail.kind !== 'scale') return null
  const said = Number.parseFloat(detail.mean)
  const low = detail.mean.endsWith('less') ? LEAST : said - coarse
  const high = detail.mean.endsWith('more') ? MOST : said + coarse
  return { people, low: Math.max(LEAST, low) * n, high: Math.min(MOST, high) * n }
}

/** What follows for each person from all rows, from the differences of each two, and from what is known beforehand. */
export function solve(rows: readonly Row[], known: ReadonlyMap<string, number>): Map<string, Interval> {
  const people = [...new Set(rows.flatMap((row) => row.people))]
  const all = [...rows, ...differences(rows)]
  const found = new Map(people.map((person) => [person, startOf(known.get(person))]))
  for (let turn = 0; turn < 20; turn += 1) {
    let moved = false
    for (const row of all) moved = narrow(row, found) || moved
    if (!moved) break
  }
  return found
}

/** Least squares under the bounds: the answers that come nearest to all sums, found by walking downhill from the middle. */
export function leastSquares(
  rows: readonly Row[],
  bounds: ReadonlyMap<string, Interval>,
): Map<string, number> {
  const guess = new Map([...bounds].map(([person, { low, high }]) => [person, (low + high) / 2]))
  for (let turn = 0; turn < 200; turn += 1) {
    for (const { people, low, high } of rows) {
      const sum = people.reduce((total, person) => total + (guess.get(person) ?? 0), 0)
      const step = ((low + high) / 2 - sum) / people.length
      for (const person of people)
        guess.set(person, within((guess.get(person) ?? 0) + step, bounds.get(person)))
    }
  }
  return guess
}

function startOf(known: number | undefined): Interval {
  return known === undefined ? { low: LEAST, high: MOST } : { low: known, high: known }
}

/** Of a row that holds all the people of another, what is left for the rest. */
function differences(rows: readonly Row[]): Row[] {
  return rows.flatMap((whole) =>
    rows.flatMap((part): Row[] => {
      const inPart = new Set(part.people)
      const rest = whole.people.filter((person) => !inPart.has(person))
      const isPart = part.people.length + rest.length === whole.people.length
      if (!isPart || rest.length === 0) return []
      return [{ people: rest, low: whole.low - part.high, high: whole.high - part.low }]
    }),
  )
}

/** Answers are whole numbers. */
function narrow({ people, low, high }: Row, found: Map<string, Interval>): boolean {
  const own = people.map((person) => found.get(person) ?? startOf(undefined))
  const [least, most] = [
    own.reduce((sum, one) => sum + one.low, 0),
    own.reduce((sum, one) => sum + one.high, 0),
  ]
  let moved = false
  people.forEach((person, at) => {
    const before = own[at] as Interval
    const after = {
      low: Math.max(before.low, Math.ceil(low - (most - before.high) - NEARLY)),
      high: Math.min(before.high, Math.floor(high - (least - before.low) + NEARLY)),
    }
    if (after.low === before.low && after.high === before.high) return
    found.set(person, after)
    moved = true
  })
  return moved
}

function within(value: number, bounds: Interval | undefined): number {
  return Math.min(bounds?.high ?? MOST, Math.max(bounds?.low ?? LEAST, value))
}
