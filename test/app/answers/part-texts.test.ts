import { expect, test } from 'vitest'
import type { Answer, Answers } from '#app/answers/answer.ts'
import { partTexts } from '#app/answers/part-texts.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { full } from './asked-items.ts'

const items = itemsOf(full)
const given = (value: Extract<Answer, { state: 'answered' }>['value']): Answer => ({
  state: 'answered',
  value,
})

const answers: Answers = Object.freeze({
  priorities: given({ kind: 'lines', lines: [{ text: 'Pricing', picks: {} }] }),
  tradeoff: given({ kind: 'choice', option: 'specific', text: 'the portal, as I said' }),
  'owns-outcome': given({ kind: 'owner', owner: { kind: 'someone-else', text: 'my former boss' } }),
  'closes-loop': given({ kind: 'owner', owner: { kind: 'nobody' } }),
  'one-fix': given({ kind: 'text', text: 'fewer meetings, honestly', mayQuote: true }),
  tiebreak: { state: 'cant-say' },
})

test('what was written freely leaves the answers, and the choice beside it stays', () => {
  const parted = partTexts(items, answers)
  expect(JSON.stringify(parted.answers)).not.toMatch(/portal|former boss|honestly/)
  expect(parted.answers.tradeoff).toEqual(given({ kind: 'choice', option: 'specific', text: '' }))
  expect(parted.answers['owns-outcome']).toEqual(
    given({ kind: 'owner', owner: { kind: 'someone-else', text: '' } }),
  )
  expect(parted.answers).not.toHaveProperty('one-fix')
})

test('the texts come out whole, each with its item', () => {
  const { texts } = partTexts(items, answers)
  expect(texts.map(({ itemId }) => itemId)).toEqual(['tradeoff', 'owns-outcome', 'one-fix'])
  expect(texts.map(({ itemId, answer }) => [itemId, answer])).toEqual(
    ['tradeoff', 'owns-outcome', 'one-fix'].map((id) => [id, answers[id]]),
  )
})

test('lines, points and states without words stay where they are', () => {
  const parted = partTexts(items, answers)
  for (const id of ['priorities', 'closes-loop', 'tiebreak']) expect(parted.answers[id]).toEqual(answers[id])
})
