import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moveLine, moveOf } from '#app/answers/move-line.ts'
import { formWith } from './asked-items.ts'

const PICKERS = ['need-from', 'needed-by']

/** A page with three rows of dependencies, the last one blank, and another item beside them. */
function page(): FormData {
  return formWith(
    ['dependencies.1', 'Price data'],
    ['dependencies.1.need-from', 'finance'],
    ['dependencies.1.needed-by', 'sales'],
    ['dependencies.2', 'Two engineers'],
    ['dependencies.2.need-from', 'operations'],
    ['dependencies.2.needed-by', ''],
    ['dependencies.3', ''],
    ['dependencies.3.need-from', ''],
    ['dependencies.3.needed-by', ''],
    ['tiebreak', '4'],
    ['move', 'dependencies:2:up'],
  )
}

describe('a line that moves', () => {
  test('changes places with its neighbour, and takes its departments along', () => {
    const moved = Object.fromEntries(moveLine(page(), 'dependencies', 2, 'up', PICKERS))
    expect(moved).toMatchObject({
      'dependencies.1': 'Two engineers',
      'dependencies.1.need-from': 'operations',
      'dependencies.1.needed-by': '',
      'dependencies.2': 'Price data',
      'dependencies.2.need-from': 'finance',
      'dependencies.2.needed-by': 'sales',
      tiebreak: '4',
    })
  })

  test('down past a blank row leaves the blank row behind', () => {
    const moved = moveLine(page(), 'dependencies', 2, 'down', PICKERS)
    expect([moved.get('dependencies.2'), moved.get('dependencies.3')]).toEqual(['', 'Two engineers'])
  })

  test('up from the first row, down from the last, or from a row that is not there stays', () => {
    const same = [...page()]
    expect([...moveLine(page(), 'dependencies', 1, 'up', PICKERS)]).toEqual(same)
    expect([...moveLine(page(), 'dependencies', 3, 'down', PICKERS)]).toEqual(same)
    expect([...moveLine(page(), 'stops', 1, 'down', [])]).toEqual(same)
  })

  test('leaves the form that it came from as it was', () => {
    const form = page()
    moveLine(form, 'dependencies', 1, 'down', PICKERS)
    expect([...form]).toEqual([...page()])
  })

  test('up and then down again is where it was, and no field is lost or made', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), fc.nat(), (texts, pick) => {
        const row = 2 + (pick % (texts.length - 1))
        const form = formWith(...texts.map((text, index) => [`stops.${index + 1}`, text] as const))
        const up = moveLine(form, 'stops', row, 'up', [])
        expect([...up.keys()]).toEqual([...form.keys()])
        expect([...moveLine(up, 'stops', row - 1, 'down', [])]).toEqual([...form])
      }),
    )
  })
})

describe('the move that a form asks for', () => {
  test('is read from the button that was pressed', () => {
    expect(moveOf(page())).toEqual({ itemId: 'dependencies', row: 2, direction: 'up' })
  })

  test.each(['', 'dependencies', 'dependencies:0:up', 'dependencies:1:left', 'a:1:up:down'])(
    'is none for "%s"',
    (value) => {
      expect(moveOf(formWith(['move', value]))).toBeNull()
    },
  )

  test('is none if no such button was pressed', () => {
    expect(moveOf(new FormData())).toBeNull()
  })
})
