import { is, type Token } from './tokens.ts'

const BEFORE = [
  'by',
  'in',
  'on',
  'until',
  'from',
  'before',
  'during',
  'of',
  'end',
  'early',
  'late',
  'mid',
  'until',
]
const NUMBERED = ['week', 'q', 'month', 'day', 'sprint']

/** Marks the parts of dates, so that "by 15 May" and "Q3" count as a date and not as a target. */
export function markDates(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => ({ ...token, date: isDate(tokens, at) }))
}

function isDate(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  if (/^[qh][1-4]$/.test(token.word)) return true
  if (isYear(token) && !/^[%€£$]$/.test(`${before?.text}`) && after?.text !== '%') return true
  if (isMonth(tokens, at)) return true
  if (token.value === null) return false
  return isMonth(tokens, at + 1) || isMonth(tokens, at - 1) || NUMBERED.includes(before?.word ?? '')
}

function isYear({ text }: Token): boolean {
  return /^20[2-4]\d$/.test(text)
}

/** "May" and "fall" are months and seasons only beside a number or after a word of time. */
function isMonth(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!is(token, 'months')) return false
  return (
    /^\d/.test(before?.word ?? '') || /^\d/.test(after?.word ?? '') || BEFORE.includes(before?.word ?? '')
  )
}

/** The date in words as typed: from the word before it to its last part. */
export function dateIn(tokens: readonly Token[]): string | null {
  const first = tokens.findIndex(({ date }) => date)
  if (first < 0) return null
  const length = tokens.slice(first).findIndex(({ date }) => !date)
  const end = length < 0 ? tokens.length : first + length
  const from = first > 1 && tokens[first - 1]?.word === 'of' ? first - 2 : first
  return tokens
    .slice(from, end)
    .map(({ text }) => text)
    .join(' ')
}
