import { expect, test } from 'vitest'
import { wordComparer } from '#app/themes/grouping/comparer.ts'
import { englishDictionary } from '#app/themes/reading/english.server.ts'
import { evaluateQuestion, meanFigures } from '#scripts/themes/evaluate.ts'
import { readLabelled } from '#scripts/themes/labelled-question.ts'
import { readGlossary } from '#scripts/themes/read-glossary.ts'

const EXECUTIVES = JSON.stringify({
  format: 'executives/1',
  name: 'trains',
  people: { a: 'Chief', b: 'Deputy' },
  themes: { roofs: 'Roofs', night: 'Night trains' },
  questions: [
    {
      id: 'Q1',
      text: 'What comes first?',
      lines: [
        { id: '1', person: 'a', text: 'Repair the depot roofs', theme: 'roofs' },
        { id: '2', person: 'b', text: 'Depot roofs repaired', theme: 'roofs' },
        { id: '3', person: 'b', text: 'Night trains on time', theme: 'night' },
      ],
    },
  ],
})

test("both forms of labelled files are read; in lists without people every line is another person's", () => {
  expect(readLabelled(EXECUTIVES)[0]?.lines[0]).toEqual({
    id: '1',
    person: 'a',
    text: 'Repair the depot roofs',
    theme: 'roofs',
  })
  const groups = {
    format: 'groups/1',
    groups: [
      {
        id: 7,
        lines: [
          { text: 'pay my bill', label: 'pay' },
          { text: 'hi', label: 3 },
        ],
      },
    ],
  }
  expect(readLabelled(JSON.stringify(groups))).toEqual([
    {
      id: '7',
      text: '',
      lines: [
        { id: '7-0', person: '0', text: 'pay my bill', theme: 'pay' },
        { id: '7-1', person: '1', text: 'hi', theme: '3' },
      ],
    },
  ])
  expect(() => readLabelled('{"format":"keypoints/1"}')).toThrow()
})

test.each([
  ['pairs', '[["OEE","equipment use"],["NPI","new products"]]'],
  ['an object', '{"OEE":"equipment use","NPI":"new products"}'],
  [
    'terms with meanings',
    '[{"term":"OEE","meaning":"equipment use"},{"term":"NPI","meaning":"new products"}]',
  ],
  ['a glossary within', '{"glossary":[["OEE","equipment use"],["NPI","new products"]]}'],
  ['commas', 'term,meaning\nOEE,equipment use\nNPI,new products\n'],
  ['tabs', 'OEE\tequipment use\n\nNPI\tnew products'],
  ['semicolons under a byte order mark', '\uFEFFOEE;equipment use\nNPI;new products'],
])('a glossary of %s is read', (_, content) => {
  expect(readGlossary(content)).toEqual([
    ['OEE', 'equipment use'],
    ['NPI', 'new products'],
  ])
})

test('a meaning may hold a comma, quoted or not', () => {
  expect(readGlossary('S&OP,"sales, operations and planning"\nHSE,health, safety')).toEqual([
    ['S&OP', 'sales, operations and planning'],
    ['HSE', 'health, safety'],
  ])
})

test('groups that are the themes save all hand work; the mean is over the questions', async () => {
  const [question] = readLabelled(EXECUTIVES)
  const figures = await evaluateQuestion(question!, [], wordComparer(), await englishDictionary())
  expect(figures).toMatchObject({
    id: 'Q1',
    lines: 3,
    themes: 2,
    groups: 2,
    pairAp: 1,
    hit3: 1,
    bcubedF1: 1,
    ari: 1,
    saved: 1,
  })
  const worse = { ...figures, pairAp: 0.5, saved: null, veryLikelyRight: 0, veryLikelyJoins: 3 }
  const mean = meanFigures([{ ...figures, veryLikelyRight: 1, veryLikelyJoins: 1 }, worse])
  expect(mean).toMatchObject({ pairAp: 0.75, saved: 1, veryLikelyRight: 0.25 })
})
