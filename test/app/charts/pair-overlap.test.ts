import { describe, expect, test } from 'vitest'
import { type PairOverlapRow, pairOverlap } from '#app/charts/pair-overlap.ts'
import { expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const PHONE = 260
const ROWS: readonly PairOverlapRow[] = [
  {
    level: 'senior',
    shared: 67,
    chance: 25,
    order: { low: 0, high: 3, shown: 'at most three times in ten' },
    parts: null,
    n: 9,
  },
  {
    level: 'department',
    shared: 31,
    chance: 24,
    order: { low: 6, high: 6, shown: 'six times in ten' },
    parts: [
      { label: 'share nothing', low: 5, high: 5, shown: 'five pairs in ten' },
      { label: 'share less than half of their lists', low: 2, high: 4, shown: 'two to four pairs in ten' },
      { label: 'share half or more', low: 0, high: 2, shown: 'at most two pairs in ten' },
    ],
    n: 16,
  },
]

describe('overlap of pairs', () => {
  const scene = pairOverlap(ROWS, 480, 'The same three, in opposite order')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/pair-overlap.svg')
  })

  test('what is told as a range is drawn as a range, without a mark inside it', () => {
    const { marks } = pairOverlap(ROWS.slice(0, 1), 480, 't')
    const ranges = marks.flatMap((mark) =>
      mark.kind === 'line' && mark.strokeWidth === 4 ? [mark.x2 - mark.x1] : [],
    )
    const scale = marks.flatMap((mark) =>
      mark.kind === 'line' && mark.y1 === mark.y2 && mark.x1 > 0 && mark.stroke === 'hairline'
        ? [mark.x2 - mark.x1]
        : [],
    )
    expect(ranges).toHaveLength(1)
    expect(ranges[0]! / scale[0]!).toBeCloseTo(0.3, 2)
    const discs = marks.filter((mark) => mark.kind === 'circle')
    expect(discs).toHaveLength(2)
  })

  test('the parts of the pairs are as long as the middle of what they may stand for', () => {
    const bars = scene.marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.height === 9 ? [mark.width] : [],
    )
    expect(bars).toHaveLength(3)
    expect((bars[0]! + 1.5) / (bars[1]! + 1.5)).toBeCloseTo(5 / 3, 1)
  })

  test('says "cannot say" in place of an order that may not be told', () => {
    const hidden = pairOverlap([{ ...ROWS[0]!, order: null }], 480, 't')
    expect(textsOf(hidden)).toContain('cannot say')
    expect(hidden.desc).toContain('in the same order: cannot say')
  })

  test.each([PHONE, ...WIDTHS])('stays readable %i points wide', (width) => {
    const rows = [0, 50, 100].flatMap((shared) =>
      ROWS.map((row) => ({ ...row, shared, chance: 100 - shared, n: 12345 })),
    )
    const awkward = pairOverlap(rows, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })
})
