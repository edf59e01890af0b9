import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type QuadrantFrame, type QuadrantPoint, quadrantScatter } from '#app/charts/quadrant-scatter.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const FRAME: QuadrantFrame = {
  strongFrom: 60,
  agreedFrom: 46,
  names: {
    sharedProblem: 'Shared problem',
    healthy: 'Healthy',
    contested: 'Contested',
    narrativeGap: 'Narrative gap',
  },
}
const point = (
  label: string,
  level: QuadrantPoint['level'],
  strength: number,
  agreement: number,
  quadrant: string | null,
): QuadrantPoint => ({
  label,
  level,
  strength,
  agreement,
  range: [Math.max(0, agreement - 20), Math.min(100, agreement + 12)],
  n: level === 'senior' ? 9 : 14,
  quadrant,
})
const POINTS: readonly QuadrantPoint[] = [
  point('Alignment', 'senior', 61, 15, 'narrative gap'),
  point('Alignment', 'department', 38, 16, 'contested'),
  point('Focus', 'senior', 38, 38, null),
  point('Focus', 'department', 27, 45, 'contested'),
  point('Accountability', 'senior', 62, 36, 'narrative gap'),
  point('Decision flow', 'senior', 72, 78, 'healthy'),
  point('Meeting rhythm', 'senior', 44, 47, 'shared problem'),
  point('Meeting rhythm', 'department', 38, 47, 'shared problem'),
  point('Outcomes', 'senior', 44, 40, null),
  point('Outcomes', 'department', 38, 50, 'shared problem'),
  point('Readiness', 'department', 43, 48, null),
]

describe('quadrant scatter', () => {
  const scene = quadrantScatter(POINTS, FRAME, 480, 'Three shared problems, two narrative gaps')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/quadrant-scatter.svg')
  })

  test('more strength lies further right, more agreement further up', () => {
    const { marks } = quadrantScatter(
      [point('a', 'senior', 10, 90, null), point('b', 'senior', 90, 10, null)],
      FRAME,
      480,
      't',
    )
    const [a, b] = marks.filter((mark) => mark.kind === 'circle' && mark.r === 4) as {
      cx: number
      cy: number
    }[]
    expect(b!.cx).toBeGreaterThan(a!.cx)
    expect(b!.cy).toBeGreaterThan(a!.cy)
  })

  test('every point carries its name, and the four fields theirs', () => {
    const texts = textsOf(scene)
    for (const { label } of POINTS) expect(texts).toContain(label)
    expect(texts).toEqual(expect.arrayContaining(['Shared problem', 'Healthy', 'Contested', 'Narrative gap']))
  })

  test('says in words what lies where, and where no field can be named', () => {
    expect(scene.desc).toContain(
      'Focus, senior team: strength 38, agreement 38 (18 to 50), n 9; no field can be named.',
    )
  })

  test.each([260, ...WIDTHS])('stays readable %i points wide with many points in one place', (width) => {
    const points = AWKWARD_LABELS.flatMap((label) =>
      [0, 50, 51, 100].map((at): QuadrantPoint => ({ ...point(label, 'senior', at, at, null), range: null })),
    )
    const awkward = quadrantScatter(points, FRAME, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
    expect(awkward.desc).toContain(AWKWARD_LABELS[0])
  })

  test('no two labels touch, wherever the points lie', () => {
    const points = fc.array(
      fc.record({
        label: fc.constantFrom('Alignment', 'Focus', 'Accountability', 'Decision flow', 'Meeting rhythm'),
        level: fc.constantFrom('senior' as const, 'department' as const),
        strength: fc.integer({ min: 0, max: 100 }),
        agreement: fc.integer({ min: 0, max: 100 }),
        range: fc.constant(null),
        n: fc.constant(9),
        quadrant: fc.constant(null),
      }),
      { minLength: 1, maxLength: 14 },
    )
    fc.assert(
      fc.property(points, (some) => {
        expectReadable(quadrantScatter(some, FRAME, 480, 't'))
      }),
      { seed: 7, numRuns: 120 },
    )
  })
})
