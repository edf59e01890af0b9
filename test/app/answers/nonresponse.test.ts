import { describe, expect, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { answerStateOf, emptyAnswers } from '#app/answers/nonresponse.ts'
import type { Section } from '#app/questionnaire/instrument.ts'
import { full } from './asked-items.ts'

const thisQuarter = full.sections[0] as Section
const rhythm = full.sections.find((section) => section.id === 'rhythm') as Section

const answers: Answers = Object.freeze({
  priorities: { state: 'answered', value: { kind: 'lines', lines: [] } } as const,
  stops: { state: 'cant-say' } as const,
  tiebreak: { state: 'not-applicable' } as const,
  notnow: { state: 'skipped' } as const,
})

describe('the state of an item', () => {
  test.each([
    ['priorities', 'answered'],
    ['stops', 'cant-say'],
    ['tiebreak', 'not-applicable'],
    ['notnow', 'skipped'],
  ])('%s is %s', (itemId, state) => {
    expect(answerStateOf(answers, itemId)).toBe(state)
  })

  test('an item that was never saved is skipped', () => {
    expect(answerStateOf(answers, 'dependencies')).toBe('skipped')
  })
})

describe('items asked about once more', () => {
  const asked = (section: Section, given: Answers) => emptyAnswers(section, given).map((item) => item.id)

  test('are the insisting ones that were left empty', () => {
    expect(asked(thisQuarter, {})).toEqual(['priorities', 'stops', 'dependencies'])
  })

  test('are none of those that were answered, even with "nothing comes to mind" or "can\'t say"', () => {
    expect(asked(thisQuarter, answers)).toEqual(['dependencies'])
  })

  test('are none in a section that insists on nothing', () => {
    expect(asked(rhythm, {})).toEqual([])
  })
})
