import { nullSpace } from './null-space.ts'

/** People who are in just the same published numbers: by publication alone nobody can tell them apart. */
export interface PeopleClass {
  name: string
  people: number
}

/** A published number: how often each class, in the order of the classes, goes into it. Of a plain sum or mean, 0 or 1. */
export type Published = readonly number[]

/**
 * The first group of fewer than `fewest` people that can be reckoned out of the published numbers, as names of classes; null
 * where there is none. Whoever adds and subtracts published numbers, each times any factor, may not be left with a sum over so
 * few people.
 *
 * A sum over the classes T alone can be had just where taking their columns out of the matrix of published numbers lowers its
 * rank. That is so where the rows that belong to T in a basis of the matrix's null space depend on each other, which is what
 * is looked for here: numbers modulo a prime find the candidates, exact fractions decide. Time grows with the number of ways to
 * pick fewer than `fewest` people from small classes: about a second for 60 people who are a class each, in 20 numbers.
 *
 * Source: auditing of sums, Chin & Ozsoyoglu 1982; this search is the project's own.
 *
 * @example exposedGroup([{ name: 'CEO', people: 1 }, { name: 'team', people: 7 }], [[1, 1], [0, 1]], 5) // => ['CEO']
 * @example exposedGroup([{ name: 'CEO', people: 1 }, { name: 'team', people: 7 }], [[1, 1]], 5) // => null
 */
export function exposedGroup(
  classes: readonly PeopleClass[],
  published: readonly Published[],
  fewest: number,
): string[] | null {
  if (published.some((number) => number.length !== classes.length)) {
    throw new RangeError('exposedGroup requires each published number to say something of each class')
  }
  const small = classes.flatMap(({ people }, at) => (people > 0 && people < fewest ? [at] : []))
  const basis = nullSpace(published, classes.length)
  const search: Search = { classes, small, fewest, exact: basis, quick: basis.map(residuesOf) }
  const found = extend(search, { from: 0, people: 0, chosen: [], pivots: [] })
  return found?.map((at) => classes[at]?.name ?? '') ?? null
}

interface Search {
  classes: readonly PeopleClass[]
  small: readonly number[]
  fewest: number
  /** One row a class: its coefficients in the null space, as they are and modulo a prime. */
  exact: readonly (readonly bigint[])[]
  quick: readonly Int32Array[]
}

interface Branch {
  from: number
  people: number
  chosen: readonly number[]
  pivots: readonly Pivot[]
}

interface Pivot {
  row: Int32Array
  at: number
}

function extend(search: Search, branch: Branch): number[] | null {
  for (let next = branch.from; next < search.small.length; next += 1) {
    const at = search.small[next] as number
    const people = branch.people + (search.classes[at]?.people ?? 0)
    if (people >= search.fewest) continue
    const chosen = [...branch.chosen, at]
    const row = search.quick[at] as Int32Array
    const lead = firstLeft(row, branch.pivots)
    if (lead < 0 && isDependent(chosen.map((each) => search.exact[each] ?? []))) return chosen
    if (people + 1 >= search.fewest) continue
    const pivots = lead < 0 ? branch.pivots : withPivot(branch.pivots, row, lead)
    const found = extend(search, { from: next + 1, people, chosen, pivots })
    if (found) return found
  }
  return null
}

/** The largest prime whose products stay exact in a double. */
const PRIME = 67_108_859

function residuesOf(row: readonly bigint[]): Int32Array {
  const prime = BigInt(PRIME)
  return Int32Array.from(row, (value) => Number(((value % prime) + prime) % prime))
}

/** The first place at which something is left of a row once the pivots are taken out of it; -1 where nothing is. */
function firstLeft(row: Int32Array, pivots: readonly Pivot[]): number {
  for (let column = 0; column < row.length; column += 1) {
    let left = row[column] as number
    for (const pivot of pivots) left = less(left, row[pivot.at] as number, pivot.row[column] as number)
    if (left !== 0) return column
  }
  return -1
}

/** The pivots and one more, each with nothing where another leads. */
function withPivot(pivots: readonly Pivot[], row: Int32Array, lead: number): Pivot[] {
  const left = pivots.reduce((rest, pivot) => without(rest, pivot), row)
  const added = { row: scaled(left, lead), at: lead }
  return [...pivots.map((pivot) => ({ ...pivot, row: without(pivot.row, added) })), added]
}

function without(row: Int32Array, pivot: Pivot): Int32Array {
  const factor = row[pivot.at] as number
  return factor === 0 ? row : row.map((value, column) => less(value, factor, pivot.row[column] as number))
}

function less(value: number, factor: number, times: number): number {
  const left = (value - ((factor * times) % PRIME)) % PRIME
  return left < 0 ? left + PRIME : left
}

function scaled(row: Int32Array, lead: number): Int32Array {
  const inverse = power(row[lead] as number, PRIME - 2)
  return row.map((value) => (value * inverse) % PRIME)
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const half = power((base * base) % PRIME, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? (half * base) % PRIME : half
}

function isDependent(rows: readonly (readonly bigint[])[]): boolean {
  return nullSpace(transposed(rows), rows.length).some((row) => row.length > 0)
}

function transposed(rows: readonly (readonly bigint[])[]): bigint[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0n))
}
