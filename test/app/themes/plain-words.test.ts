import { expect, test } from 'vitest'
import { plainWords } from '#app/themes/plain-words.ts'
import { wordingProposer } from '#test/helpers/wording-proposer.ts'

test.each([
  ['• Keep  Customers!', 'keep customers'],
  ['keep customers', 'keep customers'],
  ['Ｋｅｅｐ customers…', 'keep customers'],
  ['R&D 10%', 'r&d 10%'],
])('%s has the plain words %s', (text, wording) => {
  expect(plainWords(text)).toBe(wording)
})

test('lines of the same wording are proposed as one theme, all others stay alone', async () => {
  const lines = [
    { id: 'a', person: '1', text: 'Keep customers' },
    { id: 'b', person: '2', text: '- keep customers.' },
    { id: 'c', person: '3', text: 'Do not keep customers' },
    { id: 'd', person: '3', text: '!!!' },
  ]
  const question = { question: 'Priorities?', lines, glossary: [], known: [] }
  const { groups } = await wordingProposer.propose({ ...question, keep: { together: [], apart: [] } })
  expect(groups.map(({ lineIds, name }) => [name, lineIds])).toEqual([
    ['Keep customers', ['a', 'b']],
    ['Do not keep customers', ['c']],
    ['!!!', ['d']],
  ])
  const kept = await wordingProposer.propose({
    ...question,
    keep: { together: [['c', 'd']], apart: [['a', 'b']] },
  })
  expect(kept.groups.map(({ lineIds }) => lineIds)).toEqual([['a'], ['b'], ['c', 'd']])
})
