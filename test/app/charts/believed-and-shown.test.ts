import { describe, expect, test } from 'vitest'
import { type BelievedGroup, believedAndShown } from '#app/charts/believed-and-shown.ts'
import type { Mark } from '#app/charts/scene.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const PHONE = 260
const GROUPS: readonly BelievedGroup[] = [
  {
    label: 'The priority that comes first',
    rows: [
      { level: 'senior', believed: 8, shown: 3.3, n: 9 },
      { level: 'department', believed: 6.4, shown: 1.9, n: 15 },
    ],
  },
  {
    label: 'The owner of the customer outcome',
    rows: [{ level: 'senior', believed: 5.2, shown: 5.8, n: 9 }],
  },
]

const across = (marks: Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'line' && mark.stroke === 'faint' ? [mark.x2 - mark.x1] : []))

describe('believed and shown', () => {
  const scene = believedAndShown(GROUPS, 480, 'The senior team believes eight in ten agree; three in ten do')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/believed-and-shown.svg')
  })

  test('the line between the two marks is as long as the gap, and points to what is shown', () => {
    const [senior, department, owner] = across(scene.marks)
    expect(department! / senior!).toBeCloseTo(4.5 / 4.7, 2)
    expect(senior).toBeLessThan(0)
    expect(owner).toBeGreaterThan(0)
  })

  test('says in words how far the answers lie from the belief', () => {
    expect(textsOf(scene)).toEqual(expect.arrayContaining(['4.7 fewer', '4.5 fewer', '0.6 more']))
    expect(scene.desc).toContain(
      'The owner of the customer outcome: senior team (n 9) believed 5.2, shown 5.8 of ten.',
    )
  })

  test('belief and answers that are the same are not a gap of 0.0', () => {
    const same = believedAndShown(
      [{ label: 'a', rows: [{ level: 'senior', believed: 5, shown: 5, n: 5 }] }],
      480,
      't',
    )
    expect(textsOf(same)).toContain('the same')
  })

  test.each([PHONE, ...WIDTHS])('stays readable %i points wide, wherever the marks stand', (width) => {
    const ends = [0, 0.1, 5, 9.9, 10]
    const rows = ends.flatMap((believed) =>
      ends.flatMap((shown) =>
        (['senior', 'department'] as const).map((level) => ({ level, believed, shown, n: 60 })),
      ),
    )
    const awkward = believedAndShown(
      AWKWARD_LABELS.map((label) => ({ label, rows })),
      width,
      't',
    )
    expectReadable(awkward)
    expectInside(awkward)
  })

  test('without anything that may be shown says so', () => {
    expect(textsOf(believedAndShown([{ label: 'a', rows: [] }], 480, 't'))).toEqual([
      'There is nothing here that may be shown.',
    ])
  })
})
