import { describe, expect, test } from 'vitest'
import { type ConstructStripRow, constructStrip } from '#app/charts/construct-strip.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const ROWS: readonly ConstructStripRow[] = [
  {
    label: 'Shared priorities',
    level: 'senior',
    strength: 71,
    agreement: 58,
    range: [34, 80],
    chance: 31,
    n: 7,
    note: 'mixed',
  },
  {
    label: 'Shared priorities',
    level: 'department',
    strength: 44,
    agreement: 12,
    range: [0, 31],
    chance: 27,
    n: 9,
    note: 'divergent',
  },
  {
    label: 'Shared priorities',
    level: 'across',
    strength: null,
    agreement: 9,
    range: [0, 24],
    chance: 19,
    n: 16,
    note: 'divergent',
  },
  {
    label: 'Owners and decisions',
    level: 'senior',
    strength: 62,
    agreement: 81,
    range: [64, 93],
    chance: 31,
    n: 7,
    note: 'aligned',
  },
  {
    label: 'Owners and decisions',
    level: 'department',
    strength: null,
    agreement: null,
    range: null,
    chance: null,
    n: null,
    note: 'fewer than 5 people answered: not shown',
  },
]

describe('construct strip', () => {
  const scene = constructStrip(ROWS, 480, 'You agree on who owns what and not on what comes first')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/construct-strip.svg')
  })

  test('prints strength and agreement as figures, n beside them, and names a construct once', () => {
    const texts = textsOf(scene)
    expect(texts).toEqual(expect.arrayContaining(['71', '58', 'n 7 · mixed', 'n 9 · divergent']))
    expect(texts.filter((text) => text === 'Shared priorities')).toHaveLength(1)
  })

  test('says in words why a figure is missing, and draws no mark for it', () => {
    expect(textsOf(scene).join(' ')).toContain('fewer than 5 people')
    const rings = scene.marks.filter((mark) => mark.kind === 'circle' && mark.stroke === 'department')
    expect(rings).toHaveLength(2)
  })

  test('tells the level by shape: senior filled, department a ring, both together a diamond', () => {
    const shapes = constructStrip(ROWS.slice(0, 3), 480, 't').marks.filter(
      (mark) => mark.kind === 'circle' || mark.kind === 'path',
    )
    expect(shapes.filter((mark) => 'fill' in mark && mark.fill === 'senior')).toHaveLength(2)
    expect(shapes.filter((mark) => 'stroke' in mark && mark.stroke === 'department')).toHaveLength(2)
    expect(shapes.filter(({ kind }) => kind === 'path')).toHaveLength(1)
  })

  test('has a description with every figure', () => {
    expect(scene.desc).toContain(
      'Shared priorities, department leads: strength 44; agreement 12 of 100 (0 to 31), n 9, chance line 27, divergent.',
    )
    expect(scene.desc).toContain('strength not shown; fewer than 5 people answered: not shown.')
  })

  test.each(WIDTHS)('stays readable %i points wide, whatever the labels', (width) => {
    const rows = AWKWARD_LABELS.flatMap((label) => ROWS.slice(0, 3).map((row) => ({ ...row, label })))
    const awkward = constructStrip([...ROWS, ...rows], width, 't')
    expectReadable(awkward)
    expectInside(awkward)
  })

  test('without rows says so instead of drawing an empty frame', () => {
    expect(textsOf(constructStrip([], 480, 't'))).toEqual(['There is nothing here that may be shown.'])
  })
})
