import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readKeyResult } from '#app/themes/key-result/key-result.ts'
import type { KeyResultKind } from '#app/themes/key-result/reading.ts'

interface Labelled {
  sector: string
  kind: KeyResultKind
  text: string
}
const KINDS = ['activity', 'output', 'outcome'] as const

const linesOf = (file: string): Labelled[] =>
  JSON.parse(readFileSync(new URL(`../../../golden/key-results/${file}.json`, import.meta.url), 'utf8'))

function judged(lines: readonly Labelled[]) {
  const read = lines.map(({ kind, text }) => ({ kind, said: readKeyResult(text).kind }))
  const right = (kind: KeyResultKind) => read.filter((one) => one.kind === kind && one.said === kind).length
  return KINDS.map((kind) => ({
    kind,
    precision: right(kind) / read.filter(({ said }) => said === kind).length,
    recall: right(kind) / read.filter((one) => one.kind === kind).length,
  }))
}

describe('the labelled key results', () => {
  test('are at least 100 a half, of every kind, and no line is in both halves', () => {
    const [development, heldOut] = [linesOf('development'), linesOf('held-out')]
    for (const half of [development, heldOut]) {
      expect(half.length).toBeGreaterThanOrEqual(100)
      for (const kind of KINDS) expect(half.filter((line) => line.kind === kind).length).toBeGreaterThan(30)
    }
    const known = new Set(development.map(({ text }) => text.toLowerCase()))
    expect(heldOut.filter(({ text }) => known.has(text.toLowerCase()))).toEqual([])
  })

  test.each([
    ['development', 0.95],
    ['held-out', 0.9],
  ] as const)(
    'of the %s half are read with precision and recall of at least %d for each kind',
    (file, floor) => {
      for (const { kind, precision, recall } of judged(linesOf(file))) {
        expect(precision, `precision of ${kind}`).toBeGreaterThanOrEqual(floor)
        expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(floor)
      }
    },
  )
})

test.each([
  ['Launch three campaigns', 'Conversion quality up'],
  ['Ship the dashboard', 'Active use of the dashboard among target users up'],
  ['Run the training', 'Managers’ adoption of the rhythm up'],
  ['Implement reporting', 'Decision lag in reviews down'],
])('“%s” is no outcome, and “%s” is one', (weak, strong) => {
  expect(readKeyResult(weak).kind).not.toBe('outcome')
  expect(readKeyResult(strong).kind).toBe('outcome')
})

test('what was found is given as it was typed', () => {
  const { features } = readKeyResult(
    'Active use of the Dashboard among target users up from 40 to 70 % by end of June',
  )
  expect(features).toMatchObject({
    baseline: '40',
    target: '70%',
    date: 'end of June',
    measure: 'use',
    thing: 'Dashboard',
    people: 'users',
  })
})

test.each([
  ['Train 200 managers in feedback', /“Train” says what people will do/],
  ['Data policy published', /“published” says that “policy” will be there/],
  ['Churn from 5 % to 3 %', /“from 5% to 3%”/],
  ['More customers renew without a call', /“customers”, “renew”/],
])('the reason of “%s” names what decided', (text, reason) => {
  expect(readKeyResult(text).why).toMatch(reason)
})

test('the prompt asks for what is missing and for nothing else', () => {
  expect(readKeyResult('Ship the dashboard by June').prompt).toMatch(/Who will use the dashboard.*by June”/)
  expect(readKeyResult('Run the training').prompt).toContain('“training”')
  expect(readKeyResult('Churn below 3 % by June').prompt).toBe('A good start. Add where it stands today.')
  expect(readKeyResult('Churn down').prompt).toBe(
    'A good start. Add where it stands today, how far it should go and by when.',
  )
  expect(readKeyResult('Churn from 5 % to 3 % by June').prompt).toMatch(/^Nothing is missing/)
})

test.each(['Lauch 3 campains', 'Incrase retension to 92 %', 'Website relaunch compleeted'])(
  'typing errors do not hide what “%s” is',
  (text) => {
    expect(readKeyResult(text).kind).toBe(
      { L: 'activity', I: 'outcome', W: 'output' }[text.charAt(0) as 'L' | 'I' | 'W'],
    )
  },
)

test('names of people and places are not taken for slips of the pen', () => {
  expect(readKeyResult('Second shift set up in Leeds').features.people).toBeNull()
})

test.each(['', '   ', '?????', '🎯', 'Запустить новый сайт', '新しいサイトを公開', 'Kunden zufriedener'])(
  'where nothing can be read nothing is claimed: “%s”',
  (text) => {
    expect(readKeyResult(text)).toMatchObject({
      kind: 'unclear',
      why: expect.stringContaining('could be read'),
    })
  },
)

test('a step from one figure to another is read in any script', () => {
  expect(readKeyResult('Снизить отток с 5 % до 3 %').kind).toBe('outcome')
})

test.each([
  ['one long word', 'a'.repeat(200_000)],
  ['many words', 'reduce churn to '.repeat(20_000)],
  ['many numbers', '1,1.'.repeat(50_000)],
  ['many hyphens', 'a-'.repeat(50_000)],
  ['combining marks', `e${'\u0301'.repeat(100_000)}`],
  ['names of prototypes', 'constructor __proto__ toString hasOwnProperty'],
  ['line breaks and controls', 'Launch\u0000\u202e\n\r\tapp'],
])('hostile text is read at once: %s', (_, text) => {
  const start = performance.now()
  const { why, prompt } = readKeyResult(text)
  expect(performance.now() - start).toBeLessThan(150)
  expect(why.length + prompt.length).toBeLessThan(2_000)
})
