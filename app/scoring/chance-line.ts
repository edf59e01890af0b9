import type { CodedAnswer, Comparison } from './comparison.ts'
import { exactChance } from './exact-chance.ts'
import { randomFrom, seedOf } from './random.ts'
import { type RandomComparison, randomAgreements, shapeOf } from './random-agreements.ts'
import { REDRAWS } from './score-input.ts'

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
 * give the same line.
 *
 * Source: uniform null of Brennan & Prediger 1981; exact counting by the multinomial distribution.
 *
 * @example chanceLineOf([{ comparison: { kind: 'match', options: 2, real: 2 }, answers: [0, 0, 0, 0, 0] }]) // => null
 */
export function chanceLineOf(
  items: readonly ComparedGroup[],
  known: KnownLines = knownLines(),
): number | null {
  const keys = items.map(keyOf)
  return remember(known.lines, JSON.stringify(keys), () => {
    const [first] = items
    const exact = first && items.length === 1 && !first.other ? exactChanceOf(first) : null
    if (exact) return exactLine(exact)
    const samples = items.map((item, index) => sampleOf(item, keys[index] as string, known))
    const [only] = samples
    return lineOf(samples.length === 1 && only ? only : meanSample(samples, known.mostTeams))
  })
}

/** Lines and random teams already reckoned, for items of the same sizes. */
export interface KnownLines {
  mostTeams: number
  lines: Map<string, number | null>
  samples: Map<string, Float64Array>
}

export function knownLines(mostTeams = REDRAWS): KnownLines {
  return { mostTeams, lines: new Map(), samples: new Map() }
}

function remember<Value>(known: Map<string, Value>, key: string, reckon: () => Value): Value {
  if (known.has(key)) return known.get(key) as Value
  const value = reckon()
  known.set(key, value)
  return value
}

function keyOf({ comparison, answers, other }: ComparedGroup): string {
  return JSON.stringify([comparison, shapeOf(answers), other ? shapeOf(other) : null])
}

function sampleOf(
  { comparison, answers, other }: ComparedGroup,
  key: string,
  known: KnownLines,
): Float64Array {
  const shape = { comparison, first: shapeOf(answers), second: other ? shapeOf(other) : null }
  const teams = Math.min(known.mostTeams, teamsOf(shape))
  return remember(known.samples, key, () => randomAgreements(shape, teams, randomFrom(seedOf(key))))
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
  const sorted = Float64Array.from(sample).sort()
  const start = sorted.length - Math.floor(ONE_IN_TWENTY * sorted.length)
  const below = sorted[start - 1] as number
  return sorted.slice(start).find((value) => value > below + 1e-9) ?? null
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

function exactChanceOf({ comparison, answers }: ComparedGroup): ReturnType<typeof exactChance> {
  return exactChance(comparison, answers.filter((answer) => answer !== null).length)
}
