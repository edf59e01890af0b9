import { describe, expect, test } from 'vitest'
import { type ItemStripRow, itemStrips } from '#app/charts/item-strips.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const row = (
  label: string,
  level: ItemStripRow['level'],
  agreement: number,
  note = 'mixed',
): ItemStripRow => ({
  label,
  level,
  agreement,
  range: [Math.max(0, agreement - 18), Math.min(100, agreement + 15)],
  chance: 24,
  n: level === 'senior' ? 9 : 14,
  note,
})
const HIDDEN = {
  agreement: null,
  range: null,
  chance: null,
  n: null,
  note: 'fewer than five people: not shown',
}
const ROWS: readonly ItemStripRow[] = [
  row('The top priorities', 'senior', 64, 'aligned'),
  row('The top priorities', 'department', 12, 'divergent'),
  row('What should stop or wait', 'senior', 33),
  { label: 'What should stop or wait', level: 'department', ...HIDDEN },
  { ...row('The owner of the customer outcome', 'senior', 0, 'like random'), chance: null, range: null },
]

describe('item strips', () => {
  const scene = itemStrips(ROWS, 480, 'Alignment: agreement on each item')

  test('are drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/item-strips.svg')
  })

  test('the label of an item stands once for both levels', () => {
    expect(textsOf(scene).filter((text) => text === 'The top priorities')).toHaveLength(1)
  })

  test('what may not be shown is said in words, without a figure', () => {
    const hidden = itemStrips([{ label: 'a', level: 'department', ...HIDDEN }], 480, 't')
    expect(textsOf(hidden)).toContain('fewer than five people: not shown')
    expect(textsOf(hidden).join()).not.toMatch(/n \d/)
    expect(hidden.desc).toBe('a, department leads: fewer than five people: not shown.')
  })

  test.each([280, ...WIDTHS])('stay readable %i points wide, whatever the labels', (width) => {
    const rows = AWKWARD_LABELS.flatMap((label) => [
      row(label, 'senior', 0, 'range too wide'),
      row(
        label,
        'department',
        100,
        'provisionally 12 to 40 of 100, while 14 groups of lines are not confirmed',
      ),
      { label, level: 'department' as const, ...HIDDEN },
    ])
    const awkward = itemStrips(rows, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })
})
