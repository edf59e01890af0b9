/**
 * An order of people in which neighbours are alike, so that groups show as blocks along the diagonal of a matrix. Begins with
 * the two most alike and goes on with whoever is most like either end; of equals the one who comes first.
 *
 * Source: nearest-neighbour chain, this project's own choice among seriations.
 *
 * @example likenessOrder([[1, 0, 0.9], [0, 1, 0.2], [0.9, 0.2, 1]]) // => [0, 2, 1]
 */
export function likenessOrder(likeness: readonly (readonly number[])[]): number[] {
  const of = (a: number, b: number) => likeness[a]?.[b] ?? 0
  const left = new Set(likeness.keys())
  if (left.size < 3) return [...left]
  const order = nearest(left, left, of).filter((person) => left.delete(person))
  while (left.size > 0) {
    const [first, last] = [order[0] as number, order.at(-1) as number]
    const [next] = [...left].sort(
      (a, b) => Math.max(of(first, b), of(last, b)) - Math.max(of(first, a), of(last, a)) || a - b,
    )
    if (next === undefined) break
    left.delete(next)
    if (of(first, next) > of(last, next)) order.unshift(next)
    else order.push(next)
  }
  return order
}

function nearest(
  some: ReadonlySet<number>,
  others: ReadonlySet<number>,
  of: (a: number, b: number) => number,
) {
  let pair = [0, 1]
  for (const a of some) {
    for (const b of others) if (a < b && of(a, b) > of(pair[0] as number, pair[1] as number)) pair = [a, b]
  }
  return pair
}
