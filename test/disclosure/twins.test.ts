import { afterAll, expect, test, vi } from 'vitest'
import { mayDiffer } from './addresses.ts'
import type { Answering } from './company.ts'
import { differing, makeFamily } from './family.ts'
import { planOf } from './hidden-answers.ts'
import type { Casting } from './vote.ts'
import { firstSeed, tell, wanted } from './wanted.ts'

/** How many pairs of databases: `npm run test:disclosure -- --twins 1000` for the long form. */
const TWINS = wanted('TWINS', 5)
/** Twins that are held against the same database. */
const FAMILY = 10

vi.setConfig({ testTimeout: 6 * 3_600_000 })

/** Screens and papers for a room, a sponsor or a viewer: it would prove little if they were not there to be compared. */
const SEEN_BY_MORE = [
  'follower /progress',
  'viewer /engagements/:engagementId/plan/rights 0',
  'viewer /engagements/:engagementId/plan.pdf 0',
  'consultant /engagements/:engagementId/plan/priorities 0',
  'consultant /engagements/:engagementId/plan/outcomes.csv 0',
  'room debrief, round 1',
  'vote begun, lead vote',
  'vote open, room revote/count',
  'vote closed, room revote',
]

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
  const { base, others, linkedRows } = await makeFamily(company, hidden)
  figures.databases += 1 + others.length
  figures['linked rows'] += linkedRows
  expect(base['reader /report, round 1']).toMatch(/^200/)
  expect(base['reader /report.pdf, round 1']).toMatch(/^200[\s\S]*%PDF-/)
  for (const name of SEEN_BY_MORE) expect(base[name], name).toMatch(/^200/)
  for (const [at, other] of others.entries()) {
    const { kind, toldTo } = hidden[at] as (typeof hidden)[number]
    figures.twins += 1
    kinds[kind] = (kinds[kind] ?? 0) + 1
    figures['addresses compared'] += Object.keys(other).length
    figures['bytes compared'] += Object.values(other).reduce((sum, bytes) => sum + bytes.length, 0)
    const names = differing(base, other).filter((name) => !mayDiffer(name, toldTo, company.privacyMode))
    if (names.length > 0) faults.push(`${company.privacyMode} family ${seed}, ${kind}: ${names.join(', ')}`)
  }
}

test('an answer that may be shown does change what is sent, so the twins can differ', async () => {
  const lines = [{ text: 'Buy a rival', picks: {} }]
  const changed: Answering = (answers, { level }) =>
    level === 'senior'
      ? {
          ...answers,
          tiebreak: { state: 'answered', value: { kind: 'scale', point: 5 } },
          priorities: { state: 'answered', value: { kind: 'lines', lines } },
        }
      : answers
  const cast: Casting = (casts) => casts.map((one) => ({ ...one, answer: casts[0]?.answer ?? one.answer }))
  const company = {
    seed: 1,
    privacyMode: 'confidential' as const,
    instruments: ['full@1'],
    people: { senior: 8, department: 3 },
    begun: 'senior' as const,
    shared: ((answers) => answers) as Answering,
  }
  const { base, others } = await makeFamily(company, [{ changed, cast }])
  const names = differing(base, others[0] ?? {})
  for (const surface of ['reader /report', 'reader /report.pdf', 'reader /report.pptx', 'room debrief'])
    expect(names).toContain(`${surface}, round 1`)
  const more = [
    'consultant /rounds/:roundId/report 0',
    'table items.csv',
    'viewer /rounds/:roundId/debrief 0',
    'consultant /engagements/:engagementId/plan/priorities 0',
    'vote closed, room revote',
  ]
  for (const surface of more) expect(names).toContain(surface)
})
