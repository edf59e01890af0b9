import { expect, test } from 'vitest'
import { inTheirWordsPages } from '#app/report/pages/in-their-words.ts'
import { noQuotesReason } from '#app/report/quotes/quote.ts'
import type { ReportInput } from '#app/report/report-input.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'

const round = { smallestGroup: 5 } as const

test('seven people are too few for quotes, eight are enough; a larger smallest group asks for more', () => {
  expect(noQuotesReason({ ...round, privacyMode: 'confidential', submitted: 7 })).toMatch(/Fewer than 8/)
  expect(noQuotesReason({ ...round, privacyMode: 'confidential', submitted: 8 })).toBeNull()
  expect(noQuotesReason({ privacyMode: 'confidential', smallestGroup: 10, submitted: 9 })).toMatch(
    /Fewer than 10/,
  )
})

test('an unlinked round has none, however many answered; an open one always may', () => {
  expect(noQuotesReason({ ...round, privacyMode: 'unlinked', submitted: 40 })).toMatch(/unlinked/)
  expect(noQuotesReason({ ...round, privacyMode: 'open', submitted: 3 })).toBeNull()
})

const { diagnosis } = simulatedReport({ profile: 'split', seniors: 9, departments: 12 })
const ruleId = diagnosis.findings[0]?.ruleId ?? ''
const quotes = Array.from({ length: 6 }, (_, index) => ({
  id: `q${index}`,
  ruleId,
  extract: `Words ${index}`,
}))
const pageOf = (input: Partial<ReportInput>) =>
  inTheirWordsPages({ diagnosis, documentId: 'PL-1', quotes, ...input } as ReportInput)[0]
const order = (documentId: string) => {
  const list = pageOf({ documentId })?.blocks.find((block) => block.kind === 'list')
  return list?.kind === 'list' ? list.items.map(({ text }) => text) : []
}

test('the page is there only where something is released for a finding that is made', () => {
  expect(pageOf({ quotes: [] })).toBeUndefined()
  expect(pageOf({ quotes: quotes.map((quote) => ({ ...quote, ruleId: 'no-such-rule' })) })).toBeUndefined()
  expect(pageOf({})?.id).toBe('in-their-words')
})

test('quotes stand under their finding, in an order of their own for every version, the same each time', () => {
  expect(order('PL-1').toSorted()).toEqual(quotes.map(({ extract }) => `“${extract}”`))
  expect(order('PL-1')).toEqual(order('PL-1'))
  const orders = new Set(Array.from({ length: 20 }, (_, version) => order(`PL-${version}`).join()))
  expect(orders.size).toBeGreaterThan(15)
})

test('over many versions the order of quotes says nothing of the order of their ids', () => {
  const versions = Array.from({ length: 1000 }, (_, version) => order(`PL-${version}`))
  const firsts = quotes.map(({ extract }) => versions.filter(([first]) => first === `“${extract}”`).length)
  for (const times of firsts) {
    expect(times).toBeGreaterThan(1000 / 6 - 60)
    expect(times).toBeLessThan(1000 / 6 + 60)
  }
})

test('the page tells no number of quotes and nobody’s level', () => {
  const blocks = pageOf({})?.blocks.filter(({ kind }) => kind !== 'heading')
  const text = JSON.stringify([pageOf({})?.title, blocks])
  expect(text).not.toMatch(/senior|department|\bsix\b|\b6 quotes/i)
})
