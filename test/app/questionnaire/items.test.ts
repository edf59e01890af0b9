import { expect, test } from 'vitest'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import { findItem, itemsOf, sectionsFor, wordingFor } from '#app/questionnaire/items.ts'

const count = { construct: 'focus', kind: 'number', min: 0, max: 10 }
const instrument = instrumentSchema.parse({
  format: 'plumbline-instrument/1',
  id: 'own',
  version: 1,
  title: 'Our own',
  purpose: 'To see who is asked what',
  minutes: '1',
  language: 'en-GB',
  sections: [
    {
      id: 'both',
      construct: 'focus',
      title: 'For both',
      items: [
        { ...count, id: 'all', wording: 'How many?', wordingByLevel: { senior: 'How many in all?' } },
        { ...count, id: 'heads', wording: 'How many of yours?', levels: ['department'] },
      ],
    },
    {
      id: 'seniors',
      construct: 'focus',
      title: 'For the senior team',
      items: [{ ...count, id: 'top', wording: 'How many at the top?', levels: ['senior'] }],
    },
  ],
})

function asked(level: 'senior' | 'department') {
  return sectionsFor(instrument, level).map((section) => [section.id, section.items.map((item) => item.id)])
}

test('a level sees its own items, and no section in which it is asked nothing', () => {
  expect(asked('senior')).toEqual([
    ['both', ['all']],
    ['seniors', ['top']],
  ])
  expect(asked('department')).toEqual([['both', ['all', 'heads']]])
})

test('items come in the order in which they are asked', () => {
  expect(itemsOf(instrument).map((item) => item.id)).toEqual(['all', 'heads', 'top'])
})

test('an item is found by its id, and an unknown id finds nothing', () => {
  expect(findItem(instrument, 'heads')?.wording).toBe('How many of yours?')
  expect(findItem(instrument, 'tails')).toBeUndefined()
})

test('a level with words of its own is asked in them; the other in the common words', () => {
  const item = itemsOf(instrument)[0]
  if (!item) throw new Error('the instrument has no items')
  expect([wordingFor(item, 'senior'), wordingFor(item, 'department')]).toEqual([
    'How many in all?',
    'How many?',
  ])
})
