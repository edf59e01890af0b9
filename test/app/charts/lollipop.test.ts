import { describe, expect, test } from 'vitest'
import { type LollipopRow, lollipop } from '#app/charts/lollipop.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const ROWS: readonly LollipopRow[] = [
  { label: 'Win back mid-market customers', count: 6, first: 3, shown: '6 of 9', names: null },
  {
    label: 'Bring the billing systems together before the spring price change',
    count: 4,
    first: 2,
    shown: '4 of 9',
    names: null,
  },
  { label: 'Open the Kraków office', count: 2, first: 0, shown: '2 of 9', names: null },
  { label: 'Shorten delivery times', count: 1, first: null, shown: 'at most one', names: null },
]

describe('lollipop', () => {
  const scene = lollipop(ROWS, 9, 480, 'Nine leaders named 14 priorities; one is shared by a majority')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/lollipop.svg')
  })

  test('draws one dot a person, those who put it first in the accent, a point for each of the others', () => {
    const { marks } = lollipop(ROWS.slice(0, 1), 9, 480, 't')
    const dots = marks.filter((mark) => mark.kind === 'circle' && mark.cy > 18)
    const radius = (mark: (typeof dots)[number]) => (mark.kind === 'circle' ? mark.r : 0)
    expect(dots).toHaveLength(9)
    expect(dots.filter((mark) => 'fill' in mark && mark.fill === 'senior')).toHaveLength(3)
    expect(dots.filter((mark) => radius(mark) > 2)).toHaveLength(6)
    expect(dots.filter((mark) => radius(mark) < 2)).toHaveLength(3)
  })

  test('prints the count as it may be said', () => {
    expect(textsOf(scene)).toEqual(expect.arrayContaining(['6 of 9', 'at most one', '3 put it first']))
  })

  test('prints names only where it is given names', () => {
    const named = lollipop([{ ...ROWS[0]!, names: ['Zoë', 'Łukasz', 'Σωκράτης'] }], 9, 480, 't')
    expect(textsOf(named)).toContain('Zoë, Łukasz, Σωκράτης')
    expect(named.desc).toContain('6 of 9, 3 put it first (Zoë, Łukasz, Σωκράτης).')
    expect(textsOf(scene).join(' ')).not.toContain('Zoë')
  })

  test('turns to bars where dots would be too small to tell apart', () => {
    const crowd = lollipop([{ ...ROWS[0]!, count: 240, first: 100, shown: '240 of 300' }], 300, 480, 't')
    const bars = crowd.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
    expect(bars).toHaveLength(2)
    expect(bars[0]!.width / bars[1]!.width).toBeCloseTo(100 / 140, 2)
  })

  test.each(WIDTHS)('stays readable %i points wide, whatever the labels', (width) => {
    const names = ['Zoë van den Bergh-Papadopoulou', 'Łukasz', 'Кирилл', 'Anneliese', 'Jo']
    const rows = AWKWARD_LABELS.flatMap((label) => [
      { label, count: 5, first: 2, shown: 'all or all but one', names },
      { label, count: 1, first: null, shown: 'at most one', names: null },
    ])
    const awkward = lollipop(rows, 12, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })

  test('without rows says so instead of drawing an empty frame', () => {
    expect(textsOf(lollipop([], 0, 480, 't'))).toEqual(['There is nothing here that may be shown.'])
  })
})
