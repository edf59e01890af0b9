import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { codeTally } from './code-tally.ts'
import type { CodedAnswer, Comparison } from './comparison.ts'
import { listTally } from './list-tally.ts'
import type { Random } from './random.ts'

/** One item with the answers of both levels, a person a place; null: no answer, or a level that may not be shown. */
export interface ComparedItem {
  comparison: Comparison
  answers: Record<Level, readonly (CodedAnswer | null)[] | null>
}

/** Agreement in every redraw, NaN where a redraw left no pair. Null for a level that may not be shown. */
export interface RedrawnItem {
  senior: Float64Array | null
  department: Float64Array | null
  across: Float64Array | null
}

/** One level drawn anew: how often each person came up, and how many times the imaginary one did. */
export interface Draw {
  weightOf: Int32Array
  /** The people who came up, in the first `distinct` places. */
  drawn: Int32Array
  distinct: number
  imaginary: number
}

/** Counts one item over a draw. Counting by option costs the same for 75 people as for 7. */
export interface Tally {
  /** Takes in one level's draw. Both levels must be counted before `across` is read. */
  count(level: Level, draw: Draw, random: Random): void
  within(level: Level): number
  across(): number
}

/**
 * Asks the same kind of people again, many times over: draws each level anew out of its n people and one imaginary person
 * who answers at random, and reckons every agreement figure from pairs of different people only. The imaginary person
 * keeps a unanimous team from a range of no width; leaving out pairs made of two copies of one person keeps the range from
 * drifting upwards. One draw serves all items, so that what goes together within people stays together; every copy of the
 * imaginary person is a new one.
 *
 * Source: after Rubin 1981 (Bayesian bootstrap) and Agresti & Coull 1998; the coverage was simulated for this design.
 */
export function redrawAgreements(
  items: readonly ComparedItem[],
  redraws: number,
  random: Random,
): RedrawnItem[] {
  const tallies = items.map(({ comparison, answers }) =>
    comparison.kind === 'lists' ? listTally(comparison, answers) : codeTally(comparison, answers),
  )
  const redrawn = items.map(({ answers }) => roomFor(answers, redraws))
  const levels = LEVELS.map((level) => ({ level, draw: emptyDraw(peopleOf(items, level)) }))
  for (let turn = 0; turn < redraws; turn++) {
    for (const { draw } of levels) drawAnew(draw, random)
    tallies.forEach((tally, index) => {
      const into = redrawn[index] as RedrawnItem
      for (const { level, draw } of levels) {
        const values = into[level]
        if (!values) continue
        tally.count(level, draw, random)
        values[turn] = tally.within(level)
      }
      if (into.across) into.across[turn] = tally.across()
    })
  }
  return redrawn
}

function roomFor(answers: ComparedItem['answers'], redraws: number): RedrawnItem {
  const { senior, department } = answers
  return {
    senior: senior && new Float64Array(redraws),
    department: department && new Float64Array(redraws),
    across: senior && department && new Float64Array(redraws),
  }
}

function peopleOf(items: readonly ComparedItem[], level: Level): number {
  return items.reduce((most, { answers }) => Math.max(most, answers[level]?.length ?? 0), 0)
}

function emptyDraw(people: number): Draw {
  return { weightOf: new Int32Array(people), drawn: new Int32Array(people), distinct: 0, imaginary: 0 }
}

function drawAnew(draw: Draw, random: Random): void {
  const people = draw.weightOf.length
  draw.weightOf.fill(0)
  draw.distinct = 0
  draw.imaginary = 0
  for (let place = 0; place < people; place++) {
    const person = random(people + 1)
    if (person === people) {
      draw.imaginary++
      continue
    }
    const weight = draw.weightOf[person] as number
    if (weight === 0) draw.drawn[draw.distinct++] = person
    draw.weightOf[person] = weight + 1
  }
}
