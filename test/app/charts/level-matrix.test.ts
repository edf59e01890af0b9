import { describe, expect, test } from 'vitest'
import { type LevelMatrixPart, levelMatrix } from '#app/charts/level-matrix.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const PHONE = 260
const cell = (count: number, of: number) => ({ share: count / of, shown: `${count} of ${of}` })
const SIDES = ['Would stop it', 'A priority for']
const PARTS: readonly LevelMatrixPart[] = [
  {
    heading: 'A priority for some, to be stopped for others',
    rows: [
      {
        label: 'Launch the Aero heat pump',
        sides: [
          { senior: { share: 0.05, shown: 'at most one of 9' }, department: cell(3, 16) },
          { senior: cell(7, 9), department: cell(5, 16) },
        ],
        names: null,
      },
    ],
  },
  {
    heading: 'On stop lists only',
    rows: [
      {
        label: 'Weekly reporting packs',
        sides: [{ senior: cell(3, 9), department: cell(6, 16) }],
        names: null,
      },
      { label: 'The Milan showroom', sides: [{ senior: cell(2, 9), department: null }], names: null },
    ],
  },
]

describe('level matrix', () => {
  const scene = levelMatrix(PARTS, SIDES, 480, 'Three priorities are on somebody’s stop list')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/level-matrix.svg')
  })

  test('a bar is as long as the share: senior filled, department an outline', () => {
    const bars = scene.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
    const filled = bars.filter(({ fill }) => fill === 'senior').map(({ width }) => width)
    const outlined = bars.filter(({ stroke }) => stroke === 'department').map(({ width }) => width)
    expect(filled[2]! / filled[1]!).toBeCloseTo(3 / 9 / (7 / 9), 2)
    expect(outlined[2]! / outlined[0]!).toBeCloseTo(2, 1)
    expect(bars.every(({ fill }) => fill === 'senior' || fill === 'paper')).toBe(true)
  })

  test('nobody is no bar, and a level that may not be told has a dash', () => {
    const none = levelMatrix(
      [
        {
          heading: '',
          rows: [{ label: 'a', sides: [{ senior: cell(0, 9), department: null }], names: null }],
        },
      ],
      ['Would stop it'],
      480,
      't',
    )
    expect(none.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.width] : []))).toEqual([0])
    expect(textsOf(none)).toContain('–')
  })

  test('a side that does not concern a row is neither drawn nor told', () => {
    expect(scene.desc).toContain(
      'The Milan showroom: would stop it: senior team 2 of 9, department leads not listed.',
    )
  })

  test('prints names only where it is given names', () => {
    const named = PARTS.map((part) => ({
      ...part,
      rows: part.rows.map((row) => ({ ...row, names: [['Zoë'], ['Łukasz']] })),
    }))
    expect(textsOf(levelMatrix(named, SIDES, 480, 't'))).toEqual(expect.arrayContaining(['Zoë', 'Łukasz']))
    expect(textsOf(scene).join(' ')).not.toContain('Zoë')
  })

  test.each([PHONE, ...WIDTHS])('stays readable %i points wide, whatever the labels', (width) => {
    const coded = { share: 0.97, shown: 'all or all but one of 160' }
    const sides = { senior: coded, department: coded }
    const rows = AWKWARD_LABELS.map((label) => ({
      label,
      sides: [sides, sides],
      names: [AWKWARD_LABELS, []],
    }))
    for (const headings of [SIDES, AWKWARD_LABELS.slice(1, 3)]) {
      const awkward = levelMatrix([{ heading: AWKWARD_LABELS[0] ?? '', rows }], headings, width, 't')
      expectReadable(awkward)
      expectInside(awkward)
    }
  })
})
