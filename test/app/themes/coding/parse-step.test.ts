import { expect, test } from 'vitest'
import { parseCodingStep } from '#app/themes/coding/parse-step.ts'

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test.each([
  ['accept:a', [], { kind: 'accept', themeIds: ['a'] }],
  ['reject:a', [], { kind: 'reject', themeId: 'a' }],
  ['join:a:b', [], { kind: 'merge', themeIds: ['a', 'b'] }],
  ['unite:a:b', [], { kind: 'merge', themeIds: ['a', 'b'] }],
  ['apart:a:b', [], { kind: 'apart', themeIds: ['a', 'b'] }],
  [
    'accept-all:likely',
    [
      ['shown:likely', 'a'],
      ['shown:likely', 'b'],
      ['shown:maybe', 'c'],
    ],
    { kind: 'accept', themeIds: ['a', 'b'] },
  ],
  [
    'merge',
    [
      ['tick', 'a'],
      ['tick', 'b'],
    ],
    { kind: 'merge', themeIds: ['a', 'b'] },
  ],
  ['take-out', [['line', '1']], { kind: 'take-out', lineIds: ['1'] }],
  ['split', [['line', '1']], { kind: 'split', lineIds: ['1'] }],
  [
    'move',
    [
      ['line', '1'],
      ['theme', 'new'],
      ['name', ' Growth '],
    ],
    { kind: 'move', lineIds: ['1'], themeId: null, name: 'Growth' },
  ],
  [
    'move',
    [
      ['line', '1'],
      ['theme', 'a'],
    ],
    { kind: 'move', lineIds: ['1'], themeId: 'a', name: '' },
  ],
  ['rename', [], { kind: 'rename' }],
] as [string, [string, string][], object][])('%s is read from the form', (intent, fields, act) => {
  expect(parseCodingStep(form(...fields, ['intent', intent]))).toEqual({
    ok: true,
    step: { ...act, wordings: [] },
  })
})

test('names and definitions come along with any step', () => {
  const parsed = parseCodingStep(
    form(['intent', 'rename'], ['name:a', 'Costs '], ['definition:a', ' Money out '], ['name:b', 'B']),
  )
  expect(parsed.ok && parsed.step.wordings).toEqual([
    { themeId: 'a', name: 'Costs', definition: 'Money out' },
    { themeId: 'b', name: 'B', definition: null },
  ])
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
  ['taking nothing out', [['intent', 'take-out']]],
  ['confirming nothing', [['intent', 'accept-all:maybe']]],
  [
    'an empty name',
    [
      ['intent', 'rename'],
      ['name:a', ''],
    ],
  ],
  [
    'an endless definition',
    [
      ['intent', 'rename'],
      ['name:a', 'A'],
      ['definition:a', 'x'.repeat(501)],
    ],
  ],
  ['no intent', []],
] as [string, [string, string][]][])('%s is refused in words', (_, fields) => {
  expect(parseCodingStep(form(...fields))).toEqual({ ok: false, error: expect.stringMatching(/\w+ .*\./) })
})
