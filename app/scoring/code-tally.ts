import type { Level } from '#app/questionnaire/instrument.ts'
import { clearOwnerChance } from './clear-owner-distance.ts'
import { type CodeColumn, type CodeCount, codeCounter } from './code-counter.ts'
import type { Comparison } from './comparison.ts'
import { linearChance } from './linear-distance.ts'
import type { Random } from './random.ts'
import type { ComparedItem, Draw, Tally } from './redraw.ts'

export type CodeComparison = Exclude<Comparison, { kind: 'lists' }>

/** What one level of a draw came to: people on each option, and ordered pairs of copies of one person. */
interface Count {
  real: CodeCount
  onOption: Float64Array
  n: number
  copies: number
  realCopies: number
}

/**
 * Agreement on an item whose answers are options or points, from the number of people on each. `counted`: where somebody else
 * counts the people of each draw, together with those of other items.
 */
export function codeTally(
  comparison: CodeComparison,
  answers: ComparedItem['answers'],
  counted?: Record<Level, CodeCount>,
): Tally {
  const linear = comparison.kind === 'linear'
  const options = optionsOf(comparison)
  const real = linear ? options : comparison.real
  const chance = linear ? linearChance(options) : clearOwnerChance(real, options)
  const own = counted ? null : ownCounters(comparison, answers)
  const senior = emptyCount(counted?.senior ?? own?.senior.counts[0], options)
  const department = emptyCount(counted?.department ?? own?.department.counts[0], options)

  function count(level: Level, draw: Draw, random: Random): void {
    if (own) own[level].count(draw)
    const tally = level === 'senior' ? senior : department
    const { onOption } = tally
    const { people, copies } = tally.real
    let n = draw.imaginary
    let allCopies = 0
    let realCopies = 0
    for (let option = 0; option < options; option++) {
      const here = people[option] as number
      onOption[option] = here
      n += here
      allCopies += copies[option] as number
      if (option < real) realCopies += copies[option] as number
    }
    for (let copy = 0; copy < draw.imaginary; copy++) {
      const code = random(options)
      onOption[code] = (onOption[code] as number) + 1
    }
    tally.n = n
    tally.copies = allCopies
    tally.realCopies = realCopies
  }

  function within(level: Level): number {
    const tally = level === 'senior' ? senior : department
    const pairs = (tally.n * (tally.n - 1) - tally.copies) / 2
    if (pairs === 0) return Number.NaN
    if (linear) return 1 - steps(tally.onOption, tally.n) / (options - 1) / pairs / chance
    const matches = (pairsOn(tally.onOption, real) - tally.realCopies) / 2
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

export function optionsOf(comparison: CodeComparison): number {
  return comparison.kind === 'linear' ? comparison.points : comparison.options
}

export function codeColumn(comparison: CodeComparison, answers: ComparedItem['answers'][Level]): CodeColumn {
  const options = optionsOf(comparison)
  return { options, codes: Int16Array.from(answers ?? [], (answer) => (answer as number | null) ?? options) }
}

function ownCounters(comparison: CodeComparison, answers: ComparedItem['answers']) {
  return {
    senior: codeCounter([codeColumn(comparison, answers.senior)]),
    department: codeCounter([codeColumn(comparison, answers.department)]),
  }
}

function emptyCount(real: CodeCount | undefined, options: number): Count {
  const none = { people: new Int32Array(options + 1), copies: new Int32Array(options + 1) }
  return { real: real ?? none, onOption: new Float64Array(options), n: 0, copies: 0, realCopies: 0 }
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

/** Ordered pairs of people on the same of the first options, nobody with themselves. */
function pairsOn(onOption: Float64Array, real: number): number {
  let sum = 0
  for (let option = 0; option < real; option++) {
    const here = onOption[option] as number
    sum += here * (here - 1)
  }
  return sum
}
