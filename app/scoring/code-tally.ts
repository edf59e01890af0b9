import { LEVELS, type Level } from '#app/questionnaire/instrument.ts'
import { clearOwnerChance } from './clear-owner-distance.ts'
import type { Comparison } from './comparison.ts'
import { linearChance } from './linear-distance.ts'
import type { Random } from './random.ts'
import type { ComparedItem, Draw, Tally } from './redraw.ts'

type CodeComparison = Exclude<Comparison, { kind: 'lists' }>

/** What one level of a draw came to: people on each option, and the squares that pairs of copies must be taken off by. */
interface Count {
  codes: Int16Array
  onOption: Float64Array
  n: number
  squares: number
  realSquares: number
}

const NO_ANSWER = -1

/** Agreement on an item whose answers are options or points, from the number of people on each. */
export function codeTally(comparison: CodeComparison, answers: ComparedItem['answers']): Tally {
  const linear = comparison.kind === 'linear'
  const options = linear ? comparison.points : comparison.options
  const real = linear ? options : comparison.real
  const chance = linear ? linearChance(options) : clearOwnerChance(real, options)
  const counts = Object.fromEntries(
    LEVELS.map((level) => [level, emptyCount(answers[level] ?? [], options)]),
  ) as Record<Level, Count>
  const { senior, department } = counts

  function count(level: Level, draw: Draw, random: Random): void {
    const tally = counts[level]
    const { codes, onOption } = tally
    onOption.fill(0)
    let n = draw.imaginary
    let squares = draw.imaginary
    let realSquares = 0
    for (let place = 0; place < draw.distinct; place++) {
      const person = draw.drawn[place] as number
      const code = codes[person] as number
      if (code === NO_ANSWER) continue
      const weight = draw.weightOf[person] as number
      onOption[code] = (onOption[code] as number) + weight
      n += weight
      squares += weight * weight
      if (code < real) realSquares += weight * weight
    }
    for (let copy = 0; copy < draw.imaginary; copy++) {
      const code = random(options)
      onOption[code] = (onOption[code] as number) + 1
      if (code < real) realSquares++
    }
    tally.n = n
    tally.squares = squares
    tally.realSquares = realSquares
  }

  function within(level: Level): number {
    const tally = counts[level]
    const pairs = (tally.n * tally.n - tally.squares) / 2
    if (pairs === 0) return Number.NaN
    if (linear) return 1 - steps(tally.onOption, tally.n) / (options - 1) / pairs / chance
    const matches = (products(tally.onOption, tally.onOption, real) - tally.realSquares) / 2
    return 1 - (1 - matches / pairs) / chance
  }

  function across(): number {
    const pairs = senior.n * department.n
    if (pairs === 0) return Number.NaN
    if (linear) return 1 - stepsAcross(senior, department) / (options - 1) / pairs / chance
    return 1 - (1 - products(senior.onOption, department.onOption, real) / pairs) / chance
  }

  return { count, within, across }
}

function emptyCount(answers: NonNullable<ComparedItem['answers'][Level]>, options: number): Count {
  const codes = Int16Array.from(answers, (answer) => (answer === null ? NO_ANSWER : (answer as number)))
  return { codes, onOption: new Float64Array(options), n: 0, squares: 0, realSquares: 0 }
}

/** Steps between all pairs: each step of the scale is crossed by everybody below it times everybody above it. */
function steps(onOption: Float64Array, n: number): number {
  let below = 0
  let sum = 0
  for (let option = 0; option < onOption.length - 1; option++) {
    below += onOption[option] as number
    sum += below * (n - below)
  }
  return sum
}

function stepsAcross(a: Count, b: Count): number {
  let belowA = 0
  let belowB = 0
  let sum = 0
  for (let option = 0; option < a.onOption.length - 1; option++) {
    belowA += a.onOption[option] as number
    belowB += b.onOption[option] as number
    sum += belowA * (b.n - belowB) + belowB * (a.n - belowA)
  }
  return sum
}

function products(a: Float64Array, b: Float64Array, real: number): number {
  let sum = 0
  for (let option = 0; option < real; option++) sum += (a[option] as number) * (b[option] as number)
  return sum
}
