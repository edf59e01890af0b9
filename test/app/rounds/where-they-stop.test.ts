import { expect, test } from 'vitest'
import { instrumentSchema } from '#app/questionnaire/instrument.ts'
import { whereTheyStop } from '#app/rounds/where-they-stop.ts'

const INSTRUMENT = instrumentSchema.parse({
  format: 'plumbline-instrument/1',
  id: 'tiny',
  version: 1,
  title: 'Tiny',
  purpose: 'To stop midway.',
  minutes: '1',
  language: 'en',
  sections: ['one', 'two', 'three'].map((id) => ({
    id,
    construct: 'focus',
    title: id.toUpperCase(),
    items: [{ id: `${id}-item`, construct: 'focus', kind: 'text', wording: 'Anything?' }],
  })),
})

const stop = (...sections: string[]) => ({
  level: 'senior' as const,
  itemIds: sections.map((id) => `${id}-item`),
})
const stops = (...all: ReturnType<typeof stop>[]) => whereTheyStop(all, INSTRUMENT, 4)

test('nothing is told of fewer than the smallest group', () => {
  expect(stops(stop('one'), stop('one'), stop('two'))).toEqual({ kind: 'too-few', needed: 4 })
})

test('people stopped in the furthest section they answered in', () => {
  expect(stops(stop('one'), stop('one', 'three'), stop('three'), stop('one'))).toEqual({
    kind: 'counted',
    n: 4,
    sections: [
      { title: 'ONE', words: '2 of 4' },
      { title: 'THREE', words: '2 of 4' },
    ],
  })
})

test('a section where one person stopped is not listed, and all reads like all but one', () => {
  const oneApart = stops(stop('one'), stop('one'), stop('one'), stop('two'))
  const together = stops(stop('one'), stop('one'), stop('one'), stop('one'))
  expect(oneApart).toEqual(together)
  expect(together).toMatchObject({ sections: [{ title: 'ONE', words: 'all or all but one' }] })
})

test('who took everything back stands at the beginning', () => {
  expect(stops(stop(), stop(), stop('two'), stop('two'))).toMatchObject({
    sections: [{ title: 'ONE' }, { title: 'TWO' }],
  })
})
