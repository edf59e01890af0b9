import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Lead } from '#app/rounds/engagement.ts'
import { EngagementForm } from '#app/rounds/engagement-form.tsx'
import { EngagementList } from '#app/rounds/engagement-list.tsx'
import { EngagementOverview } from '#app/rounds/engagement-overview.tsx'
import { unsentInWords } from '#app/rounds/grace.ts'
import { LeadForm } from '#app/rounds/lead-form.tsx'
import { LinkList } from '#app/rounds/link-list.tsx'
import { roundInWords } from '#app/rounds/mode-words.ts'
import { nextForEngagement, nextForRound } from '#app/rounds/next-action.ts'
import type { PersonalLink } from '#app/rounds/personal-link.ts'
import { type Place, progressOf } from '#app/rounds/progress.ts'
import { promiseOf } from '#app/rounds/promise.ts'
import { responseRisks } from '#app/rounds/response-risk.ts'
import { readRoster } from '#app/rounds/roster.ts'
import { RosterForm } from '#app/rounds/roster-form.tsx'
import { RosterReview } from '#app/rounds/roster-review.tsx'
import type { RoundState } from '#app/rounds/round.ts'
import { RoundForm } from '#app/rounds/round-form.tsx'
import { RoundMonitor, type RoundMonitorProps } from '#app/rounds/round-monitor.tsx'
import { whatCanBeShown } from '#app/rounds/what-can-be-shown.ts'
import { SetUpForm } from '#app/session/set-up-form.tsx'
import { SignInForm } from '#app/session/sign-in-form.tsx'

const html = (view: ReactElement) => renderToStaticMarkup(view)
const text = (view: ReactElement) =>
  html(view)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

const HOSTILE = '"><script>alert(1)</script>'
const ENGAGEMENT = Object.freeze({
  id: 'e1',
  consultantId: 'ada',
  clientName: 'Northwind',
  departments: [{ id: 'sales', name: 'Sales' }],
  roles: [],
  createdOn: '2026-03-02',
})
const BEN: Lead = Object.freeze({
  id: 'l1',
  engagementId: 'e1',
  name: 'Ben Osei',
  email: 'ben@example.com',
  level: 'senior',
  departmentId: 'sales',
  jobTitle: 'COO',
})

function monitor(state: RoundState, places: Place[], leadCount = places.length): RoundMonitorProps {
  const round = {
    id: 'r1',
    engagementId: 'e1',
    title: 'Spring round',
    instrumentKey: 'full@1',
    privacyMode: 'confidential' as const,
    smallestGroup: 5,
    state,
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    openedOn: state === 'draft' ? null : '2026-03-02',
    closedOn: null,
  }
  const progress = progressOf(places, ENGAGEMENT.departments)
  return {
    round,
    progress,
    next: nextForRound(round, progress, leadCount, '2026-03-04'),
    outlook: whatCanBeShown(
      places.map(({ lead }) => lead),
      round,
    ),
    warnings: ['Think of the small team.'],
    instrumentTitle: 'Execution Gap Diagnostic',
    promise: promiseOf('confidential', 'Ada Moore', 5),
    leadCount,
    lateLeads: [],
    proposal: null,
    stops: null,
    risks: responseRisks(progress, round),
    unsent: unsentInWords(round),
    reopening: state === 'closed' ? { refusal: null, codingSteps: 3 } : null,
    archived: false,
    today: '2026-03-04',
  }
}

const place = (name: string, state: Place['participation']['state']): Place => ({
  participation: { id: name, state },
  lead: { ...BEN, name },
})

test('a password that was typed never comes back, everything else does', () => {
  const signIn = html(<SignInForm email={HOSTILE} errors={{ form: 'No' }} />)
  expect(signIn).not.toContain('<script>')
  expect(signIn).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(signIn).toMatch(/<input type="password"[^>]*>/)
  const passwords = [
    signIn,
    html(<SetUpForm typed={{ name: 'A', email: 'a', code: 'c' }} errors={{}} />),
  ].flatMap((page) => page.match(/<input type="password"[^>]*>/g) ?? [])
  expect(passwords).toHaveLength(2)
  for (const input of passwords) expect(input).not.toContain('value=')
})

test('an empty list of engagements teaches how it goes', () => {
  expect(text(<EngagementList engagements={[]} />)).toContain('How it goes')
  const one = { id: 'e1', clientName: 'Northwind', leadCount: 1, roundCount: 2 }
  expect(text(<EngagementList engagements={[one]} />)).toContain('Northwind 1 lead · 2 rounds')
})

test('an engagement without anybody says whom to ask', () => {
  const next = nextForEngagement('e1', [], null)
  const view = <EngagementOverview engagement={ENGAGEMENT} leads={[]} rounds={[]} next={next} />
  expect(text(view)).toContain('Add the people you want to ask.')
  expect(text(view)).toContain('Ask the whole senior team')
})

test('the leads stand by level, with their department by name', () => {
  const leads = [BEN, { ...BEN, id: 'l2', name: HOSTILE, level: 'department' as const }]
  const next = nextForEngagement('e1', leads, null)
  const page = html(<EngagementOverview engagement={ENGAGEMENT} leads={leads} rounds={[]} next={next} />)
  expect(page).toContain('Senior team (1)')
  expect(page).toContain('Department leads (1)')
  expect(page).toContain('data-label="Department">Sales<')
  expect(page).not.toContain('<script>')
})

test('the forms keep what was typed beside what is wrong with it', () => {
  const typed = { name: 'Ben', email: 'ben', level: 'department', departmentId: '', jobTitle: '' }
  const lead = html(
    <LeadForm engagement={ENGAGEMENT} typed={typed} errors={{ email: 'Not an address' }} act="Add" />,
  )
  expect(lead).toContain('value="ben"')
  expect(lead).toMatch(/name="level" checked="" value="department"/)
  expect(lead).toContain('<a href="#email">Not an address</a>')
  const names = { clientName: 'N', departments: 'Sales\nIT', roles: '' }
  expect(html(<EngagementForm typed={names} errors={{}} act="Save" back="/" />)).toContain(
    'Sales\nIT</textarea>',
  )
})

test('the import shows its columns, and each bad line with number, reason and text', () => {
  expect(text(<RosterForm text="" back="/" />)).toContain('name, email, level, department, title')
  const list = `name,email,level,department\nBen,ben@example.com,senior,\nx${HOSTILE},x@example.com,boss,`
  const result = readRoster(list, { departments: [], existing: [], addDepartments: false })
  if (!result.ok) throw new Error(result.error)
  const { roster } = result
  const view = (
    <RosterReview
      roster={roster}
      text={list}
      addDepartments={false}
      seal="s"
      imported={0}
      back="/engagements/e1"
    />
  )
  expect(text(view)).toContain('Add 1 lead ')
  expect(text(view)).toMatch(/Line\s3 “boss” is not a level/)
  expect(html(view)).not.toContain('<script>')
  expect(html(view)).toContain('name="seal" value="s"')
})

test('the form for a round shows all three promises before one is chosen', () => {
  const page = text(
    <RoundForm
      typed={{ title: 'Round 1', instrumentKey: 'full@1', privacyMode: 'confidential', smallestGroup: '6' }}
      errors={{}}
      instruments={[{ key: 'full@1', title: 'Full', minutes: '8 to 10', purpose: 'All of it.' }]}
      consultantName="Ada Moore"
      warnings={{ open: [], confidential: ['Think first.'], unlinked: [] }}
      team="Your team: 6 and 9."
      zones={['UTC']}
      act="Create"
      back="/"
    />,
  )
  expect(page).toContain('Full · 8 to 10 minutes All of it.')
  for (const mode of ['open', 'confidential', 'unlinked'] as const) {
    expect(page).toContain(promiseOf(mode, 'Ada Moore', 6))
  }
  expect(page).toContain('Think first.')
})

test('a draft offers to be opened and says what is fixed by it', () => {
  const page = text(<RoundMonitor {...monitor('draft', [], 4)} />)
  expect(page).toContain('From here on these are fixed')
  expect(page).toContain(promiseOf('confidential', 'Ada Moore', 5))
  expect(page).toContain('4 leads get a personal link')
  expect(page).toContain('Before you open it Think of the small team.')
  expect(text(<RoundMonitor {...monitor('draft', [], 0)} />)).not.toContain('Open the round')
})

test('an open round names who is missing, and asks by name before it is closed', () => {
  const page = text(<RoundMonitor {...monitor('open', [place('Ann', 'done'), place('Cy', 'started')])} />)
  expect(page).toContain('1 of 2')
  expect(page).toContain('Still to come Cy, Sales started')
  expect(page).toContain('Not in yet: Cy.')
  expect(page).toContain('Close “Spring round”')
  expect(page).not.toContain('Ann')
})

test('a round offers the pages that its state has a use for', () => {
  const pages = (state: RoundState, places: Place[]) =>
    [
      ...html(<RoundMonitor {...monitor(state, places)} />).matchAll(
        /class="main-link" href="\/rounds\/r1\/([\w/]+)"/g,
      ),
    ].map(([, page]) => page)
  const done = [place('Ann', 'done')]
  const told = ['key', 'themes', 'report', 'debrief', 'revote', 'exports']
  expect(pages('draft', [])).toEqual(['preview', 'edit', 'key', 'mail/texts', 'keeping'])
  expect(pages('open', done)).toEqual(['preview', 'mail', 'links', 'people', 'days', 'keeping'])
  expect(pages('closed', done)).toEqual(['preview', ...told, 'keeping'])
  expect(pages('closed', [place('Cy', 'started')])).toEqual(['preview', 'keeping'])
  expect(pages('published', done)).toEqual(['preview', ...told, 'shares', 'keeping'])
})

test('closing asks with the names of the levels that would not be shown', () => {
  const page = text(<RoundMonitor {...monitor('open', [place('Ann', 'done'), place('Cy', 'started')])} />)
  expect(page).toContain('Closed now, the report would not show: Senior team.')
  expect(page).toContain('deleted 14 days after the round closes')
})

test('a closed round says what opening it again would cost, or why it cannot be', () => {
  const closed = monitor('closed', [place('Ann', 'done')])
  expect(text(<RoundMonitor {...closed} />)).toContain('3 steps would have to be taken again')
  const refused = { ...closed, reopening: { refusal: 'It closed long ago.', codingSteps: 0 } }
  const page = html(<RoundMonitor {...refused} />)
  expect(page).toContain('cannot be opened again. It closed long ago.')
  expect(page).not.toContain('value="reopen"')
  expect(html(<RoundMonitor {...closed} archived />)).not.toContain('<form')
})

test('an archived engagement stands apart in the list and offers nothing but to be taken out', () => {
  const one = { id: 'e1', clientName: 'Northwind', leadCount: 1, roundCount: 2, archivedOn: '2026-03-02' }
  expect(text(<EngagementList engagements={[one]} />)).toContain(
    'Every engagement is archived. Archived (1) Northwind',
  )
  const next = nextForEngagement('e1', [], null)
  const archived = { ...ENGAGEMENT, archivedOn: '2026-03-02' }
  const page = html(<EngagementOverview engagement={archived} leads={[BEN]} rounds={[]} next={next} />)
  expect(page).toContain('value="unarchive"')
  expect(page).not.toContain('rounds/new')
  expect(page).not.toContain('leads/import')
})

test('who is no longer asked stands apart from the leads', () => {
  const leads = [BEN, { ...BEN, id: 'l2', name: 'Cara', leftOn: '2026-03-02' }]
  const next = nextForEngagement('e1', leads, null)
  const page = text(<EngagementOverview engagement={ENGAGEMENT} leads={leads} rounds={[]} next={next} />)
  expect(page).toContain('Senior team (1)')
  expect(page).toContain('No longer asked (1) Cara since 2 March 2026')
})

test('why a step was not taken is said', () => {
  expect(html(<RoundMonitor {...monitor('open', [])} error="This round is not open." />)).toContain(
    'role="alert"',
  )
})

test('a round is told in one line', () => {
  expect(roundInWords(monitor('draft', []).round)).toBe(
    'Draft, meant for 2 March 2026 to 13 March 2026. Confidential, groups of 5 or more.',
  )
  expect(roundInWords(monitor('open', []).round)).toBe(
    'Open, since 2 March 2026, meant to end on 13 March 2026. Confidential, groups of 5 or more.',
  )
})

test('links can be read and selected without a script; one in use is not there', () => {
  const link = (name: string, change: Partial<PersonalLink>): PersonalLink => ({
    participationId: name,
    name,
    email: `${name}@example.com`,
    level: 'senior',
    state: 'not-started',
    link: `https://survey.example.org/p/${name}`,
    canReissue: true,
    losesDraft: false,
    ...change,
  })
  const links = [
    link('ann', {}),
    link('ben', { state: 'started', link: null }),
    link('cy', { state: 'done', link: null, canReissue: false }),
  ]
  const page = html(<LinkList roundId="r1" links={links} reissued={null} />)
  expect(page).toMatch(
    /<input id="link-ann"[^>]*readonly="" [^>]*value="https:\/\/survey\.example\.org\/p\/ann"/,
  )
  expect(page).toContain('<button type="button" data-copy="link-ann" hidden=""')
  expect(page).toContain('In use: has started')
  expect(page).toContain('In use: has answered')
  expect(page.match(/name="participationId"/g)).toHaveLength(2)
  expect(page).not.toContain('/p/ben')
  const renewed = html(
    <LinkList
      roundId="r1"
      links={links}
      reissued={{ participationId: 'ben', link: 'https://x.example/p/new' }}
    />,
  )
  expect(renewed).toContain('A new link for ben')
  expect(renewed).toContain('value="https://x.example/p/new"')
})
