import { describe, expect, test } from 'vitest'
import type { Value } from '#app/answers/answer.ts'
import { answerStateOf } from '#app/answers/nonresponse.ts'
import { parseItem } from '#app/answers/parse-item.ts'
import { isAnswered } from '#app/answers/progress.ts'
import { type Item, type ItemOf, itemSchema } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { askedItem, departments, formWith, full, roles } from './asked-items.ts'

type Fields = (readonly [name: string, value: string])[]

const priorities = askedItem('priorities', 'lines')
const dependencies = askedItem('dependencies', 'lines')
const tiebreak = askedItem('tiebreak', 'scale')
const outcome = askedItem('owns-outcome', 'owner')
const tradeoff = askedItem('tradeoff', 'choice')
const notnow = askedItem('notnow', 'choice')
const weekly = askedItem('weekly-answers', 'multi')
const estimate = askedItem('estimate-first', 'number')
const oneFix = askedItem('one-fix', 'text')

const NOT_OFFERED = 'Please choose one of the answers offered'

function parse(item: Item, ...fields: Fields) {
  return parseItem(item, formWith(...fields), departments, roles)
}

function answered(value: Value) {
  return { ok: true, answer: { state: 'answered', value } }
}

function refused(error: string) {
  return { ok: false, error }
}

describe('the four states', () => {
  test('an item that was left alone is skipped, whatever its kind', () => {
    for (const item of itemsOf(full)) expect(parse(item)).toEqual({ ok: true, answer: { state: 'skipped' } })
  })

  test('blank fields and white space are no answer', () => {
    const blank: [Item, Fields][] = [
      [
        priorities,
        [
          ['priorities.1', ''],
          ['priorities.2', '  '],
        ],
      ],
      [
        dependencies,
        [
          ['dependencies.1', ''],
          ['dependencies.1.need-from', ''],
        ],
      ],
      [outcome, [['owns-outcome.text', ' ']]],
      [tradeoff, [['tradeoff.text', '']]],
      [estimate, [['estimate-first', ' ']]],
      [
        oneFix,
        [
          ['one-fix', ''],
          ['one-fix.private', '1'],
        ],
      ],
    ]
    for (const [item, fields] of blank) expect(parse(item, ...fields)).toEqual(parse(item))
  })

  test('"can\'t say" and "does not apply" can be ticked in every kind', () => {
    for (const item of itemsOf(full)) {
      for (const state of ['cant-say', 'not-applicable'] as const) {
        expect(parse(item, [`${item.id}.state`, state])).toEqual({ ok: true, answer: { state } })
      }
    }
  })

  test('"can\'t say" is also one of the choices where there are choices', () => {
    for (const item of [tiebreak, outcome, notnow, weekly]) {
      expect(parse(item, [item.id, 'cant-say'])).toEqual({ ok: true, answer: { state: 'cant-say' } })
    }
  })

  test('"nothing comes to mind" is an answer of no lines, and of no other kind', () => {
    expect(parse(priorities, ['priorities.state', 'nothing'])).toEqual(answered({ kind: 'lines', lines: [] }))
    expect(parse(tiebreak, ['tiebreak.state', 'nothing'])).toEqual(refused(NOT_OFFERED))
  })

  test('an unknown state is an error', () => {
    expect(parse(estimate, ['estimate-first.state', 'answered'])).toEqual(refused(NOT_OFFERED))
  })

  test('an answer beside a ticked state is asked about: neither is thrown away', () => {
    expect(parse(priorities, ['priorities.1', 'Retention'], ['priorities.state', 'nothing'])).toEqual(
      refused('You gave an answer and also ticked “Nothing comes to mind”; please keep one'),
    )
    expect(parse(estimate, ['estimate-first', '4'], ['estimate-first.state', 'cant-say'])).toEqual(
      refused('You gave an answer and also ticked “Can’t say”; please keep one'),
    )
    expect(parse(estimate, ['estimate-first', 'four'], ['estimate-first.state', 'not-applicable'])).toEqual(
      refused('You gave an answer and also ticked “Does not apply”; please keep one'),
    )
  })
})

describe('lines', () => {
  test('keep the order of their rows; blank rows are dropped', () => {
    expect(
      parse(priorities, ['priorities.4', 'Hiring'], ['priorities.1', 'Retention'], ['priorities.2', '']),
    ).toEqual(
      answered({
        kind: 'lines',
        lines: [
          { text: 'Retention', picks: {} },
          { text: 'Hiring', picks: {} },
        ],
      }),
    )
  })

  test('lose white space outside, keep it inside, and are kept twice if typed twice', () => {
    expect(
      parse(priorities, ['priorities.1', ' Win  back clients '], ['priorities.2', 'Win  back clients']),
    ).toEqual(
      answered({ kind: 'lines', lines: [1, 2].map(() => ({ text: 'Win  back clients', picks: {} })) }),
    )
  })

  test('carry the departments that were picked, and only those', () => {
    expect(
      parse(
        dependencies,
        ['dependencies.1', 'Price data'],
        ['dependencies.1.need-from', 'finance'],
        ['dependencies.1.needed-by', ''],
      ),
    ).toEqual(answered({ kind: 'lines', lines: [{ text: 'Price data', picks: { 'need-from': 'finance' } }] }))
  })

  test('rows past the last are not read', () => {
    expect(parse(priorities, ['priorities.6', 'A sixth'])).toEqual(parse(priorities))
  })

  test('may have 140 characters and no more; every long line is named by its row', () => {
    const long = (count: number) => 'x'.repeat(count)
    expect(parse(priorities, ['priorities.1', long(140)]).ok).toBe(true)
    expect(parse(priorities, ['priorities.2', long(163)])).toEqual(
      refused('Line 2 has 163 characters; please keep it to 140'),
    )
    expect(parse(priorities, ['priorities.2', long(163)], ['priorities.5', long(1141)])).toEqual(
      refused(
        'Line 2 has 163 characters; please keep it to 140. Line 5 has 1,141 characters; please keep it to 140',
      ),
    )
  })

  test('a department that is not on the list is an error', () => {
    expect(
      parse(dependencies, ['dependencies.3', 'Price data'], ['dependencies.3.needed-by', 'marketing']),
    ).toEqual(refused('Line 3 names a department that is not on the list; please choose again'))
  })

  test('a department without a line is asked about', () => {
    expect(parse(dependencies, ['dependencies.2.need-from', 'sales'])).toEqual(
      refused('Line 2 has a department but no text; please add the text or clear the department'),
    )
  })
})

describe('scale', () => {
  test('is a point from 1 to 5', () => {
    for (const point of [1, 2, 3, 4, 5]) {
      expect(parse(tiebreak, ['tiebreak', String(point)])).toEqual(answered({ kind: 'scale', point }))
    }
  })

  test.each(['0', '6', '2.5', '-1', 'often'])('"%s" is not a point', (value) => {
    expect(parse(tiebreak, ['tiebreak', value])).toEqual(refused(NOT_OFFERED))
  })
})

describe('owner', () => {
  test('is one of the roles', () => {
    expect(parse(outcome, ['owns-outcome', 'role:coo'])).toEqual(
      answered({ kind: 'owner', owner: { kind: 'role', roleId: 'coo' } }),
    )
  })

  test.each(['shared', 'nobody', 'offline'] as const)('can be "%s"', (kind) => {
    expect(parse(outcome, ['owns-outcome', kind])).toEqual(answered({ kind: 'owner', owner: { kind } }))
  })

  test('can be someone else, whose name is typed', () => {
    const someone = answered({ kind: 'owner', owner: { kind: 'someone-else', text: 'The chair' } })
    expect(parse(outcome, ['owns-outcome', 'someone-else'], ['owns-outcome.text', ' The chair '])).toEqual(
      someone,
    )
    expect(parse(outcome, ['owns-outcome.text', 'The chair'])).toEqual(someone)
  })

  test('someone else without a name, or with far too long a name, is an error', () => {
    expect(parse(outcome, ['owns-outcome', 'someone-else'], ['owns-outcome.text', ' '])).toEqual(
      refused('Please type who it is, or choose another answer'),
    )
    expect(parse(outcome, ['owns-outcome', 'someone-else'], ['owns-outcome.text', 'x'.repeat(141)])).toEqual(
      refused('This has 141 characters; please keep it to 140'),
    )
  })

  test('a name that was typed counts only if "someone else" was chosen or nothing was', () => {
    expect(parse(outcome, ['owns-outcome', 'nobody'], ['owns-outcome.text', 'The chair'])).toEqual(
      answered({ kind: 'owner', owner: { kind: 'nobody' } }),
    )
  })

  test.each(['role:cto', 'role:', 'coo', 'everybody'])('"%s" is not on the list', (value) => {
    expect(parse(outcome, ['owns-outcome', value])).toEqual(refused(NOT_OFFERED))
  })
})

describe('choice', () => {
  test('is one of the options', () => {
    expect(parse(notnow, ['notnow', 'enforced'])).toEqual(
      answered({ kind: 'choice', option: 'enforced', text: '' }),
    )
  })

  test('an option that is not offered is an error', () => {
    expect(parse(notnow, ['notnow', 'sometimes'])).toEqual(refused(NOT_OFFERED))
  })

  test('words belong to the option that asks for them, also if it was not ticked', () => {
    const specific = answered({ kind: 'choice', option: 'specific', text: 'The new portal' })
    expect(parse(tradeoff, ['tradeoff', 'specific'], ['tradeoff.text', ' The new portal '])).toEqual(specific)
    expect(parse(tradeoff, ['tradeoff.text', 'The new portal'])).toEqual(specific)
    expect(parse(tradeoff, ['tradeoff', 'nothing'], ['tradeoff.text', 'The new portal'])).toEqual(
      answered({ kind: 'choice', option: 'nothing', text: '' }),
    )
  })

  test('"something specific" without words, or with far too many, is an error', () => {
    expect(parse(tradeoff, ['tradeoff', 'specific'])).toEqual(
      refused('Please add a few words, or choose another answer'),
    )
    expect(parse(tradeoff, ['tradeoff', 'specific'], ['tradeoff.text', 'x'.repeat(200)])).toEqual(
      refused('This has 200 characters; please keep it to 140'),
    )
  })

  test('a choice that asks for no words reads none', () => {
    expect(parse(notnow, ['notnow.text', 'A list of sorts'])).toEqual(parse(notnow))
  })
})

describe('multi', () => {
  test('keeps the options in the order of the list, each once', () => {
    const fields: Fields = ['stopping', 'blocked', 'stopping'].map((id) => ['weekly-answers', id])
    expect(parse(weekly, ...fields)).toEqual(answered({ kind: 'multi', options: ['blocked', 'stopping'] }))
  })

  test('"none of these" is an answer without options', () => {
    expect(parse(weekly, ['weekly-answers', 'none'])).toEqual(answered({ kind: 'multi', options: [] }))
  })

  test.each(['none', 'cant-say'])('"%s" beside an option is asked about', (value) => {
    expect(parse(weekly, ['weekly-answers', 'blocked'], ['weekly-answers', value])).toEqual(
      refused('“None of these” and “Can’t say” do not go with other answers; please keep one'),
    )
  })

  test('an option that is not offered is an error', () => {
    expect(parse(weekly, ['weekly-answers', 'blocked'], ['weekly-answers', 'lunch'])).toEqual(
      refused(NOT_OFFERED),
    )
  })
})

describe('number', () => {
  test.each([
    ['0', 0],
    [' 10 ', 10],
    ['07', 7],
    ['-0', 0],
  ])('"%s" is %i', (text, number) => {
    expect(parse(estimate, ['estimate-first', text])).toEqual(answered({ kind: 'number', number }))
  })

  test.each(['11', '-1', '2.5', '3.0', '1e1', 'five', '4 or 5', '9'.repeat(400)])(
    '"%s" is an error',
    (text) => {
      expect(parse(estimate, ['estimate-first', text])).toEqual(
        refused('Please give a whole number from 0 to 10'),
      )
    },
  )
})

describe('text', () => {
  test('may be quoted unless its author says no', () => {
    expect(parse(oneFix, ['one-fix', 'Fewer projects.\nOne owner each. '])).toEqual(
      answered({ kind: 'text', text: 'Fewer projects.\nOne owner each. ', mayQuote: true }),
    )
    expect(parse(oneFix, ['one-fix', 'Fewer projects'], ['one-fix.private', '1'])).toEqual(
      answered({ kind: 'text', text: 'Fewer projects', mayQuote: false }),
    )
  })

  test('of nothing but white space is kept as typed, and the item still counts as left empty', () => {
    const parsed = parse(oneFix, ['one-fix', ' \u3000\ufeff'])
    expect(parsed).toEqual(answered({ kind: 'text', text: ' \u3000\ufeff', mayQuote: true }))
    expect(answerStateOf(parsed.ok ? { 'one-fix': parsed.answer } : {}, 'one-fix')).toBe('skipped')
    expect(parsed.ok && isAnswered(parsed.answer)).toBe(false)
  })

  test('may have up to 20,000 characters where an item asks for so many', () => {
    const long = itemSchema.parse({ ...oneFix, maxLength: 20_000 }) as ItemOf<'text'>
    expect(parse(long, ['one-fix', 'x'.repeat(20_000)]).ok).toBe(true)
    expect(parse(long, ['one-fix', 'x'.repeat(20_001)])).toEqual(
      refused('This has 20,001 characters; please keep it to 20,000'),
    )
    expect(itemSchema.safeParse({ ...oneFix, maxLength: 20_001 }).success).toBe(false)
  })

  test('may have as many characters as the item allows and no more', () => {
    expect(parse(oneFix, ['one-fix', 'x'.repeat(1000)]).ok).toBe(true)
    expect(parse(oneFix, ['one-fix', 'x'.repeat(1043)])).toEqual(
      refused('This has 1,043 characters; please keep it to 1,000'),
    )
  })
})

test('a file in place of a text is no answer', () => {
  const form = new FormData()
  form.append('one-fix', new Blob(['text']), 'answer.txt')
  expect(parseItem(oneFix, form, departments, roles)).toEqual(parse(oneFix))
})
