import { type CondensedMatrix, pairIndex } from './condensed-matrix.ts'

/** Two clusters that come together, each named by one of its lines, and how alike they were on average. */
export interface Merge {
  a: number
  b: number
  height: number
}

/** What may not be in one group: stands in the matrix in the place of a similarity and survives every average. */
const NEVER = Number.NEGATIVE_INFINITY

export interface LinkConstraints {
  /** Lines that belong together from the start. */
  together: readonly (readonly number[])[]
  /** Pairs of lines that never share a group, unless `together` says so. */
  apart: Iterable<readonly [number, number]>
}

/**
 * Average linkage: the two clusters whose lines are most alike on average are joined, again and again (UPGMA). Found by
 * chains of nearest neighbours in time and space of the square of the lines (Murtagh 1983), which gives the same joins,
 * because no join can bring two clusters nearer to a third. Heights fall along the way up: cutting at any height
 * gives a partition, and a lower cut joins what a higher one has joined.
 */
export function averageLinkage(similarities: CondensedMatrix, constraints: LinkConstraints): Merge[] {
  const { size } = similarities
  const nearness = similarities.values.slice()
  const sizes = new Uint32Array(size).fill(1)
  for (const [a, b] of constraints.apart) if (a !== b) nearness[pairIndex(size, a, b)] = NEVER
  const given = joinGiven(similarities, nearness, sizes, constraints.together)
  const chained = chainOfNeighbours(nearness, sizes, size)
  return [...given, ...chained.sort((x, y) => y.height - x.height || x.a - y.a || x.b - y.b)]
}

function joinGiven(
  similarities: CondensedMatrix,
  nearness: Float32Array,
  sizes: Uint32Array,
  together: LinkConstraints['together'],
): Merge[] {
  const home = new Map<number, number>()
  const homeOf = (line: number): number => {
    const at = home.get(line)
    return at === undefined ? line : homeOf(at)
  }
  const merges: Merge[] = []
  for (const lines of together) {
    for (const line of lines.slice(1)) {
      const [a, b] = [homeOf(lines[0] as number), homeOf(line)].sort((x, y) => x - y) as [number, number]
      if (a === b) continue
      home.set(b, a)
      absorb(nearness, sizes, similarities.size, a, b)
      merges.push({ a, b, height: Number.POSITIVE_INFINITY })
    }
  }
  return merges
}

function chainOfNeighbours(nearness: Float32Array, sizes: Uint32Array, size: number): Merge[] {
  const merges: Merge[] = []
  const chain: number[] = []
  const done = new Uint8Array(size)
  for (let start = 0; start < size; ) {
    const top = chain.at(-1)
    if (top === undefined) {
      if (done[start] || sizes[start] === 0) start += 1
      else chain.push(start)
      continue
    }
    const before = chain.at(-2)
    const { nearest, height } = nearestTo(top, before, nearness, sizes, size)
    if (nearest < 0) {
      done[top] = 1
      chain.pop()
    } else if (nearest === before) {
      chain.length -= 2
      const [a, b] = [Math.min(top, before), Math.max(top, before)]
      absorb(nearness, sizes, size, a, b)
      merges.push({ a, b, height })
    } else chain.push(nearest)
  }
  return merges
}

/** The nearest cluster that may be joined, or -1; the one before in the chain where several are as near. */
function nearestTo(
  from: number,
  before: number | undefined,
  nearness: Float32Array,
  sizes: Uint32Array,
  size: number,
): { nearest: number; height: number } {
  let nearest = -1
  let height = NEVER
  if (before !== undefined) {
    nearest = before
    height = nearness[pairIndex(size, from, before)] as number
  }
  for (let other = 0; other < size; other += 1) {
    if (other === from || sizes[other] === 0) continue
    const value = nearness[pairIndex(size, from, other)] as number
    if (value > height) {
      nearest = other
      height = value
    }
  }
  return { nearest, height }
}

/** Puts cluster `b` into `a`: its nearness to the others becomes the mean over the lines of both (Lance & Williams 1967). */
function absorb(nearness: Float32Array, sizes: Uint32Array, size: number, a: number, b: number): void {
  const [ofA, ofB] = [sizes[a] as number, sizes[b] as number]
  sizes[b] = 0
  sizes[a] = ofA + ofB
  for (let other = 0; other < size; other += 1) {
    if (other === a || sizes[other] === 0) continue
    const to = pairIndex(size, a, other)
    nearness[to] =
      (ofA * (nearness[to] as number) + ofB * (nearness[pairIndex(size, b, other)] as number)) / (ofA + ofB)
  }
}

/** The partition where only joins at least as high are made: a group number for each line, in order of the first line. */
export function cutAt(merges: readonly Merge[], size: number, height: number): number[] {
  const parent = Array.from({ length: size }, (_, line) => line)
  const rootOf = (line: number): number => {
    let root = line
    while (parent[root] !== root) root = parent[root] as number
    return root
  }
  for (const merge of merges) if (merge.height >= height) parent[rootOf(merge.b)] = rootOf(merge.a)
  const numbers = new Map<number, number>()
  return parent.map((_, line) => {
    const root = rootOf(line)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}
