import { expect, test } from 'vitest'
import type { Finding } from '#app/diagnosis/diagnosis.ts'
import { mainFindings } from '#app/report/main-findings.ts'

const finding = (name: string, parts: Partial<Finding>): Finding => ({
  ruleId: name,
  name,
  construct: 'focus',
  ailment: null,
  severity: 2,
  kind: 'problem',
  certainty: 'clear',
  headline: name,
  statement: `${name}.`,
  clause: name,
  meaning: '',
  moves: [],
  evidence: [],
  ...parts,
})
const strength = (name: string) => finding(name, { kind: 'strength', severity: 0 })
const namesOf = (findings: Finding[]) => mainFindings(findings).map(({ name }) => name)

test('the worst problem comes first, of equals the surest, and strengths last', () => {
  const findings = [
    strength('kept'),
    finding('serious', {}),
    finding('likely', { severity: 3, certainty: 'likely' }),
    finding('critical', { severity: 3 }),
  ]
  expect(namesOf(findings)).toEqual(['critical', 'likely', 'serious', 'kept'])
})

test('a hint is never told in full, however critical it would be', () => {
  expect(namesOf([finding('hint', { severity: 3, certainty: 'indicative' })])).toEqual([])
})

test('at most seven, of which two are kept for strengths where there are any', () => {
  const problems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => finding(name, {}))
  expect(namesOf(problems)).toHaveLength(7)
  expect(namesOf([...problems, strength('x'), strength('y'), strength('z')])).toEqual([
    ...['a', 'b', 'c', 'd', 'e'],
    ...['x', 'y'],
  ])
  expect(namesOf([finding('a', {}), strength('x'), strength('y'), strength('z')])).toHaveLength(4)
})
