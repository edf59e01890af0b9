import { describe, expect, test } from 'vitest'
import { type OwnershipRow, ownershipStrip } from '#app/charts/ownership-strip.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const ROWS: readonly OwnershipRow[] = [
  {
    label: 'Who decides when two departments want the same people?',
    state: 'contested',
    parts: [
      { label: 'Chief operating officer', count: 4, shown: '4 of 9' },
      { label: 'shared by several', count: 3, shown: '3 of 9' },
      { label: 'Chief financial officer', count: 2, shown: '2 of 9' },
    ],
    n: 9,
  },
  {
    label: 'Who owns the customer renewal rate?',
    state: 'agreed',
    parts: [
      { label: 'Head of sales', count: 8, shown: 'all or all but one' },
      { label: 'cannot say', count: 1, shown: 'at most one' },
    ],
    n: 9,
  },
  { label: 'Who stops a project?', state: 'vacant', parts: [], n: 9 },
]

describe('ownership strip', () => {
  const scene = ownershipStrip(ROWS, 480, 'Three owners are named for one outcome')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/ownership-strip.svg')
  })

  test('parts are as long as the people who named them, in the order given', () => {
    const parts = ownershipStrip(ROWS.slice(0, 1), 480, 't').marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.height === 9 ? [mark] : [],
    )
    expect(parts).toHaveLength(3)
    // 1.5 points of each part are left white.
    expect((parts[0]!.width + 1.5) / (parts[2]!.width + 1.5)).toBeCloseTo(2, 1)
    expect(parts.map(({ fill }) => fill)).toEqual(['senior', 'muted', 'faint'])
  })

  test('names every part with its count, and the state with n', () => {
    const texts = textsOf(scene)
    expect(texts).toEqual(
      expect.arrayContaining(['Chief operating officer 4 of 9', 'contested · n 9', 'vacant · n 9']),
    )
  })

  test('says that nobody was named', () => {
    expect(scene.desc).toContain('Who stops a project?: vacant; nobody named; n 9.')
  })

  test.each(WIDTHS)('stays readable %i points wide, whatever the labels', (width) => {
    const rows = AWKWARD_LABELS.map((label) => ({
      label,
      state: 'contested',
      parts: AWKWARD_LABELS.map((name, index) => ({ label: name, count: index, shown: `${index} of 10` })),
      n: 10,
    }))
    const awkward = ownershipStrip(rows, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })
})
