import { expect, test } from 'vitest'
import { parseCodingStep } from '#app/themes/coding-step.ts'
import { benchThemes } from '#app/themes/coding-view.ts'
import { bareWording, wordingProposer } from '#app/themes/match-wording.ts'
import type { Codebook } from '#app/themes/theme.ts'

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test.each([
  ['• Keep  Customers!', 'keep customers'],
  ['keep customers', 'keep customers'],
  ['Ｋｅｅｐ customers…', 'keep customers'],
  ['R&D 10%', 'r&d 10%'],
])('%s has the bare wording %s', (text, wording) => {
  expect(bareWording(text)).toBe(wording)
})

test('lines of the same wording are proposed as one theme, all others stay alone', async () => {
  const lines = [
    { id: 'a', person: '1', text: 'Keep customers' },
    { id: 'b', person: '2', text: '- keep customers.' },
    { id: 'c', person: '3', text: 'Do not keep customers' },
    { id: 'd', person: '3', text: '!!!' },
  ]
  const themes = await wordingProposer.propose({ question: 'Priorities?', lines })
  expect(themes.map(({ lineIds, name }) => [name, lineIds])).toEqual([
    ['Keep customers', ['a', 'b']],
    ['Do not keep customers', ['c']],
    ['!!!', ['d']],
  ])
})

test('the bench shows themes by size and lines by wording, whoever wrote them', () => {
  const line = (id: string, submissionId: string, text: string, themeId: string) => ({
    id,
    submissionId,
    itemId: 'stops',
    position: 0,
    text,
    themeId,
  })
  const codebook: Codebook = {
    themes: [
      { id: 's', itemId: 'stops', name: 'Small' },
      { id: 'l', itemId: 'stops', name: 'Large' },
      { id: 'p', itemId: 'priorities', name: 'Elsewhere' },
    ],
    lines: [line('1', 'z', 'B line', 'l'), line('2', 'a', 'A line', 'l'), line('3', 'a', 'alone', 's')],
  }
  expect(benchThemes(codebook, 'stops')).toEqual([
    {
      id: 'l',
      name: 'Large',
      lines: [
        { id: '2', text: 'A line' },
        { id: '1', text: 'B line' },
      ],
    },
    { id: 's', name: 'Small', lines: [{ id: '3', text: 'alone' }] },
  ])
})

test('a step of the bench is read from its form', () => {
  expect(parseCodingStep(form(['intent', 'merge'], ['tick', 'a'], ['tick', 'b']))).toEqual({
    ok: true,
    step: { kind: 'merge', themeIds: ['a', 'b'], names: [] },
  })
  expect(
    parseCodingStep(
      form(['intent', 'move'], ['line', '1'], ['theme', 'new'], ['name', ' Growth '], ['name:a', 'Costs ']),
    ),
  ).toEqual({
    ok: true,
    step: {
      kind: 'move',
      lineIds: ['1'],
      themeId: null,
      name: 'Growth',
      names: [{ themeId: 'a', name: 'Costs' }],
    },
  })
  expect(parseCodingStep(form(['intent', 'rename'], ['name:a', 'Growth']))).toEqual({
    ok: true,
    step: { kind: 'rename', names: [{ themeId: 'a', name: 'Growth' }] },
  })
})

test.each([
  [
    'merging one theme',
    [
      ['intent', 'merge'],
      ['tick', 'a'],
    ],
  ],
  [
    'moving no line',
    [
      ['intent', 'move'],
      ['theme', 'a'],
    ],
  ],
  [
    'moving nowhere',
    [
      ['intent', 'move'],
      ['line', '1'],
      ['theme', ''],
    ],
  ],
  [
    'a new theme without a name',
    [
      ['intent', 'move'],
      ['line', '1'],
      ['theme', 'new'],
      ['name', ' '],
    ],
  ],
  [
    'an empty name',
    [
      ['intent', 'rename'],
      ['name:a', ''],
    ],
  ],
  ['no intent', []],
] as [string, [string, string][]][])('%s is refused in words', (_, fields) => {
  expect(parseCodingStep(form(...fields))).toEqual({ ok: false, error: expect.stringMatching(/\w+ .*\./) })
})
