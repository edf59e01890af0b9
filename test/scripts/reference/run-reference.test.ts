import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readReferenceFile } from '#scripts/reference/reference-file.ts'
import { runReference, STATISTICS } from '#scripts/reference/run-reference.ts'

/** Hand-worked: the variance of 2 and 4 is 2, as random answers have; the mean of three distances is 8/3. */
const RIGHT = [
  {
    id: 'rwg-1',
    statistic: 'rwg',
    input: { values: [2, 4] },
    params: { nullVariance: 2 },
    expected: { value: 0 },
    tolerance: 1e-9,
  },
  {
    id: 'rwg-2',
    statistic: 'rwg',
    input: { values: [3, null] },
    params: { nullVariance: 2 },
    expected: { value: null },
    tolerance: 1e-9,
  },
  {
    id: 'distance-1',
    statistic: 'mean_pairwise_distance',
    input: { values: [1, 1, 5] },
    expected: { value: 2.6666667 },
    tolerance: 1e-6,
  },
  {
    id: 'index-1',
    statistic: 'dimension_index',
    input: { items: [{ type: 'yesno', senior: [1, 1], heads: [0] }] },
    expected: { AS: [1], AH: [null], AX: [-1], meanAX: -1, meanG: null },
    tolerance: 1e-9,
  },
]

function run(cases: readonly object[]) {
  const read = readReferenceFile(JSON.stringify({ format: 'agreement-reference/1', cases }))
  if (!read.ok) throw new Error(read.error)
  return runReference(read.cases)
}

/** What is wrong with the first case, changed as given. */
function failureOf(index: number, change: object): string | undefined {
  const { lines, failed } = run([{ ...RIGHT[index], ...change }])
  return failed === 1 ? lines[1] : undefined
}

describe('a run of reference values', () => {
  test('prints a line a statistic in the order of the file, and the sum last', () => {
    const { lines, passed, failed } = run(RIGHT)
    expect([passed, failed]).toEqual([4, 0])
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^rwg +2 passed, 0 failed of 2; worst relative error 0\.0e\+0$/)
    expect(lines[1]).toMatch(
      /^mean_pairwise_distance {2}1 passed, 0 failed of 1; worst relative error 1\.\de-8$/,
    )
    expect(lines[3]).toBe('4 passed, 0 failed')
  })

  test('fails a value beyond the tolerance, and says both', () => {
    expect(failureOf(0, { expected: { value: 1e-8 } })).toBe('  failed rwg-1: value is 0, expected 1e-8')
    expect(failureOf(3, { expected: { AX: [-1, 0] } })).toBe('  failed index-1: AX is -1, expected -1,0')
    expect(failureOf(3, { expected: { AX: [-0.5] } })).toContain('AX.0 is -1, expected -0.5')
  })

  test('fails undefined where there is a value, a value where there is none, and a figure that is missing', () => {
    expect(failureOf(1, { expected: { value: 0 } })).toContain('value is undefined, expected 0')
    expect(failureOf(0, { expected: { value: null } })).toContain('value is 0, expected undefined')
    expect(failureOf(0, { expected: { values: null } })).toContain('values is missing, expected undefined')
  })

  test('fails a statistic that it does not know, and input of the wrong kind', () => {
    expect(failureOf(0, { statistic: 'rwgg' })).toContain('unknown statistic rwgg')
    expect(failureOf(0, { input: { numbers: [1] } })).toMatch(/^ {2}failed rwg-1: .*values/)
  })

  test('knows its statistics by the names of the format', () => {
    expect(STATISTICS.size).toBeGreaterThanOrEqual(57)
    expect([...STATISTICS.keys()].every((key) => /^[a-z][a-z0-9_]*$/.test(key))).toBe(true)
  })
})

describe('a file of reference values', () => {
  test.each([
    ['{', /^not JSON: /],
    ['[]', /^not a reference file: the whole: /],
    ['{"format":"agreement-reference/2","cases":[]}', /^not a reference file: format: the format must be/],
    ['{"format":"agreement-reference/1","cases":[]}', /^not a reference file: cases: there are no cases/],
    [
      '{"format":"agreement-reference/1","cases":[{"id":"a"}]}',
      /^not a reference file: cases\.0\.statistic: /,
    ],
  ])('%s is refused in one line', (text, reason) => {
    const read = readReferenceFile(text)
    expect(read.ok).toBe(false)
    if (!read.ok) {
      expect(read.error).toMatch(reason)
      expect(read.error).not.toContain('\n')
    }
  })
})

test('the command exits with 0 when all pass, and with 1 and one line when the file is no good', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  const command = (cases: unknown) => {
    const path = join(folder, 'values.json')
    writeFileSync(path, JSON.stringify({ format: 'agreement-reference/1', cases }))
    return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reference.ts', path], {
      encoding: 'utf8',
    })
  }
  try {
    expect(command(RIGHT)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\n4 passed, 0 failed\n$/),
    })
    expect(command([{ ...RIGHT[0], expected: { value: 1 } }]).status).toBe(1)
    const refused = command('none')
    expect(refused.status).toBe(1)
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
