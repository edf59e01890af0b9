import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepIds, readNames, removedFrom } from '#app/rounds/named-list.ts'

const FORMER = Object.freeze([
  { id: 'sales', name: 'Sales' },
  { id: 'product', name: 'Product' },
  { id: 'finance', name: 'Finance' },
])

test('names are read one a line, without blanks and repetitions', () => {
  expect(readNames('  Sales \n\nR &  D\nSALES\nProduct')).toEqual(['Sales', 'R & D', 'Product'])
})

test('ids are made from names, readable and different', () => {
  expect(keepIds(['Sales', 'R & D', 'Øst', '法務', '总部', 'Sales!'], [])).toEqual([
    { id: 'sales', name: 'Sales' },
    { id: 'r-d', name: 'R & D' },
    { id: 'st', name: 'Øst' },
    { id: 'unit', name: '法務' },
    { id: 'unit-2', name: '总部' },
    { id: 'sales-2', name: 'Sales!' },
  ])
})

test('a name that was there keeps its id wherever it now stands', () => {
  expect(keepIds(['Finance', 'Legal', 'sales', 'Product'], FORMER).map(({ id }) => id)).toEqual([
    'finance',
    'legal',
    'sales',
    'product',
  ])
})

test('a new name in an old place is a change of name', () => {
  expect(keepIds(['Sales', 'Product and design', 'Finance'], FORMER)[1]).toEqual({
    id: 'product',
    name: 'Product and design',
  })
})

test('a name that comes back is not mixed up with one that took its place', () => {
  const renamed = keepIds(['Commercial', 'Product', 'Finance'], FORMER)
  expect(keepIds([...renamed.map(({ name }) => name), 'Sales'], renamed).map(({ id }) => id)).toEqual([
    'sales',
    'product',
    'finance',
    'sales-2',
  ])
})

test('what was taken out is found by its id', () => {
  expect(removedFrom(FORMER, keepIds(['Sales', 'Finance'], FORMER)).map(({ name }) => name)).toEqual([
    'Product',
  ])
})

test('ids never meet, whatever the names', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 6 })),
      fc.array(fc.string({ maxLength: 6 })),
      (before, after) => {
        const former = keepIds(readNames(before.join('\n')), [])
        const ids = keepIds(readNames(after.join('\n')), former).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      },
    ),
  )
})
