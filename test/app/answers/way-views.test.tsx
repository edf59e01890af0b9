import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConfirmView } from '#app/answers/confirm-view.tsx'
import { InvitationView } from '#app/answers/invitation-view.tsx'
import { LEAVE_REASONS, LeaveView } from '#app/answers/leave-view.tsx'
import { OverviewView } from '#app/answers/overview-view.tsx'
import { progressOf } from '#app/answers/progress.ts'
import { reviewPageOf } from '#app/answers/review-page.ts'
import { ReviewView } from '#app/answers/review-view.tsx'
import { sectionsFor } from '#app/questionnaire/items.ts'
import { full } from './asked-items.ts'

const sections = sectionsFor(full, 'senior')
const names = Object.freeze({ departments: [], roles: [] })

const invitation = Object.freeze({
  kind: 'open' as const,
  clientName: 'Northwind',
  consultantName: 'Ada Moore',
  purpose: 'Why.',
  minutes: '8 to 10',
  sectionCount: 7,
  privacyMode: 'confidential' as const,
  promise: 'Only Ada reads it.',
  language: 'en',
  languages: ['en'],
})

test('the welcome page says who asks, how long, who sees it, and offers one button', () => {
  const html = renderToStaticMarkup(<InvitationView invitation={invitation} />)
  for (const words of [
    'Ada Moore',
    'Northwind',
    '8 to 10 minutes',
    '7 short sections',
    'Only Ada reads it.',
  ]) {
    expect(html).toContain(words)
  }
  expect(html.match(/<button/g)).toHaveLength(1)
})

test('the glimpse of the report is marked as invented, and shows names only where they would be shown', () => {
  const glimpse = (privacyMode: 'open' | 'unlinked') =>
    renderToStaticMarkup(<InvitationView invitation={{ ...invitation, privacyMode }} />)
  expect(glimpse('unlinked')).toContain('Example with invented figures')
  expect(glimpse('unlinked')).not.toContain('Ana, Ben')
  expect(glimpse('open')).toContain('Ana, Ben')
})

test('a closed round says when it closed and offers nothing to press', () => {
  const closed = { kind: 'closed' as const, clientName: 'Northwind', closedOn: '2026-03-20', language: 'en' }
  const html = renderToStaticMarkup(<InvitationView invitation={closed} />)
  expect(html).toContain('This round closed on 20 March 2026')
  expect(html).not.toContain('<button')
})

test('being named is asked for only where names are shown', () => {
  const page = { identity: 'Dana M., Finance', promise: 'P.', asksConsent: false }
  expect(renderToStaticMarkup(<ConfirmView page={page} />)).not.toContain('name="consent"')
  const asking = renderToStaticMarkup(
    <ConfirmView page={{ ...page, asksConsent: true }} error="Please tick" />,
  )
  expect(asking).toMatch(/name="consent"[^>]*aria-describedby="consent-error"/)
  expect(asking).toMatch(/id="consent-error" role="alert">Please tick/)
})

test('the overview continues with the first section that is not begun', () => {
  const answers = { priorities: { state: 'cant-say' as const } }
  const page = {
    clientName: 'Northwind',
    sections: sections.map((section) => progressOf(section, answers)),
    minutesLeft: 8,
    submitted: false,
    changes: 0,
    promise: 'P.',
    language: 'en',
    languages: ['en'],
  }
  const html = renderToStaticMarkup(<OverviewView page={page} />)
  expect(html).toMatch(/class="button main" href="\/answer\/focus">Continue/)
  expect(html).toContain('Started, 1 of 7')
  expect(html).toContain('Not started')
})

const source = { sections, level: 'senior' as const, names, promise: 'P.', before: null, final: false }

test('the review keeps what was left empty apart from what was answered with "can’t say"', () => {
  const page = reviewPageOf({ ...source, answers: { tiebreak: { state: 'cant-say' } } })
  const html = renderToStaticMarkup(<ReviewView page={page} />)
  expect(html).toMatch(/<dd class="cant-say">Can’t say<\/dd>/)
  expect(html).toMatch(/<dd class="skipped"><a href="\/answer\/this-quarter#priorities"/)
  expect(page).toMatchObject({ answered: 1, leftEmpty: sections.flatMap(({ items }) => items).length - 1 })
})

test('with nothing answered there is no button to hand in', () => {
  const html = renderToStaticMarkup(<ReviewView page={reviewPageOf({ ...source, answers: {} })} />)
  expect(html).not.toContain('<button')
  expect(html).toContain('There is nothing to hand in yet')
})

test('a hand-in that is final asks for one more tick', () => {
  const answers = { tiebreak: { state: 'cant-say' as const } }
  const page = reviewPageOf({ ...source, answers })
  expect(renderToStaticMarkup(<ReviewView page={page} />)).not.toContain('name="final"')
  expect(renderToStaticMarkup(<ReviewView page={{ ...page, final: true }} />)).toContain('name="final"')
})

test('after handing in the review says how many answers have changed since', () => {
  const before = { tiebreak: { state: 'cant-say' as const } }
  const page = reviewPageOf({ ...source, before, answers: {} })
  expect(page).toMatchObject({ submitted: true, changes: 1 })
  const changed = reviewPageOf({
    ...source,
    before,
    answers: { ...before, initiatives: { state: 'cant-say' } },
  })
  const html = renderToStaticMarkup(<ReviewView page={changed} />)
  expect(html).toContain('You changed one answer since you handed in')
  expect(html).toContain('Hand in again')
})

test.each(LEAVE_REASONS)('the last page (%s) says that the browser is signed out', (reason) => {
  expect(renderToStaticMarkup(<LeaveView reason={reason} />)).toContain('This browser is signed out')
})
