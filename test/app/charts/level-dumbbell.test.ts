import { describe, expect, test } from 'vitest'
import { type LevelDumbbellRow, levelDumbbell } from '#app/charts/level-dumbbell.ts'
import type { Mark } from '#app/charts/scene.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const ROWS: readonly LevelDumbbellRow[] = [
  {
    label: 'Win back mid-market customers',
    senior: { share: 6 / 7, shown: 'all or all but one' },
    department: { share: 2 / 9, shown: '2 of 9' },
  },
  {
    label: 'Bring the billing systems together before the spring price change',
    senior: { share: 4 / 7, shown: '4 of 7' },
    department: { share: 5 / 9, shown: '5 of 9' },
  },
  {
    label: 'Shorten delivery times',
    senior: { share: 0.1, shown: 'at most one' },
    department: { share: 7 / 9, shown: '7 of 9' },
  },
  { label: 'Open the Kraków office', senior: { share: 3 / 7, shown: '3 of 7' }, department: null },
]

type Circle = Extract<Mark, { kind: 'circle' }>
const circles = (marks: Mark[]) => marks.filter((mark): mark is Circle => mark.kind === 'circle')

describe('level dumbbell', () => {
  const scene = levelDumbbell(ROWS, 480, 'Department leads do not know that mid-market comes first')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/level-dumbbell.svg')
  })

  test('the distance of the two marks is the gap between the two shares', () => {
    const { marks } = levelDumbbell(
      [
        { label: 'a', senior: { share: 1, shown: '7 of 7' }, department: { share: 0, shown: '0 of 9' } },
        {
          label: 'b',
          senior: { share: 0.75, shown: '6 of 8' },
          department: { share: 0.25, shown: '2 of 8' },
        },
      ],
      480,
      't',
    )
    const [, , ringA, discA, ringB, discB] = circles(marks)
    expect((discB!.cx - ringB!.cx) / (discA!.cx - ringA!.cx)).toBeCloseTo(0.5, 2)
  })

  test('a level that may not be shown has words and no mark', () => {
    expect(textsOf(scene)).toContain('department leads: not shown')
    expect(circles(scene.marks).filter((mark) => mark.stroke === 'department')).toHaveLength(4)
    expect(scene.desc).toContain('Open the Kraków office: senior team 3 of 7, department leads not shown.')
  })

  test('equal shares stay two marks, the ring around the disc', () => {
    const same = { share: 0.5, shown: '4 of 8' }
    const { marks } = levelDumbbell([{ label: 'a', senior: same, department: same }], 480, 't')
    const [ring, disc] = circles(marks).slice(-2)
    expect(ring!.cx).toBe(disc!.cx)
    expect(ring!.r - disc!.r).toBeGreaterThan(2)
  })

  test.each(WIDTHS)('stays readable %i points wide, whatever the labels', (width) => {
    const shares = [0, 0.5, 1]
    const shown = (share: number) =>
      share === 0 ? 'at most one' : share === 1 ? 'all or all but one' : '4 of 8'
    const pairs = shares.flatMap((a) => shares.map((b) => [a, b] as const))
    const rows = AWKWARD_LABELS.flatMap((label) =>
      pairs.map(([a, b]) => ({
        label,
        senior: { share: a, shown: shown(a) },
        department: { share: b, shown: shown(b) },
      })),
    )
    const awkward = levelDumbbell([...rows, { label: 'x', senior: null, department: null }], width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })
})
