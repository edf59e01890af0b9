import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '#app/http/tokens.server.ts'
import { findInstrument } from '#app/questionnaire/catalogue.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { editRound } from '#app/rounds/create-round.server.ts'
import type { Engagement } from '#app/rounds/engagement.ts'
import { listLinks, reissueLink } from '#app/rounds/list-links.server.ts'
import { loadMonitor } from '#app/rounds/load-monitor.server.ts'
import { instrumentKeys, loadRoundForm, nextRoundSettings } from '#app/rounds/load-round-form.server.ts'
import { inviteLateLeads, openRound } from '#app/rounds/open-round.server.ts'
import { linksCsv, linksText } from '#app/rounds/personal-link.ts'
import type { Round } from '#app/rounds/round.ts'
import { saveDrafts } from '#db/drafts.ts'
import { openDatabase } from '#db/open-database.ts'
import { findParticipationByToken } from '#db/participations.ts'
import { findRound } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import {
  LINKS,
  SECRET,
  SETTINGS,
  sampleEngagement,
  sampleLead,
  sampleLeads,
  sampleRound,
  TODAY,
} from './sample-team.ts'

let db: Kysely<Database>
let engagement: Engagement
let round: Round
beforeEach(async () => {
  db = await openDatabase(':memory:')
  engagement = await sampleEngagement(db)
  round = await sampleRound(db, engagement)
})
afterEach(() => db.destroy())

const step = () => ({ roundId: round.id, consultantId: 'ada', secret: SECRET, today: TODAY })
const stored = async () => (await findRound(db, { id: round.id, consultantId: 'ada' }))?.round as Round
const monitor = async () =>
  loadMonitor(
    db,
    { round: await stored(), engagement },
    { consultantName: 'Ada Moore', now: new Date(`${TODAY}T12:00:00Z`) },
  )
const linkFor = async (name: string) =>
  (await listLinks(db, await stored(), LINKS)).find((link) => link.name === name)
const tokenOf = (link: string | null | undefined) => link?.split('/p/')[1] ?? ''

async function begin(name: string) {
  const answer = { state: 'cant-say' } as const
  const participationId = (await linkFor(name))?.participationId ?? ''
  await saveDrafts(db, { participationId, changes: [{ itemId: 'A1', answer, baseRevision: 0 }] })
}

test('a draft asks nobody and can be changed', async () => {
  await sampleLeads(db, engagement)
  expect(await editRound(db, round, { ...SETTINGS, title: 'Autumn round', smallestGroup: 4 })).toBe(true)
  expect(await stored()).toMatchObject({
    title: 'Autumn round',
    smallestGroup: 4,
    state: 'draft',
    instrument: null,
  })
  expect(await listLinks(db, round, LINKS)).toEqual([])
})

test('a round without anybody to ask does not open', async () => {
  expect(await openRound(db, step())).toEqual({
    ok: false,
    error: 'There is nobody to ask yet: add leads first.',
  })
  expect((await stored()).state).toBe('draft')
})

test('opening freezes the questionnaire and gives every lead a link that leads to them', async () => {
  await sampleLeads(db, engagement)
  expect(await openRound(db, step())).toEqual({ ok: true })
  expect(await stored()).toMatchObject({
    state: 'open',
    openedOn: TODAY,
    instrument: findInstrument('full@1'),
  })
  const links = await listLinks(db, await stored(), LINKS)
  expect(new Set(links.map(({ link }) => link)).size).toBe(4)
  for (const { link, name } of links) {
    expect(link).toMatch(/^https:\/\/survey\.example\.org\/p\/p[0-9A-HJKMNP-TV-Z]{32}$/)
    expect((await findParticipationByToken(db, hashToken(tokenOf(link))))?.lead.name).toBe(name)
  }
})

test('a round opens once, and its settings no longer change', async () => {
  await sampleLeads(db, engagement)
  const results = await Promise.all([openRound(db, step()), openRound(db, step())])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await editRound(db, round, { ...SETTINGS, privacyMode: 'open' })).toBe(false)
  expect(await listLinks(db, await stored(), LINKS)).toHaveLength(4)
})

test('somebody else’s round neither opens nor closes', async () => {
  await sampleLeads(db, engagement)
  expect((await openRound(db, { ...step(), consultantId: 'mallory' })).ok).toBe(false)
  await openRound(db, step())
  expect((await closeRound(db, { ...step(), consultantId: 'mallory' })).ok).toBe(false)
  expect((await stored()).state).toBe('open')
})

test('leads who were added later are pointed out and invited on demand', async () => {
  await sampleLeads(db, engagement)
  await openRound(db, step())
  await addLeads(db, engagement, [sampleLead('Finn Berg', 'senior')])
  expect((await monitor()).lateLeads).toEqual(['Finn Berg'])
  expect(await inviteLateLeads(db, step())).toEqual({ ok: true })
  expect(await monitor()).toMatchObject({ lateLeads: [], progress: { invited: 5 } })
})

test('a link is shown until its lead has begun', async () => {
  await sampleLeads(db, engagement)
  await openRound(db, step())
  await begin('Ben Osei')
  expect(await linkFor('Ben Osei')).toMatchObject({ state: 'started', link: null })
  expect((await linkFor('Cara Lund'))?.link).toContain('/p/p')
})

test('a reissued link works, and the old one is dead at once', async () => {
  await sampleLeads(db, engagement)
  await openRound(db, step())
  const before = await linkFor('Ben Osei')
  const link = await reissueLink(db, await stored(), before?.participationId ?? '', LINKS)
  expect(link).not.toBe(before?.link)
  expect((await findParticipationByToken(db, hashToken(tokenOf(link))))?.lead.name).toBe('Ben Osei')
  expect(await findParticipationByToken(db, hashToken(tokenOf(before?.link)))).toBeNull()
  expect((await linkFor('Ben Osei'))?.link).toBe(link)
})

test('no link is reissued for a stranger’s place or in a round that is over', async () => {
  await sampleLeads(db, engagement)
  await openRound(db, step())
  const { participationId = '' } = (await linkFor('Ben Osei')) ?? {}
  expect(await reissueLink(db, await stored(), 'elsewhere', LINKS)).toBeNull()
  await closeRound(db, step())
  expect(await reissueLink(db, await stored(), participationId, LINKS)).toBeNull()
})

test('closing ends an open round, once', async () => {
  await sampleLeads(db, engagement)
  expect(await closeRound(db, step())).toEqual({ ok: false, error: 'This round is not open.' })
  await openRound(db, step())
  expect(await closeRound(db, step())).toEqual({ ok: true })
  expect(await stored()).toMatchObject({ state: 'closed', closedOn: TODAY })
  expect((await closeRound(db, step())).ok).toBe(false)
})

test('the monitor of a draft speaks of the leads there are, that of an open round of those invited', async () => {
  await sampleLeads(db, engagement)
  const draft = await monitor()
  expect(draft).toMatchObject({
    leadCount: 4,
    instrumentTitle: findInstrument('full@1')?.title,
    lateLeads: [],
  })
  expect(draft.outlook.levels.map(({ invited }) => invited)).toEqual([2, 2])
  await openRound(db, step())
  await begin('Dana Ruiz')
  await addLeads(db, engagement, [sampleLead('Finn Berg', 'senior')])
  const open = await monitor()
  expect(open.progress).toMatchObject({ invited: 4, started: 1, done: 0 })
  expect(open.outlook.levels.map(({ invited }) => invited)).toEqual([2, 2])
  expect('instrument' in open.round).toBe(false)
})

test('the file for a mail merge holds unused links only, and no live formula', async () => {
  await addLeads(db, engagement, [
    { ...sampleLead('Zed', 'senior'), name: '=HYPERLINK("http://localhost")', email: '@sum@example.com' },
    sampleLead('Ben Osei', 'senior'),
  ])
  await openRound(db, step())
  await begin('Ben Osei')
  const links = await listLinks(db, await stored(), LINKS)
  const [heading, first, ...rest] = linksCsv(links).trimEnd().split('\r\n')
  expect(heading).toBe('\uFEFFname,email,link')
  expect(first).toMatch(/^"'=HYPERLINK\(""http:\/\/localhost""\)",'@sum@example.com,https:/)
  expect(rest).toEqual([])
  expect(linksText(links)).toMatch(/^"'=HYPERLINK/)
})

test('the form for a round offers the catalogue and weighs each mode for this team', async () => {
  await sampleLeads(db, engagement)
  const settings = await nextRoundSettings(db, engagement.id, TODAY)
  expect(settings).toMatchObject({ title: 'Round 2', instrumentKey: 'full@1' })
  const form = await loadRoundForm(db, engagement.id, settings)
  expect(form.instruments.map(({ key }) => key)).toEqual(await instrumentKeys(db))
  expect(form.instruments.every(({ minutes, purpose }) => minutes !== '' && purpose !== '')).toBe(true)
  expect(form.team).toBe('Your team: 2 senior leads and 2 department leads.')
  expect(form.warnings.confidential).toHaveLength(2)
})
