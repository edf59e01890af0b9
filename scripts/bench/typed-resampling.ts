import { randomFrom } from '#app/scoring/random.ts'

const POINTS = 5
const NO_ANSWER = POINTS

/**
 * The bare fixture that scoring is measured against: redraws of two levels over plain typed arrays, counted by point, with one
 * agreement figure a level and one across for each item. No lists, no imaginary person, no ranges, no tests, no disclosure.
 */
export function typedResampling(
  people: readonly [number, number],
  items: number,
  redraws: number,
): () => Float64Array {
  const random = randomFrom(1)
  const codes = people.map((n) =>
    Array.from({ length: items }, () =>
      Uint8Array.from({ length: n }, () => (random(10) === 0 ? NO_ANSWER : random(POINTS))),
    ),
  )
  const weights = people.map((n) => new Int32Array(n))
  const counts = people.map(() => new Float64Array(POINTS + 1))
  const squares = new Float64Array(POINTS + 1)
  const figures = new Float64Array(redraws * items * 3)
  const [first, second] = counts as [Float64Array, Float64Array]

  function within(count: Float64Array): number {
    const n = sum(count)
    const pairs = (n * n - sum(squares)) / 2
    return 1 - steps(count, n, count, n) / 2 / pairs / (POINTS - 1) / 0.4
  }

  return () => {
    let at = 0
    for (let turn = 0; turn < redraws; turn++) {
      people.forEach((n, level) => {
        const weight = weights[level] as Int32Array
        weight.fill(0)
        for (let place = 0; place < n; place++) {
          const person = random(n)
          weight[person] = (weight[person] as number) + 1
        }
      })
      for (let item = 0; item < items; item++) {
        for (let level = 0; level < 2; level++) {
          const count = counts[level] as Float64Array
          countItem(codes[level]?.[item] as Uint8Array, weights[level] as Int32Array, count, squares)
          figures[at++] = within(count)
        }
        const [n, m] = [sum(first), sum(second)]
        figures[at++] = 1 - steps(first, n, second, m) / (n * m) / (POINTS - 1) / 0.4
      }
    }
    return figures
  }
}

function countItem(codes: Uint8Array, weight: Int32Array, count: Float64Array, squares: Float64Array): void {
  count.fill(0)
  squares.fill(0)
  for (let person = 0; person < codes.length; person++) {
    const code = codes[person] as number
    const times = weight[person] as number
    count[code] = (count[code] as number) + times
    squares[code] = (squares[code] as number) + times * times
  }
}

function sum(count: Float64Array): number {
  let total = 0
  for (let point = 0; point < POINTS; point++) total += count[point] as number
  return total
}

function steps(a: Float64Array, n: number, b: Float64Array, m: number): number {
  let [belowA, belowB, total] = [0, 0, 0]
  for (let point = 0; point < POINTS - 1; point++) {
    belowA += a[point] as number
    belowB += b[point] as number
    total += belowA * (m - belowB) + belowB * (n - belowA)
  }
  return total
}
