import type { CodedAnswer, Comparison } from './comparison.ts'
import { exactChance } from './exact-chance.ts'
import { randomFrom, seedOf } from './random.ts'
import { type RandomComparison, randomAgreements, type Shape, shapeOf } from './random-agreements.ts'
import { REDRAWS } from './score-input.ts'
import { smallerShape } from './smaller-shape.ts'
import { settle } from './unsorted-quantiles.ts'

/** Random answers reach the chance line one time in twenty. */
const ONE_IN_TWENTY = 0.05
/** Random people behind a line that cannot be counted out: many small teams, or fewer large ones, which vary less. */
const PEOPLE = 60_000
const FEWEST_TEAMS = 500

type Answers = readonly (CodedAnswer | null)[]

/** One agreement figure of an item: the answers of a level, or of the two levels across. */
export interface ComparedGroup {
  comparison: Comparison
  answers: Answers
  /** The other level, where the figure is across the two. */
  other?: Answers
}

/**
 * The agreement that teams of this size who answer at random reach one time in twenty: the smallest S with
 * P(S or more) <= .05. A team below it has not been shown to agree, whatever the figure looks like. Five random people on
 * a five-point scale reach .63. Null where even unanimity is commoner than that, as it is among five people on yes or no.
 *
 * `items` holds one group for each item that is averaged. One scale or choice is counted out exactly while that is quick;
 * otherwise 500 to 4,000 random teams are drawn, from a seed that depends on the sizes only, so that equal sizes always
 * give the same line. Groups of more than 400 are drawn with 400 people and scaled (`smaller-shape.ts`). What is reckoned
 * once is kept, for the sizes that came up last.
 *
 * Source: uniform null of Brennan & Prediger 1981; exact counting by the multinomial distribution.
 *
 * @example chanceLineOf([{ comparison: { kind: 'match', options: 2, real: 2 }, answers: [0, 0, 0, 0, 0] }]) // => null
 */
export function chanceLineOf(items: readonly ComparedGroup[], mostTeams = REDRAWS): number | null {
  const shapes = items.map(comparisonOf)
  const key = shapes.map(keyOf).join()
  return remember(LINES, MOST_LINES, `${mostTeams} ${key}`, () => {
    const [only] = shapes.length === 1 ? shapes : []
    const exact = only && !only.second ? exactChance(only.comparison, only.first.length) : null
    if (exact) return exactLine(exact)
    const samples = shapes.map((shape) => sampleOf(shape, mostTeams))
    return lineOf(only && samples[0] ? samples[0] : meanSample(samples, mostTeams))
  })
}

/** Lines and random teams already reckoned. They follow from sizes alone, so it does not matter which round asked first. */
const LINES = new Map<string, number | null>()
const SAMPLES = new Map<string, Float64Array>()
const MOST_LINES = 2000
const MOST_SAMPLES = 300

function remember<Value>(known: Map<string, Value>, most: number, key: string, reckon: () => Value): Value {
  const value = known.has(key) ? (known.get(key) as Value) : reckon()
  known.delete(key)
  known.set(key, value)
  if (known.size > most) known.delete(known.keys().next().value as string)
  return value
}

function comparisonOf({ comparison, answers, other }: ComparedGroup): RandomComparison {
  return { comparison, first: shapeOf(answers), second: other ? shapeOf(other) : null }
}

function keyOf({ comparison, first, second }: RandomComparison): string {
  return JSON.stringify([comparison, runsOf(first), second && runsOf(second)])
}

/** A shape in short: how many lists there are of each length. */
function runsOf(shape: Shape): number[] {
  const runs: number[] = []
  for (const length of shape) runs[length] = (runs[length] ?? 0) + 1
  return runs
}

function sampleOf(shape: RandomComparison, mostTeams: number): Float64Array {
  const { drawn, scale } = smallerShape(shape)
  const teams = Math.min(mostTeams, teamsOf(drawn))
  const sample = remember(SAMPLES, MOST_SAMPLES, `${teams} ${keyOf(drawn)}`, () => {
    const { comparison, first, second } = drawn
    return randomAgreements(drawn, teams, randomFrom(seedOf(JSON.stringify([comparison, first, second]))))
  })
  return scale === 1 ? sample : sample.map((value) => value * scale)
}

function teamsOf({ first, second }: RandomComparison): number {
  const people = first.length + (second?.length ?? 0)
  return Math.max(FEWEST_TEAMS, Math.round(PEOPLE / people))
}

/** The mean over items, each from a team of its own: random answers to one item say nothing of the next. */
function meanSample(samples: readonly Float64Array[], teams: number): Float64Array {
  const random = randomFrom(seedOf('mean'))
  return new Float64Array(teams).map(() => {
    let sum = 0
    for (const sample of samples) sum += sample[random(sample.length)] as number
    return sum / samples.length
  })
}

function lineOf(sample: Float64Array): number | null {
  const values = Float64Array.from(sample)
  const start = values.length - Math.floor(ONE_IN_TWENTY * values.length)
  settle(values, [start - 1])
  const below = values[start - 1] as number
  const above = values.subarray(start).filter((value) => value > below + 1e-9)
  return above.length === 0 ? null : above.reduce((least, value) => Math.min(least, value))
}

function exactLine(chances: readonly { value: number; probability: number }[]): number | null {
  let reached = 0
  let line: number | null = null
  for (const { value, probability } of chances) {
    reached += probability
    if (reached > ONE_IN_TWENTY) break
    line = value
  }
  return line
}
