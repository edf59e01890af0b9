import { expect, test } from 'vitest'
import { planOf } from '#app/redesign/plan/plan.ts'
import { reportDocumentSchema } from '#app/report/document.ts'
import { buildPlan, type PlanInput } from '#app/report/plan/build-plan.ts'
import { monthTicks, placeIn, spanOf } from '#app/report/plan/span.ts'
import { renderReportPdf } from '#app/report/render-report-pdf.server.ts'
import { DAY, WHOLE_PLAN } from './whole-plan.ts'

const INPUT: PlanInput = {
  plan: WHOLE_PLAN,
  clientName: 'Halden & Rowe',
  consultantName: 'Anna Berg',
  issuedOn: DAY,
  documentId: 'PLAN-TEST',
  softwareVersion: '1.0.0',
  brand: null,
}

test('every chapter of the plan has its page, in the order in which a team settles it', () => {
  const document = buildPlan(INPUT)
  expect(reportDocumentSchema.safeParse(document).success).toBe(true)
  expect(document?.pages.map(({ id }) => id)).toEqual([
    'priorities',
    'rights',
    'rhythm',
    'outcomes',
    'rollout',
    'commitments',
  ])
})

test('titles say what is missing', () => {
  const titles = buildPlan(INPUT)?.pages.map(({ title }) => title)
  expect(titles?.[0]).toBe('Three outcomes come first; two pieces of work wait')
  expect(titles?.[1]).toBe('One of two decisions still has no owner')
  expect(titles?.[5]).toContain('nobody has been named')
})

test('a key result that reads as work is named as such, and an open dependency as well', () => {
  const text = JSON.stringify(buildPlan(INPUT))
  expect(text).toContain('Launch the service app (reads as work, not as a result)')
  expect(text).toContain('Supply chain, Systems (not agreed)')
})

test('a chapter without entries has no page, and a plan without chapters is no document', () => {
  const [priority] = WHOLE_PLAN.priority
  const small = buildPlan({ ...INPUT, plan: planOf(priority ? [priority] : []) })
  expect(small?.pages.map(({ id }) => id)).toEqual(['priorities'])
  expect(buildPlan({ ...INPUT, plan: planOf([]) })).toBeNull()
})

test('a full plan takes four to six sheets of content behind its cover', async () => {
  const document = buildPlan(INPUT)
  if (!document) throw new Error('the plan is full')
  const pdf = (await renderReportPdf(document)).toString('latin1')
  const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(sheets).toBeGreaterThanOrEqual(5)
  expect(sheets).toBeLessThanOrEqual(7)
})

test('a span covers eight weeks at least and every day that is given', () => {
  expect(spanOf([], '2026-03-09')).toEqual({ from: '2026-03-09', to: '2026-05-04' })
  const span = spanOf(['2026-02-01', '', '2026-12-18'], '2026-03-09')
  expect(span).toEqual({ from: '2026-02-01', to: '2026-12-21' })
  expect(placeIn(span, '2026-02-01')).toBe(0)
  expect(placeIn(span, '2027-01-01')).toBe(1)
  expect(monthTicks(spanOf([], '2026-03-09')).map(({ label }) => label)).toEqual(['Apr 26', 'May 26'])
})
