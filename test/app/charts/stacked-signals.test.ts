import { describe, expect, test } from 'vitest'
import { type StackedSignalsRow, stackedSignals } from '#app/charts/stacked-signals.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const people = (count: number, of: number) => ({ count, shown: `${count} of ${of}` })

const ROWS: readonly StackedSignalsRow[] = [
  {
    label: 'Work is restarted because the direction changed',
    low: people(2, 16),
    middle: people(3, 16),
    high: people(11, 16),
    cantSay: { count: 0, shown: 'at most one' },
    n: 16,
  },
  {
    label: 'Decisions wait for one person',
    low: people(9, 15),
    middle: people(4, 15),
    high: people(2, 15),
    cantSay: people(2, 17),
    n: 15,
  },
  {
    label: 'Teams learn of a change after it has been made',
    low: { count: 1, shown: 'at most one' },
    middle: { count: 0, shown: 'at most one' },
    high: { count: 14, shown: 'all or all but one' },
    cantSay: { count: 0, shown: 'at most one' },
    n: 15,
  },
]

describe('stacked signals', () => {
  const scene = stackedSignals(ROWS, 480, 'Two of the four signals are present')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/stacked-signals.svg')
  })

  test('bars are as long as their counts, on one scale for all rows', () => {
    const bars = scene.marks.flatMap((mark) => (mark.kind === 'rect' && mark.height > 10 ? [mark] : []))
    const [low, , high] = bars
    expect(low!.width / high!.width).toBeCloseTo(2 / 11, 1)
    expect(bars[5]!.width).toBeCloseTo(low!.width, 1)
  })

  test('the middle of every middle part lies on one line', () => {
    const middles = scene.marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.fill === 'hairline' && mark.height > 10 ? [mark.x + mark.width / 2] : [],
    )
    expect(middles[0]).toBeCloseTo(middles[1]!, 1)
  })

  test('those who cannot say are never part of a bar', () => {
    expect(textsOf(scene)).toEqual(expect.arrayContaining(['cannot say', '2 of 17']))
    expect(scene.desc).toContain(
      'Decisions wait for one person: often or constantly 2 of 15, sometimes 4 of 15, never or rarely 9 of 15, cannot say 2 of 17; n 15.',
    )
  })

  test.each(WIDTHS)('stays readable %i points wide, whatever the labels', (width) => {
    const ends = { count: 12, shown: 'all or all but one' }
    const none = { count: 0, shown: 'at most one' }
    const rows = AWKWARD_LABELS.flatMap((label) => [
      { label, low: ends, middle: none, high: none, cantSay: none, n: 12 },
      { label, low: none, middle: ends, high: none, cantSay: ends, n: 12 },
      { label, low: none, middle: none, high: ends, cantSay: none, n: 12 },
    ])
    const awkward = stackedSignals(rows, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })
})
