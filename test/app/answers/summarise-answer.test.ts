import { expect, test } from 'vitest'
import type { Answer, Line, Value } from '#app/answers/answer.ts'
import { summariseAnswer } from '#app/answers/summarise-answer.ts'
import type { Item } from '#app/questionnaire/instrument.ts'
import { askedItem } from './asked-items.ts'

const names = Object.freeze({
  departments: [
    { id: 'finance', name: 'Finance' },
    { id: 'sales', name: 'Sales' },
  ],
  roles: [{ id: 'coo', name: 'Chief operating officer' }],
})
const said = (item: Item, value: Value) => summariseAnswer(item, { state: 'answered', value }, names)

test('the four states never read alike', () => {
  const item = askedItem('priorities', 'lines')
  const answers: (Answer | undefined)[] = [
    undefined,
    { state: 'cant-say' },
    { state: 'not-applicable' },
    { state: 'answered', value: { kind: 'lines', lines: [] } },
  ]
  const words = answers.map((answer) => summariseAnswer(item, answer, names))
  expect(words).toEqual(['Left empty', 'Can’t say', 'Does not apply', 'Nothing comes to mind'])
  expect(summariseAnswer(item, { state: 'skipped' }, names)).toBe('Left empty')
})

test('lines keep their order and name the departments that were chosen', () => {
  const lines: Line[] = [
    { text: 'Contract data', picks: { 'need-from': 'sales', 'needed-by': 'finance' } },
    { text: 'Test slots', picks: {} },
  ]
  expect(said(askedItem('dependencies', 'lines'), { kind: 'lines', lines })).toBe(
    '1. Contract data (we need it from Sales, it is needed by Finance)\n2. Test slots',
  )
})

test('a point, a choice, options and a number are said in the words of the page', () => {
  expect(said(askedItem('added-midquarter', 'scale'), { kind: 'scale', point: 4 })).toBe('Often')
  expect(
    said(askedItem('tradeoff', 'choice'), { kind: 'choice', option: 'specific', text: 'The portal' }),
  ).toBe('Yes, something specific: The portal')
  const multi = askedItem('weekly-answers', 'multi')
  expect(said(multi, { kind: 'multi', options: [] })).toBe('None of these')
  const [first, , third] = multi.options
  expect(said(multi, { kind: 'multi', options: [first?.id ?? '', third?.id ?? ''] })).toBe(
    `${first?.label}; ${third?.label}`,
  )
  expect(said(askedItem('estimate-first', 'number'), { kind: 'number', number: 0 })).toBe('0 of 10')
})

test('an owner is a role, somebody typed, or one of the ways of having none', () => {
  const item = askedItem('owns-outcome', 'owner')
  expect(said(item, { kind: 'owner', owner: { kind: 'role', roleId: 'coo' } })).toBe(
    'Chief operating officer',
  )
  expect(said(item, { kind: 'owner', owner: { kind: 'someone-else', text: 'The board' } })).toBe(
    'Someone else: The board',
  )
  expect(said(item, { kind: 'owner', owner: { kind: 'nobody' } })).toBe('Nobody')
})

test('a text that is not to be quoted says so', () => {
  const item = askedItem('one-fix', 'text')
  expect(said(item, { kind: 'text', text: 'Fewer meetings', mayQuote: false })).toBe(
    'Fewer meetings (not to be quoted)',
  )
})

test('an answer of another kind than its item is a broken contract', () => {
  expect(() => said(askedItem('one-fix', 'text'), { kind: 'scale', point: 1 })).toThrow(/kind/)
})
