import type { Answer, Answers, Value } from '#app/answers/answer.ts'
import type { Submission } from '#app/answers/submission.ts'
import type { Instrument, Item } from '#app/questionnaire/instrument.ts'
import { itemsOf } from '#app/questionnaire/items.ts'

export const DEPARTMENTS = [
  { id: 'd-sales', name: '=Sales' },
  { id: 'd-ops', name: 'O\'Brien\'s "yard", north' },
]
export const ROLES = [{ id: 'r-chief', name: '-Chief' }]

/** Texts that break files: formulas in every form, marks, quotes, separators, line breaks, scripts, signs of all planes. */
export const HARD_TEXTS = [
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '\n=1+1',
  '  =HYPERLINK("http://evil.example","x")',
  '＝1+1',
  '\u200b=1+1',
  '\u202e=1+1\u202c',
  "'",
  "'=1+1",
  "''quoted",
  '"; drop table lead; --',
  'a,b;c\td|e',
  'two\nlines\n',
  ' spaces at both ends ',
  '007',
  '1E5',
  'TRUE',
  '2026-03-01',
  '_x0041_ and _x005F_',
  '👩‍👩‍👧‍👦 Łódź שלום عربى ﷽ 数字',
  'e\u0301 and \u00e9',
  '\ufeffmark first',
  'lost \ufffd letter',
  'none \uffff \ufdd0 \u{1fffe} characters',
  '<script>alert(1)</script>&amp;]]>',
  '#comment',
] as const

/** One submission a hard text, its text in every place that takes one, the four states dealt over the items in turn. */
export function hardSubmissions(instrument: Instrument): Submission[] {
  return HARD_TEXTS.map((text, person) => {
    const level = person % 2 === 0 ? 'senior' : 'department'
    const asked = itemsOf(instrument).filter(({ levels }) => levels.includes(level))
    const answers: Answers = Object.fromEntries(
      asked.map((item, index) => [item.id, answerFor(item, text, person + index)]),
    )
    return {
      id: `s-${String(person).padStart(3, '0')}`,
      roundId: 'r1',
      level,
      leadId: `l-${person}`,
      departmentId: null,
      answers,
    }
  })
}

function answerFor(item: Item, text: string, turn: number): Answer {
  const state = (['answered', 'answered', 'cant-say', 'skipped', 'not-applicable'] as const)[turn % 5]
  return state === 'answered' ? { state, value: valueFor(item, text, turn) } : { state: state ?? 'skipped' }
}

function valueFor(item: Item, text: string, turn: number): Value {
  switch (item.kind) {
    case 'scale':
      return { kind: 'scale', point: 1 + (turn % 5) }
    case 'number':
      return { kind: 'number', number: item.min + (turn % (item.max - item.min + 1)) }
    case 'text':
      return { kind: 'text', text, mayQuote: turn % 2 === 0 }
    case 'multi':
      return { kind: 'multi', options: item.options.slice(0, turn % 3).map(({ id }) => id) }
    case 'choice': {
      const option = item.specify?.option ?? item.options[turn % item.options.length]?.id ?? ''
      return { kind: 'choice', option, text: item.specify ? text : '' }
    }
    case 'owner':
      return { kind: 'owner', owner: ownerFor(text, turn) }
    case 'lines': {
      const picks: Record<string, string> =
        turn % 2 ? Object.fromEntries(item.pickers.map(({ id }) => [id, 'd-ops'])) : {}
      const lines = [
        { text, picks },
        { text: `${text} again`, picks: {} },
      ]
      return { kind: 'lines', lines: turn % 7 === 0 ? [] : lines }
    }
  }
}

function ownerFor(text: string, turn: number): Extract<Value, { kind: 'owner' }>['owner'] {
  const owners = [
    { kind: 'role', roleId: 'r-chief' },
    { kind: 'someone-else', text },
    { kind: 'shared' },
    { kind: 'nobody' },
    { kind: 'offline' },
  ] as const
  return owners[turn % owners.length] ?? { kind: 'nobody' }
}

type Row = Record<string, string | number | null>

/** The answers that the rows of an export tell of, by person and item: the way back, as a reader of the file would go it. */
export function answersFrom(rows: readonly Row[], pickers: readonly string[]): Map<string, Answers> {
  const people = new Map<string, Answers>()
  for (const row of rows) {
    const person = String(row.person)
    const answers = people.get(person) ?? {}
    people.set(person, answers)
    const item = String(row.item)
    answers[item] = joined(answers[item], row, pickers)
  }
  return people
}

function joined(before: Answer | undefined, row: Row, pickers: readonly string[]): Answer {
  if (row.state !== 'answered') return { state: row.state } as Answer
  const value = valueFrom(row, pickers)
  if (before?.state !== 'answered') return { state: 'answered', value }
  if (value.kind === 'lines' && before.value.kind === 'lines') {
    return { state: 'answered', value: { kind: 'lines', lines: [...before.value.lines, ...value.lines] } }
  }
  if (value.kind === 'multi' && before.value.kind === 'multi') {
    return {
      state: 'answered',
      value: { kind: 'multi', options: [...before.value.options, ...value.options] },
    }
  }
  throw new Error(`${row.item} stands there twice`)
}

function valueFrom(row: Row, pickers: readonly string[]): Value {
  const text = row.text === null ? '' : String(row.text)
  const chosen = String(row.value ?? '')
  switch (row.kind) {
    case 'scale':
      return { kind: 'scale', point: row.number as number }
    case 'number':
      return { kind: 'number', number: row.number as number }
    case 'text':
      return { kind: 'text', text, mayQuote: row.may_quote === 'yes' }
    case 'multi':
      return { kind: 'multi', options: row.part === 0 ? [] : [chosen] }
    case 'choice':
      return { kind: 'choice', option: chosen, text }
    case 'owner':
      if (chosen.startsWith('role:'))
        return { kind: 'owner', owner: { kind: 'role', roleId: chosen.slice(5) } }
      if (chosen === 'someone-else') return { kind: 'owner', owner: { kind: 'someone-else', text } }
      return { kind: 'owner', owner: { kind: chosen as 'shared' } }
    case 'lines': {
      const picks = Object.fromEntries(
        pickers.filter((id) => row[id] !== null).map((id) => [id, String(row[id])]),
      )
      return { kind: 'lines', lines: row.part === 0 ? [] : [{ text, picks }] }
    }
    default:
      throw new Error(`no such kind: ${row.kind}`)
  }
}
