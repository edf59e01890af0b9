import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answerSchema, LINE_LENGTH, type Value } from '#app/answers/answer.ts'
import { formOf } from '#app/answers/form-of.ts'
import { parseItem } from '#app/answers/parse-item.ts'
import type { Item, ItemOf } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { askedItem, departments, formWith, full, roles } from './asked-items.ts'

function words(most: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= most)
}

function idOf(named: readonly { id: string }[]): fc.Arbitrary<string> {
  return fc.constantFrom(...named.map(({ id }) => id))
}

function linesValue(item: ItemOf<'lines'>): fc.Arbitrary<Value> {
  const pickerIds = item.pickers.map((picker) => picker.id)
  const picks =
    pickerIds.length === 0
      ? fc.constant({})
      : fc.dictionary(fc.constantFrom(...pickerIds), idOf(departments), { noNullPrototype: true })
  const line = fc.record({ text: words(LINE_LENGTH), picks })
  return fc.array(line, { maxLength: item.most }).map((lines): Value => ({ kind: 'lines', lines }))
}

function ownerValue(): fc.Arbitrary<Value> {
  const owner = fc.oneof(
    idOf(roles).map((roleId) => ({ kind: 'role' as const, roleId })),
    words(LINE_LENGTH).map((text) => ({ kind: 'someone-else' as const, text })),
    fc.constantFrom('shared' as const, 'nobody' as const, 'offline' as const).map((kind) => ({ kind })),
  )
  return owner.map((value): Value => ({ kind: 'owner', owner: value }))
}

function choiceValue(item: ItemOf<'choice'>): fc.Arbitrary<Value> {
  return fc.tuple(idOf(item.options), words(LINE_LENGTH)).map(([option, text]): Value => {
    return { kind: 'choice', option, text: option === item.specify?.option ? text : '' }
  })
}

function valueFor(item: Item): fc.Arbitrary<Value> {
  switch (item.kind) {
    case 'lines':
      return linesValue(item)
    case 'scale':
      return fc.integer({ min: 1, max: 5 }).map((point): Value => ({ kind: 'scale', point }))
    case 'owner':
      return ownerValue()
    case 'choice':
      return choiceValue(item)
    case 'multi':
      return fc
        .subarray(item.options.map((option) => option.id))
        .map((options): Value => ({ kind: 'multi', options }))
    case 'number':
      return fc.integer(item).map((number): Value => ({ kind: 'number', number }))
    case 'text':
      return fc
        .record({ text: words(item.maxLength), mayQuote: fc.boolean() })
        .map((text): Value => ({ kind: 'text', ...text }))
  }
}

function answerFor(item: Item): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 5, arbitrary: valueFor(item).map((value): Answer => ({ state: 'answered', value })) },
    fc.constantFrom<Answer>({ state: 'cant-say' }, { state: 'not-applicable' }, { state: 'skipped' }),
  )
}

const oneOfEachKind = [...new Map(itemsOf(full).map((item) => [item.kind, item])).values()]
const asked = [...oneOfEachKind, askedItem('tradeoff', 'choice'), askedItem('dependencies', 'lines')]

describe('a form read back gives the answer that it was made of', () => {
  test.each(asked.map((item) => [item.kind, item.id, item] as const))('%s (%s)', (_kind, _id, item) => {
    fc.assert(
      fc.property(answerFor(item), (answer) => {
        const form = formWith(...formOf(item, answer))
        expect(parseItem(item, form, departments, roles)).toEqual({ ok: true, answer })
      }),
    )
  })

  test('and what is read from a form passes the schema of stored answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...asked).chain(answerFor), (answer) => {
        expect(answerSchema.parse(answer)).toEqual(answer)
      }),
    )
  })

  test('all seven kinds are among them', () => {
    expect(oneOfEachKind).toHaveLength(7)
  })
})

test('an answer of another kind than the item is a broken contract', () => {
  const point: Answer = { state: 'answered', value: { kind: 'scale', point: 3 } }
  expect(() => formOf(askedItem('one-fix', 'text'), point)).toThrow(
    'item "one-fix" is of kind text, its answer of kind scale',
  )
})
