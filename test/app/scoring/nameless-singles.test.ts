import { expect, test } from 'vitest'
import { withoutNamesOfSingles } from '#app/scoring/nameless-singles.ts'

const roles = { kind: 'match', options: 6, real: 4 } as const
const themes = { kind: 'lists', catalogue: 12, asked: 3, ordered: true } as const

const owners = (...codes: (number | null)[]) => ({ comparison: roles, columns: [codes] })
const lists = (...columns: (number[] | null)[][]) => ({ comparison: themes, columns })

test('which role one person alone names makes no difference, nor whether it is one at all', () => {
  const [named] = withoutNamesOfSingles([owners(0, 0, 1, 1, 2)])
  for (const other of [3, 4, 5]) expect(withoutNamesOfSingles([owners(0, 0, 1, 1, other)])).toEqual([named])
  expect(named?.columns[0]?.slice(0, 4)).toEqual([0, 0, 1, 1])
})

test('themes that people share keep their order, wherever the name of a single one would stand between them', () => {
  const told = withoutNamesOfSingles([lists([[7, 2, 9]], [[9, 7]])])
  expect(told[0]?.columns).toEqual([[[0, 2, 1]], [[1, 0]]])
  for (const single of [1, 8, 11])
    expect(withoutNamesOfSingles([lists([[7, single, 9]], [[9, 7]])])).toEqual(told)
})

test('the new numbers follow what else people said and not the order in which they lie', () => {
  const one = withoutNamesOfSingles([
    lists([
      [8, 1],
      [1, 5],
    ]),
    owners(0, 1),
  ])
  const turned = withoutNamesOfSingles([
    lists([
      [1, 3],
      [4, 1],
    ]),
    owners(0, 1),
  ])
  expect(turned[0]?.columns[0]?.toSorted()).toEqual(one[0]?.columns[0]?.toSorted())
})

test('points of a scale are no names', () => {
  const scale = { comparison: { kind: 'linear', points: 5 } as const, columns: [[0, 4, 4, null]] }
  expect(withoutNamesOfSingles([scale])).toEqual([scale])
})
