import { describe, expect, test } from 'vitest'
import { roundSlopes, type SlopePanel, type SlopeRow } from '#app/charts/round-slopes.ts'
import type { Mark } from '#app/charts/scene.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const panel = (label: string, first: number, second: number, moved = false): SlopePanel => ({
  label,
  first,
  second,
  range: [Math.max(0, second - 14), Math.min(100, second + 9)],
  moved,
})
const ROWS: readonly SlopeRow[] = [
  {
    level: 'senior',
    people: 'n 9, the same people',
    panels: [
      panel('Alignment', 18, 52, true),
      panel('Focus', 40, 35),
      panel('Accountability', 35, 44),
      panel('Decision flow', 30, 30),
      panel('Meeting rhythm', 45, 81, true),
      panel('Outcomes', 40, 0),
      panel('Readiness', 100, 100),
    ],
  },
  {
    level: 'department',
    people: 'n 12 then, n 14 now',
    panels: [panel('Alignment', 16, 18), panel('Focus', 45, 20, true)],
  },
]
const TITLES = ['First quarter', 'Second quarter'] as const
type Line = Extract<Mark, { kind: 'line' }>

describe('round slopes', () => {
  const scene = roundSlopes(ROWS, TITLES, 480, 'Alignment and the meeting rhythm have moved')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/round-slopes.svg')
  })

  test('only what moved beyond noise is drawn thick', () => {
    const thick = scene.marks.filter(
      (mark): mark is Line => mark.kind === 'line' && mark.strokeWidth === 2 && mark.y1 !== mark.y2,
    )
    expect(thick).toHaveLength(3)
  })

  test('a rise goes up and a fall goes down', () => {
    const { marks } = roundSlopes(
      [{ level: 'senior', people: '', panels: [panel('a', 10, 90, true), panel('b', 90, 10, true)] }],
      TITLES,
      480,
      't',
    )
    const [rise, fall] = marks.filter(
      (mark): mark is Line => mark.kind === 'line' && mark.strokeWidth === 2 && mark.y1 !== mark.y2,
    )
    expect(rise!.y2).toBeLessThan(rise!.y1)
    expect(fall!.y2).toBeGreaterThan(fall!.y1)
  })

  test('says in words which round was which, and what is inside the noise', () => {
    expect(scene.desc).toContain('From First quarter to Second quarter.')
    expect(scene.desc).toContain('agreement from 40 to 35 (range 21 to 44), inside the noise.')
  })

  test.each([260, ...WIDTHS])('stays readable %i points wide, whatever the labels', (width) => {
    const panels = AWKWARD_LABELS.flatMap((label) => [
      panel(label, 0, 100, true),
      panel(label, 100, 0),
      panel(label, 50, 50),
    ])
    const rows = (['senior', 'department'] as const).map((level) => ({
      level,
      people: AWKWARD_LABELS[0] as string,
      panels,
    }))
    const awkward = roundSlopes(rows, TITLES, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })

  test('a level without panels is left out, and without any there are words', () => {
    expect(textsOf(roundSlopes([{ level: 'senior', people: '', panels: [] }], TITLES, 480, 't'))).toEqual([
      'There is nothing here that may be shown.',
    ])
  })
})
