import { describe, expect, test } from 'vitest'
import { type ForumColumn, type ForumGridRow, forumGrid } from '#app/charts/forum-grid.ts'
import type { Mark } from '#app/charts/scene.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const COLUMNS: readonly ForumColumn[] = [
  { label: 'Weekly', people: 'n 9 and 12' },
  { label: 'Monthly', people: 'n 9 and 12' },
  { label: 'Quarterly', people: 'n 8 and 11' },
]
const told = (count: number, of: number) => ({ share: count / of, shown: String(count) })
const none = { senior: null, department: null, purpose: false }
const ROWS: readonly ForumGridRow[] = [
  {
    label: 'Hears updates',
    cells: [
      { senior: told(5, 9), department: told(8, 12), purpose: false },
      { ...none, senior: told(4, 9) },
      none,
    ],
  },
  {
    label: 'Unblocks work and decides',
    cells: [{ senior: told(3, 9), department: null, purpose: true }, none, none],
  },
  {
    label: 'Reviews performance and capacity',
    cells: [none, { senior: told(3, 9), department: told(9, 12), purpose: true }, none],
  },
  {
    label: 'Explains the past',
    cells: [
      none,
      none,
      { senior: { share: 7.5 / 8, shown: '7 or 8' }, department: told(6, 11), purpose: false },
    ],
  },
]
type Rect = Extract<Mark, { kind: 'rect' }>

describe('forum grid', () => {
  const scene = forumGrid(COLUMNS, ROWS, 480, 'The monthly meeting repeats the weekly one')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/forum-grid.svg')
  })

  test('a bar is as long as the share, on the same scale in every meeting', () => {
    const bars = scene.marks.filter((mark): mark is Rect => mark.kind === 'rect' && mark.fill === 'senior')
    const [five, four] = bars
    expect(four!.width / five!.width).toBeCloseTo(4 / 5, 1)
  })

  test('what a meeting is there for is marked once for each meeting that has it', () => {
    const purposes = scene.marks.filter((mark): mark is Rect => mark.kind === 'rect' && mark.fill === 'ink')
    expect(purposes).toHaveLength(3)
    expect(scene.desc).toContain('Unblocks work and decides (what it is for): senior team 3')
  })

  test('a level that may not be told has neither bar nor figure', () => {
    const quiet = forumGrid(COLUMNS.slice(0, 1), [{ label: 'Hears updates', cells: [none] }], 480, 't')
    expect(textsOf(quiet)).not.toContain('0')
    expect(quiet.marks.filter((mark) => mark.kind === 'rect' && mark.fill === 'senior')).toHaveLength(1)
    expect(quiet.desc).toBe('Weekly, n 9 and 12: no answer is named by two people.')
  })

  test.each([260, ...WIDTHS])('stays readable %i points wide, whatever the labels', (width) => {
    const rows = AWKWARD_LABELS.flatMap((label) =>
      [0, 0.5, 1].map((share) => ({
        label,
        cells: COLUMNS.map(() => ({
          senior: { share, shown: '10 or 11' },
          department: { share: 1 - share, shown: '499 or 500' },
          purpose: share === 1,
        })),
      })),
    )
    const awkward = forumGrid(COLUMNS, rows, width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })

  test('without rows there are words', () => {
    expect(textsOf(forumGrid(COLUMNS, [], 480, 't'))).toEqual(['There is nothing here that may be shown.'])
  })
})
