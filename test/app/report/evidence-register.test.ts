import { describe, expect, test } from 'vitest'
import {
  type EvidenceRegister,
  evidenceRegister,
  evidenceRegisterSchema,
  quotableFigures,
} from '#app/report/evidence-register.ts'
import { methodPage } from '#app/report/pages/method.ts'
import { quotedFigure } from '#app/report/quoted-figure.ts'
import { reportInput } from './report-input-of.ts'

type Entry = EvidenceRegister['entries'][number]
const unverified = (entry: Entry): Entry => ({
  ...entry,
  verification: { status: 'unverified', why: 'nobody looked' },
})
const withEntries = (entries: readonly Entry[]): EvidenceRegister => ({
  ...evidenceRegister,
  entries: [...entries],
})

describe('the evidence register', () => {
  test('lets a figure out only if it was verified', () => {
    for (const entry of evidenceRegister.entries) {
      const alone = withEntries([entry])
      const isOut = quotableFigures(alone).length === 1
      expect(isOut).toBe(entry.verification.status === 'verified')
      expect(quotableFigures(withEntries([unverified(entry)]))).toEqual([])
      expect(quotedFigure(entry.bearing, withEntries([unverified(entry)]))).toEqual([])
    }
  })

  test('holds an unverified figure that no report prints', () => {
    const held = evidenceRegister.entries.filter(({ verification }) => verification.status === 'unverified')
    expect(held.length).toBeGreaterThan(0)
    const printed = JSON.stringify(methodPage(reportInput()))
    for (const { figure } of held) expect(printed).not.toContain(figure)
    for (const { figure } of quotableFigures()) expect(printed).toContain(figure)
  })

  test('refuses a verified figure without a year, without a place where it was read, and one that is there twice', () => {
    const [entry] = quotableFigures()
    const isFine = (entries: unknown[]) =>
      evidenceRegisterSchema.safeParse({ ...evidenceRegister, entries }).success
    expect(isFine([entry])).toBe(true)
    expect(isFine([{ ...entry, year: null }])).toBe(false)
    expect(isFine([{ ...entry, verification: { ...entry?.verification, where: 'a friend' } }])).toBe(false)
    expect(isFine([entry, entry])).toBe(false)
  })

  test('a quoted figure is said to be another instrument’s and no norm, with its source and year', () => {
    const [sentence] = quotedFigure('illusion')
    expect(sentence?.text).toMatch(
      /from another instrument and no norm: 82 of 100 .* 23 of 100 \(Mittal, .*, 2023\)/,
    )
    expect(sentence?.source?.why).toContain('how it was verified')
  })

  test('failure rates are named as what is not quoted, without a figure', () => {
    const text = JSON.stringify(methodPage(reportInput()))
    expect(text).toMatch(/Rates at which strategies are said to fail are not quoted/)
    expect(text).not.toMatch(/\b(67|70|90) of 100 strateg/)
  })
})
