import { afterAll, expect, test, vi } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { type Answering, differing, makeFamily } from './family.ts'
import { planOf } from './hidden-answers.ts'
import { firstSeed, tell, wanted } from './wanted.ts'

/** How many pairs of databases: `npm run test:disclosure -- --twins 1000` for the long form. */
const TWINS = wanted('TWINS', 5)
/** Twins that are held against the same database. */
const FAMILY = 10

vi.setConfig({ testTimeout: 6 * 3_600_000 })

const figures = { twins: 0, databases: 0, 'addresses compared': 0, 'bytes compared': 0, 'linked rows': 0 }
const kinds: Record<string, number> = {}
const faults: string[] = []
afterAll(() => tell('twins', { ...figures, ...kinds, 'differing addresses': faults.length }))

const sizes = Array.from({ length: Math.ceil(TWINS / FAMILY) }, (_, at) =>
  Math.min(FAMILY, TWINS - FAMILY * at),
)

test('what is hidden changes no byte of what is sent', async () => {
  for (const [at, size] of sizes.entries()) await compareFamily(firstSeed + at, size)
  expect(faults.slice(0, 20)).toEqual([])
  expect(figures['linked rows']).toBe(0)
})

async function compareFamily(seed: number, size: number): Promise<void> {
  const { company, hidden } = planOf(seed, size)
  const changes = hidden.map(({ changed }) => changed)
  const { base, others, linkedRows } = await makeFamily(company, changes)
  figures.databases += 1 + others.length
  figures['linked rows'] += linkedRows
  expect(base['reader /report, round 1']).toMatch(/^200/)
  expect(base['reader /report.pdf, round 1']).toMatch(/^200[\s\S]*%PDF-/)
  for (const [at, other] of others.entries()) {
    const { kind } = hidden[at] as (typeof hidden)[number]
    figures.twins += 1
    kinds[kind] = (kinds[kind] ?? 0) + 1
    figures['addresses compared'] += Object.keys(other).length
    figures['bytes compared'] += Object.values(other).reduce((sum, bytes) => sum + bytes.length, 0)
    const names = differing(base, other)
    if (names.length > 0) faults.push(`${company.privacyMode} family ${seed}, ${kind}: ${names.join(', ')}`)
  }
}

const saying = (answers: Answers, itemId: string, answer: Answers[string]): Answers =>
  answer ? { ...answers, [itemId]: answer } : answers

test('an answer that may be shown does change what is sent, so the twins can differ', async () => {
  const changed: Answering = (answers, { level }) =>
    level === 'senior'
      ? saying(answers, 'tiebreak', { state: 'answered', value: { kind: 'scale', point: 5 } })
      : answers
  const company = {
    seed: 1,
    privacyMode: 'confidential' as const,
    instruments: ['full@1'],
    people: { senior: 8, department: 3 },
    begun: 'senior' as const,
    shared: ((answers) => answers) as Answering,
  }
  const { base, others } = await makeFamily(company, [changed])
  const names = differing(base, others[0] ?? {})
  const surfaces = [
    'reader /report',
    'reader /report.pdf',
    'reader /report.pptx',
    'draft report',
    'table items.csv',
  ]
  for (const surface of surfaces) expect(names).toContain(`${surface}, round 1`)
})
