import { describe, expect, test } from 'vitest'
import { type DependencyCell, dependencyMatrix } from '#app/charts/dependency-matrix.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const PHONE = 260
const DEPARTMENTS = [
  'Sales',
  'Product',
  'Manufacturing',
  'Supply chain',
  'Field service',
  'Finance',
  'People',
  'Systems',
]
const cellOf = (
  waiting: string,
  provider: string,
  people: number,
  state: DependencyCell['state'] = null,
): DependencyCell => ({ waiting, provider, people, shown: `${people} of 23`, state })
const CELLS = [
  cellOf('Sales', 'Product', 5, 'acknowledged'),
  cellOf('Product', 'Supply chain', 3, 'orphan'),
  cellOf('Supply chain', 'Product', 2, 'unasked'),
  cellOf('Manufacturing', 'Finance', 12, 'orphan'),
]

/** So many departments, each waiting for every other. */
function everybody(departments: string[]): DependencyCell[] {
  return departments.flatMap((waiting, row) =>
    departments.flatMap((provider, column) =>
      row === column ? [] : [cellOf(waiting, provider, 1 + ((row * column) % 60))],
    ),
  )
}

describe('dependency matrix', () => {
  const scene = dependencyMatrix(DEPARTMENTS, CELLS, 480, 'Sales on Product is named by five people')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/dependency-matrix.svg')
  })

  test('has a dot a dependency, who waits in the row and who must provide in the column', () => {
    const dots = scene.marks.flatMap((mark) => (mark.kind === 'circle' && mark.r > 5 ? [mark] : []))
    expect(dots).toHaveLength(4)
    const [sales, product, , supply] = dots
    expect(sales!.cx).toBe(supply!.cx)
    expect(sales!.cy).toBeLessThan(product!.cy)
    expect(product!.cx).toBeGreaterThan(sales!.cx)
  })

  test('tells the three states by shape, and explains those that occur', () => {
    expect(textsOf(scene)).toEqual(
      expect.arrayContaining([
        'both sides name it',
        'the one that must provide does not name it',
        'only the one that must provide names it',
      ]),
    )
    const dashed = scene.marks.filter((mark) => mark.kind === 'circle' && mark.dash)
    expect(dashed).toHaveLength(2)
  })

  test('where the state may not be told, all dots are alike and nothing is explained', () => {
    const plain = dependencyMatrix(
      DEPARTMENTS,
      CELLS.map((cell) => ({ ...cell, state: null })),
      480,
      't',
    )
    const looks = new Set(
      plain.marks.flatMap((mark) => (mark.kind === 'circle' ? [`${mark.fill} ${mark.stroke}`] : [])),
    )
    expect(looks).toEqual(new Set(['hairline undefined']))
    expect(textsOf(plain).join(' ')).not.toContain('name it')
    expect(plain.desc).toContain('Sales waits for Product: named by 5 of 23.')
  })

  test('a name too long for its column is cut short and numbered; its row has all of it', () => {
    const texts = textsOf(scene)
    expect(texts).toContain('3 Manufacturing')
    expect(texts).toContain('3')
    expect(texts.some((text) => text.startsWith('Manufac') && text.endsWith('…'))).toBe(true)
    expect(textsOf(dependencyMatrix(['Sales', 'Data'], [cellOf('Sales', 'Data', 2)], 480, 't'))).toEqual([
      'Who waits',
      'Must provide it',
      'Sales',
      'Data',
      'Sales',
      '2',
      'Data',
    ])
  })

  test.each([PHONE, ...WIDTHS])('twelve departments stay readable %i points wide', (width) => {
    const twelve = Array.from({ length: 12 }, (_, index) => `${AWKWARD_LABELS[index % 5]} ${index}`)
    for (const departments of [twelve, twelve.slice(0, 5), DEPARTMENTS]) {
      const awkward = dependencyMatrix(departments, everybody(departments), width, 't')
      expectReadable(awkward)
      expectInside(awkward)
    }
  })

  test('a department that is not among the rows is not drawn anywhere else', () => {
    const stray = dependencyMatrix(['Sales', 'Data'], [cellOf('Sales', 'Elsewhere', 2)], 480, 't')
    expect(stray.marks.filter((mark) => mark.kind === 'circle')).toEqual([])
  })
})
