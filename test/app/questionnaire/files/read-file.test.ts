import { describe, expect, test } from 'vitest'
import { listInstruments } from '#app/questionnaire/catalogue.ts'
import { readInstrumentFile } from '#app/questionnaire/files/read-file.ts'
import { writeInstrumentFile } from '#app/questionnaire/files/write-file.ts'
import type { Instrument } from '#app/questionnaire/instrument.ts'

const [, quickScan] = listInstruments() as [Instrument, Instrument]
const yaml = writeInstrumentFile(quickScan, 'yaml')

function faultsOf(text: string) {
  const read = readInstrumentFile(text)
  return read.ok ? [] : read.faults
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('a fault names its line, its column and its item', () => {
  test('a kind that does not exist', () => {
    const bad = yaml.replace('kind: choice', 'kind: chioce')
    const [fault] = faultsOf(bad)
    expect(fault).toMatchObject({ line: lineOf(bad, 'kind: chioce'), column: 9, item: 'item "tradeoff"' })
  })

  test('a part that is missing is looked for where it should stand', () => {
    const bad = yaml.replace('        ordered: true\n', '')
    const [fault] = faultsOf(bad)
    expect(fault).toMatchObject({ line: lineOf(bad, 'id: priorities'), item: 'item "priorities"' })
    expect(fault?.message).toBe('"ordered": this is missing (true or false)')
  })

  test('a name with a slip is not passed over in silence', () => {
    const bad = yaml.replace('        help:', '        hepl:')
    expect(faultsOf(bad)).toEqual([
      {
        line: lineOf(bad, 'hepl'),
        column: 9,
        item: 'item "priorities"',
        message: 'there is no such part as "hepl"',
      },
    ])
  })

  test('the same in JSON', () => {
    const json = writeInstrumentFile(quickScan, 'json').replace('"kind": "choice"', '"kind": "chioce"')
    expect(faultsOf(json)[0]).toMatchObject({ line: lineOf(json, 'chioce'), item: 'item "tradeoff"' })
  })

  test('a part that is named twice', () => {
    const bad = yaml.replace('version: 1', 'version: 1\nversion: 2')
    expect(faultsOf(bad)).toEqual([{ line: 4, column: 1, item: null, message: '"version" is named twice' }])
  })

  test('faults come in the order of the file', () => {
    const bad = yaml.replace('kind: number', 'kind: nmber').replace('kind: choice', 'kind: chioce')
    const lines = faultsOf(bad).map(({ line }) => line)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
  })
})

describe('hostile files are refused, in a moment', () => {
  const deep = /nested too deeply/
  test.each<[string, string, RegExp]>([
    ['nothing', ' \n', /empty/],
    ['more than a mebibyte', `title: ${'a'.repeat(1024 * 1024)}`, /larger than 1024 KiB/],
    ['a billion laughs', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', /anchors|references/],
    ['a key of the prototype', '{"__proto__": {"polluted": true}}', /cannot be the name of a part/],
    ['a tag that makes things', 'a: !!js/function "x"', /tag/i],
    ['a tower of brackets', '['.repeat(50_000), deep],
    ['a tower of brackets on lines of their own', '[\n'.repeat(20_000), deep],
    ['a tower of dashes', '- '.repeat(50_000), deep],
    ['a tower of steps', Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), deep],
    ['brackets that close nothing', ']'.repeat(900_000), /more parts than any/],
    ['as many signs as are looked at', ']'.repeat(59_000), /unexpected/i],
    [
      'ninety thousand names',
      `{${Array.from({ length: 90_000 }, (_, at) => `k${at}: 1`).join(',')}}`,
      /more parts/,
    ],
    ['a second document', '---\na: 1\n---\nb: 2', /second document/],
    ['a text', 'hello', /group of named parts/],
  ])('%s', (_, text, message) => {
    const before = performance.now()
    const faults = faultsOf(text)
    expect(performance.now() - before).toBeLessThan(10_000)
    expect(faults[0]?.message).toMatch(message)
    expect(faults.length).toBeLessThanOrEqual(50)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
