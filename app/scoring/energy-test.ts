import { fillRandomly, type Random } from './random.ts'

/** Up to this many ways to split the people, all are tried; beyond it, `RELABELLINGS` random ones. */
const MOST_SPLITS = 20_000
export const RELABELLINGS = 9_999
const ROUNDING = 1e-9

/** Distance of each two people, row by row: `distances[i * n + j]`, with 0 between a person and themselves. */
export interface DistanceMatrix {
  n: number
  distances: Float64Array
}

/**
 * How far two groups stand apart in what they say (energy distance, pairs with oneself included):
 * V = 2 x mean distance across - mean distance within the first - mean distance within the second. 0: the same mixture of
 * answers in both. It reacts to place and to spread alike. The first group are the first `size` people of the matrix.
 *
 * Source: Szekely & Rizzo 2004, 2013.
 *
 * @example energyDistance({ n: 2, distances: Float64Array.of(0, 1, 1, 0) }, 1) // => 2
 */
export function energyDistance(matrix: DistanceMatrix, size: number): number {
  const { n } = matrix
  const first = withinSum(matrix, rangeOf(0, size))
  const second = withinSum(matrix, rangeOf(size, n))
  const across = withinSum(matrix, rangeOf(0, n)) - first - second
  const rest = n - size
  return (2 * across) / (size * rest) - (2 * first) / size ** 2 - (2 * second) / rest ** 2
}

/**
 * Could the levels be interchanged? The share of all ways to hand out the labels of the two groups at random that set them
 * as far apart as they are, or farther: a permutation test on the energy distance. Small: the levels do not see the same
 * company. It does not say in what they differ; print the agreement within and across beside it.
 *
 * All splits are tried up to 20,000 of them; beyond that 9,999 random ones, with p = (b + 1) / (B + 1) so that it is never
 * 0. The smallest p that 3 against 3 people can reach is .1.
 *
 * Source: Szekely & Rizzo 2004; the same ordering as PERMANOVA on the root of the distances, Anderson 2001, and DISCO, Rizzo
 * & Szekely 2010; p after Phipson & Smyth 2010.
 *
 * @throws {RangeError} if a group is empty
 */
export function energyTest(matrix: DistanceMatrix, size: number, random: Random): number {
  return relabelled(matrix, size, random)(0)
}

/**
 * The same test for an energy distance that lies `shift` above the observed one: what p would be if the groups stood that
 * much farther apart and chance did as it does now. A shift of 0 gives the test itself.
 *
 * @throws {RangeError} if a group is empty
 */
export function relabelled(matrix: DistanceMatrix, size: number, random: Random): (shift: number) => number {
  const { n } = matrix
  if (size < 1 || size >= n) throw new RangeError('energyTest requires two groups')
  // The labels of the smaller group are handed out; the larger follows from them.
  const observed = size <= n - size ? rangeOf(0, size) : rangeOf(size, n)
  const spread = spreadWithin(matrix, observed.length)
  const limit = spread(observed) + ROUNDING
  const exact = splitsOf(n, observed.length) <= MOST_SPLITS
  const spreads = exact
    ? everySplit(n, observed.length, spread)
    : randomSplits(n, observed.length, spread, random)
  const more = exact ? 0 : 1
  // The energy distance falls by 2n / (size x rest) with each unit of spread.
  const perUnit = (size * (n - size)) / (2 * n)
  return (shift) => {
    const asFar = spreads.filter((value) => value <= limit - shift * perUnit).length
    return (asFar + more) / (spreads.length + more)
  }
}

function everySplit(n: number, size: number, spread: (group: Int32Array) => number): Float64Array {
  const spreads = new Float64Array(Math.round(splitsOf(n, size)))
  let turn = 0
  forEachSplit(n, size, (group) => {
    spreads[turn++] = spread(group)
  })
  return spreads
}

function randomSplits(
  n: number,
  size: number,
  spread: (group: Int32Array) => number,
  random: Random,
): Float64Array {
  const people = Int32Array.from({ length: n }, (_, index) => index)
  const drawn = new Int32Array(size)
  const group = people.subarray(0, size)
  return new Float64Array(RELABELLINGS).map(() => {
    shuffleFront(people, drawn, random)
    return spread(group)
  })
}

/**
 * Distance within both groups, each by its size. It orders splits as the energy distance does, the other way round, and
 * needs the pairs of the smaller group only: the rest follows from the row sums.
 */
function spreadWithin(matrix: DistanceMatrix, size: number): (group: Int32Array) => number {
  const { n, distances } = matrix
  const rowSums = Float64Array.from({ length: n }, (_, row) =>
    distances.subarray(row * n, row * n + n).reduce((sum, distance) => sum + distance, 0),
  )
  const total = rowSums.reduce((sum, row) => sum + row, 0) / 2
  return (group) => {
    let rows = 0
    for (let place = 0; place < size; place++) rows += rowSums[group[place] as number] as number
    const inside = withinSum(matrix, group)
    return inside / size + (total + inside - rows) / (n - size)
  }
}

function withinSum({ n, distances }: DistanceMatrix, group: Int32Array): number {
  let sum = 0
  for (let i = 1; i < group.length; i++) {
    const row = (group[i] as number) * n
    for (let j = 0; j < i; j++) sum += distances[row + (group[j] as number)] as number
  }
  return sum
}

function rangeOf(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, index) => from + index)
}

function splitsOf(n: number, size: number): number {
  let splits = 1
  for (let k = 1; k <= size; k++) splits = (splits * (n - size + k)) / k
  return splits
}

function forEachSplit(n: number, size: number, visit: (group: Int32Array) => void): void {
  const group = rangeOf(0, size)
  for (;;) {
    visit(group)
    let place = size - 1
    while (place >= 0 && group[place] === n - size + place) place--
    if (place < 0) return
    group[place] = (group[place] as number) + 1
    for (let next = place + 1; next < size; next++) group[next] = (group[next - 1] as number) + 1
  }
}

/** Brings random people to the first places of `people`; one draw for each place is kept in `drawn`. */
export function shuffleFront(people: Int32Array, drawn: Int32Array, random: Random): void {
  const size = drawn.length
  fillRandomly(random, drawn, size, people.length, 1)
  for (let place = 0; place < size; place++) {
    const other = place + (drawn[place] as number)
    const kept = people[place] as number
    people[place] = people[other] as number
    people[other] = kept
  }
}
