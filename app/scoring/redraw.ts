import type { Level } from '#app/questionnaire/instrument.ts'
import { type CodeCount, type CodeCounter, codeCounter } from './code-counter.ts'
import { codeColumn, codeTally } from './code-tally.ts'
import type { CodedAnswer, Comparison } from './comparison.ts'
import { listTally } from './list-tally.ts'
import { fillRandomly, type Random } from './random.ts'

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
  const { tallies, counters } = talliesOf(items)
  const redrawn = items.map(({ answers }) => roomFor(answers, redraws))
  const senior = emptyDraw(peopleOf(items, 'senior'))
  const department = emptyDraw(peopleOf(items, 'department'))
  for (let turn = 0; turn < redraws; turn++) {
    drawAnew(senior, random)
    drawAnew(department, random)
    counters.senior.count(senior)
    counters.department.count(department)
    for (let item = 0; item < tallies.length; item++) {
      const tally = tallies[item] as Tally
      const into = redrawn[item] as RedrawnItem
      if (into.senior) {
        tally.count('senior', senior, random)
        into.senior[turn] = tally.within('senior')
      }
      if (into.department) {
        tally.count('department', department, random)
        into.department[turn] = tally.within('department')
      }
      if (into.across) into.across[turn] = tally.across()
    }
  }
  return redrawn
}

/** A tally for each item; the people behind options and points are counted for all items at once. */
function talliesOf(items: readonly ComparedItem[]): {
  tallies: Tally[]
  counters: Record<Level, CodeCounter>
} {
  const codes = items.flatMap(({ comparison, answers }) =>
    comparison.kind === 'lists' ? [] : [{ comparison, answers }],
  )
  const counterOf = (level: Level) =>
    codeCounter(codes.map(({ comparison, answers }) => codeColumn(comparison, answers[level])))
  const counters = { senior: counterOf('senior'), department: counterOf('department') }
  let next = 0
  const tallies = items.map(({ comparison, answers }) => {
    if (comparison.kind === 'lists') return listTally(comparison, answers)
    const at = next++
    const counted = {
      senior: counters.senior.counts[at] as CodeCount,
      department: counters.department.counts[at] as CodeCount,
    }
    return codeTally(comparison, answers, counted)
  })
  return { tallies, counters }
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

interface EmptyDraw extends Draw {
  /** Who came up at each of the draws. */
  places: Int32Array
}

function emptyDraw(people: number): EmptyDraw {
  return {
    weightOf: new Int32Array(people + 1),
    drawn: new Int32Array(people),
    distinct: 0,
    imaginary: 0,
    places: new Int32Array(people),
  }
}

/** The last place of `weightOf` is the imaginary person's. People are walked through without a branch, which nobody can guess. */
function drawAnew(draw: EmptyDraw, random: Random): void {
  const { weightOf, drawn, places } = draw
  const people = places.length
  weightOf.fill(0)
  fillRandomly(random, places, people, people + 1)
  for (let place = 0; place < people; place++) {
    const person = places[place] as number
    weightOf[person] = (weightOf[person] as number) + 1
  }
  let distinct = 0
  for (let person = 0; person < people; person++) {
    drawn[distinct] = person
    distinct += Math.min(1, weightOf[person] as number)
  }
  draw.distinct = distinct
  draw.imaginary = weightOf[people] as number
}
