import { describe, expect, test } from 'vitest'
import { type OverlapMatrix, overlapMatrix } from '#app/charts/overlap-matrix.ts'
import { AWKWARD_LABELS, expectInside, expectReadable, svgOf, textsOf, WIDTHS } from './scene-checks.ts'

const PHONE = 260
const MATRIX: OverlapMatrix = {
  names: ['Zoë Verhaegen', 'Łukasz Wrona', 'Σωκράτης Παπαδάκης', 'Anne Li'],
  overlap: [
    [1, 0.85, 0.6, 0],
    [0.85, 1, 0.3, 0.1],
    [0.6, 0.3, 1, 0.75],
    [0, 0.1, 0.75, 1],
  ],
  shared: [
    [3, 3, 2, 0],
    [3, 3, 1, 1],
    [2, 1, 3, 2],
    [0, 1, 2, 3],
  ],
}

/** So many people with so long names, each as like the next as the last. */
function crowd(people: number, nameOf: (index: number) => string): OverlapMatrix {
  const each = <Value>(value: (row: number, column: number) => Value) =>
    Array.from({ length: people }, (_, row) =>
      Array.from({ length: people }, (_, column) => value(row, column)),
    )
  return {
    names: Array.from({ length: people }, (_, index) => nameOf(index)),
    overlap: each((row, column) => ((row * 7 + column * 3) % 11) / 10),
    shared: each((row, column) => (row + column) % 6),
  }
}

describe('overlap matrix', () => {
  const scene = overlapMatrix(MATRIX, 480, 'The same three, in opposite order')

  test('is drawn as the committed picture shows', async () => {
    await expect(svgOf(scene)).toMatchFileSnapshot('../../golden/charts/overlap-matrix.svg')
  })

  test('has one cell for each two people, with the number they share', () => {
    const numbers = scene.marks.flatMap((mark) =>
      mark.kind === 'text' && mark.anchor === 'middle' && mark.y > 16 ? [mark.text] : [],
    )
    expect(numbers).toEqual(['3', '2', '1', '0', '1', '2'])
  })

  test('is the darker the more alike, and the number in the darkest cell is white', () => {
    const cells = scene.marks.flatMap((mark) => (mark.kind === 'rect' && mark.height > 10 ? [mark.fill] : []))
    expect(cells).toEqual(['senior', 'faint', 'hairline', 'paper', 'paper', 'senior'])
    const white = scene.marks.filter((mark) => mark.kind === 'text' && mark.fill === 'paper')
    expect(white).toHaveLength(2)
  })

  test('says every pair in words', () => {
    expect(scene.desc).toContain('Łukasz Wrona shares with Zoë Verhaegen 3 (85).')
    expect(scene.desc).toContain('Anne Li shares with Zoë Verhaegen 0 (0), Łukasz Wrona 1 (10)')
  })

  test.each([PHONE, ...WIDTHS])('stays readable %i points wide, whatever the names', (width) => {
    for (const people of [2, 5, 20]) {
      const awkward = overlapMatrix(
        crowd(people, (index) => AWKWARD_LABELS[index % AWKWARD_LABELS.length] ?? ''),
        width,
        't',
      )
      expectReadable(awkward)
      expectInside(awkward)
    }
  })

  test('one person alone is no pair', () => {
    expect(textsOf(overlapMatrix(crowd(1, String), 480, 't'))).toEqual([
      'There is nothing here that may be shown.',
    ])
  })
})
