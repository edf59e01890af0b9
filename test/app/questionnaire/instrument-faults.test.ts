import { describe, expect, test } from 'vitest'
import { readInstrument } from '#app/questionnaire/read-instrument.ts'

const lines = {
  id: 'priorities',
  construct: 'alignment',
  kind: 'lines',
  wording: 'What comes first?',
  most: 5,
  asked: 3,
  ordered: true,
  catalogueSize: 20,
}
const choice = {
  id: 'list',
  construct: 'alignment',
  kind: 'choice',
  wording: 'Is there a list?',
  options: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
  ordered: false,
}
const multi = { ...choice, id: 'which', kind: 'multi' }
const number = { id: 'count', construct: 'focus', kind: 'number', wording: 'How many?', min: 0, max: 10 }

function sectionOf(id: string, ...items: object[]) {
  return { id, construct: 'alignment', title: 'A section', items }
}

function errorsOf(...sections: object[]): string[] {
  const reading = readInstrument('own.json', {
    format: 'plumbline-instrument/1',
    id: 'own',
    version: 1,
    title: 'Our own',
    purpose: 'To see whether it reads',
    minutes: '1',
    language: 'en-GB',
    sections,
  })
  return reading.ok ? [] : reading.errors
}

test('another instrument of the same format can be read', () => {
  expect(errorsOf(sectionOf('first', lines, choice, multi), sectionOf('second', number))).toEqual([])
})

describe('an instrument is refused when', () => {
  const faults: [rule: string, item: object, error: string][] = [
    [
      'more lines are asked than there is room for',
      { ...lines, most: 2 },
      'item "priorities": asked: "asked" must not be above "most"',
    ],
    [
      'the catalogue is smaller than twice the lines asked',
      { ...lines, catalogueSize: 5 },
      'item "priorities": catalogueSize: "catalogueSize" must be at least twice "asked"',
    ],
    [
      'two pickers share an id',
      { ...lines, pickers: ['From', 'By'].map((label) => ({ id: 'who', label, options: 'departments' })) },
      'item "priorities": pickers: the picker id "who" is used twice',
    ],
    [
      'two options of a choice share an id',
      { ...choice, options: [...choice.options, { id: 'yes', label: 'Yes, again' }] },
      'item "list": options: the option id "yes" is used twice',
    ],
    [
      'two options of a multi share an id',
      { ...multi, options: [...choice.options, { id: 'no', label: 'No, again' }] },
      'item "which": options: the option id "no" is used twice',
    ],
    [
      'the option that asks for words does not exist',
      { ...choice, specify: { option: 'maybe', label: 'What is it?' } },
      'item "list": specify.option: there is no option "maybe"',
    ],
    [
      'an option takes the id that means "can\'t say"',
      { ...choice, options: [...choice.options, { id: 'cant-say', label: 'No idea' }] },
      'item "list": options: the id "cant-say" is kept for the questionnaire\'s own use',
    ],
    [
      'an option of a multi takes the id that means "none of these"',
      { ...multi, options: [...choice.options, { id: 'none', label: 'Nothing' }] },
      'item "which": options: the id "none" is kept for the questionnaire\'s own use',
    ],
    [
      'a range of numbers holds nothing to choose between',
      { ...number, min: 10 },
      'item "count": max: "max" must be above "min"',
    ],
    [
      'a level is worded that is not asked',
      { ...number, levels: ['senior'], wordingByLevel: { department: 'How many have you?' } },
      'item "count": wordingByLevel.department: the level "department" is not asked this item',
    ],
    [
      'a level is named twice',
      { ...number, levels: ['senior', 'senior'] },
      'item "count": levels: the level "senior" is named twice',
    ],
    [
      "an item takes the name of one of the form's own fields",
      { ...number, id: 'move' },
      'sections: the id "move" is kept for the questionnaire\'s own use',
    ],
    [
      'an option is healthier than healthy',
      { ...choice, options: [{ id: 'yes', label: 'Yes', strength: 1.5 }, choice.options[1]] },
      'item "list": options.0.strength: ',
    ],
  ]

  test.each(faults)('%s', (_, item, error) => {
    const errors = errorsOf(sectionOf('first', item))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(`own.json: ${error}`)
  })

  test('two items share an id, even across sections', () => {
    expect(errorsOf(sectionOf('first', number), sectionOf('second', number))).toEqual([
      'own.json: sections: the item id "count" is used twice',
    ])
  })

  test('two sections share an id', () => {
    expect(errorsOf(sectionOf('first', number), sectionOf('first', choice))).toEqual([
      'own.json: sections: the section id "first" is used twice',
    ])
  })

  test.each(['review', 'done', 'leave'])('a section takes the address of the page "%s"', (id) => {
    expect(errorsOf(sectionOf(id, number))).toEqual([
      `own.json: sections: the id "${id}" is kept for the questionnaire's own use`,
    ])
  })
})

describe('an error names the place', () => {
  test('a section by its id', () => {
    expect(errorsOf({ ...sectionOf('first', number), title: '' })[0]).toMatch(
      /^own\.json: section "first": title: /,
    )
  })

  test('an item without an id by its position', () => {
    expect(errorsOf(sectionOf('first', number, { ...choice, id: undefined }))[0]).toMatch(
      /^own\.json: item number 2: id: /,
    )
  })

  test('something that is not even an item by its position', () => {
    expect(errorsOf(sectionOf('first', number, null as unknown as object))[0]).toMatch(
      /^own\.json: item number 2: /,
    )
  })

  test('every fault is told, not only the first', () => {
    expect(errorsOf(sectionOf('first', { ...number, wording: '' }, { ...choice, wording: '' }))).toHaveLength(
      2,
    )
  })
})
