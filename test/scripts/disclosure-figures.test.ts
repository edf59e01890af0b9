import { expect, test } from 'vitest'
import { readFigures, readTally } from '#scripts/disclosure/figures.ts'
import { disclosureOptions } from '#scripts/disclosure/options.ts'

test('figures of several processes are added up, and of the narrowest the least is kept', () => {
  const output = [
    'disclosure audit {"numbers":7,"narrowest left open":3}',
    'other',
    'disclosure audit {"numbers":5,"narrowest left open":2}',
  ]
  expect([...readFigures(output.join('\n'))]).toEqual([['audit', { numbers: 12, 'narrowest left open': 2 }]])
})

test('what vitest says is read, and a run that says nothing has passed nothing', () => {
  expect(readTally('      Tests  1 failed | 4 passed (5)')).toEqual({ passed: 4, failed: 1 })
  expect(readTally('      Tests  3 passed (3)')).toEqual({ passed: 3, failed: 0 })
  expect(readTally('Error: out of memory')).toEqual({ passed: 0, failed: 0 })
})

test('numbers are asked for by name, and nothing else is taken', () => {
  expect(disclosureOptions(['--teams', '10000', '--jobs', '2'])).toMatchObject({ teams: 10_000, jobs: 2 })
  for (const wrong of [
    ['--teams', 'many'],
    ['--twins', '-1'],
    ['--jobs', '0'],
    ['--other', '1'],
  ])
    expect(() => disclosureOptions(wrong)).toThrow()
})
