import { arc, symbol, symbolCircle, symbolDiamond } from 'd3-shape'
import { expect, test } from 'vitest'
import { type PathStep, pathSteps } from '#app/charts/path-steps.ts'

test('relative and short commands become absolute lines', () => {
  expect(pathSteps('M1,1h2v3l-1-1H0zm5 5L9,9')).toEqual([
    { kind: 'move', x: 1, y: 1 },
    { kind: 'line', x: 3, y: 1 },
    { kind: 'line', x: 3, y: 4 },
    { kind: 'line', x: 2, y: 3 },
    { kind: 'line', x: 0, y: 3 },
    { kind: 'close' },
    { kind: 'move', x: 6, y: 6 },
    { kind: 'line', x: 9, y: 9 },
  ])
})

test('more points after a move are lines', () => {
  expect(pathSteps('M0 0 1 1').map(({ kind }) => kind)).toEqual(['move', 'line'])
})

/** Points along a curve. */
function along(steps: readonly PathStep[]): [x: number, y: number][] {
  let at: [number, number] = [0, 0]
  return steps.flatMap((step) => {
    if (step.kind === 'close') return []
    const from = at
    at = [step.x, step.y]
    if (step.kind !== 'curve') return [at]
    return [0.25, 0.5, 0.75, 1].map((t): [number, number] => {
      const bezier = (a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d
      return [bezier(from[0], step.x1, step.x2, step.x), bezier(from[1], step.y1, step.y2, step.y)]
    })
  })
}

test('a circle stays a circle, to a thousandth of its radius', () => {
  const area = Math.PI * 10 ** 2
  const points = along(pathSteps(symbol(symbolCircle, area)() ?? ''))
  expect(points.length).toBeGreaterThan(8)
  for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(10, 1)
  for (const [x, y] of points) expect(Math.abs(Math.hypot(x, y) - 10)).toBeLessThan(0.01)
})

test.each([
  [0.3, 1.2],
  [0.3, 5.8],
])('an arc from %d to %d keeps to its circle and its side', (startAngle, endAngle) => {
  const d = arc()({ innerRadius: 0, outerRadius: 8, startAngle, endAngle }) ?? ''
  const points = along(pathSteps(d)).filter(([x, y]) => Math.hypot(x, y) > 0.001)
  for (const [x, y] of points) {
    expect(Math.abs(Math.hypot(x, y) - 8)).toBeLessThan(0.01)
    const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
    expect(angle).toBeGreaterThan(startAngle - 0.01)
    expect(angle).toBeLessThan(endAngle + 0.01)
  }
})

test('a quadratic curve goes where it went', () => {
  const [, curve] = pathSteps('M0,0Q5,10,10,0')
  expect(along([{ kind: 'move', x: 0, y: 0 }, curve as PathStep])).toContainEqual([5, 5])
})

test('what charts draw can be read, and what no chart draws is refused', () => {
  expect(pathSteps(symbol(symbolDiamond, 40)() ?? '').at(-1)).toEqual({ kind: 'close' })
  expect(() => pathSteps('M0,0S1,1,2,2')).toThrow('cannot be drawn')
})
