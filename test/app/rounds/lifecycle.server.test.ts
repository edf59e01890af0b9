import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '#app/answers/answer.ts'
import { hashToken, linkToken } from '#app/http/tokens.server.ts'
import { addLeads } from '#app/rounds/add-leads.server.ts'
import { archiveEngagement, unarchiveEngagement } from '#app/rounds/archive-engagement.server.ts'
import { changeLastDay } from '#app/rounds/change-last-day.server.ts'
import { closeRound } from '#app/rounds/close-round.server.ts'
import { duplicateEngagement } from '#app/rounds/duplicate-engagement.server.ts'
import type { Engagement, Lead } from '#app/rounds/engagement.ts'
import { askLeadAgain, leaveLead } from '#app/rounds/leave-lead.server.ts'
import { listLinks } from '#app/rounds/list-links.server.ts'
import { loadMonitor } from '#app/rounds/load-monitor.server.ts'
import { inviteLateLeads, openRound } from '#app/rounds/open-round.server.ts'
import { reopenRound } from '#app/rounds/reopen-round.server.ts'
import { replaceLead } from '#app/rounds/replace-lead.server.ts'
import type { Round } from '#app/rounds/round.ts'
import { closeDueRounds, deleteOldDrafts } from '#app/rounds/round-clock.server.ts'
import { restorePlace, withdrawPlace } from '#app/rounds/withdraw-place.server.ts'
import { proposeCodebook } from '#app/themes/propose-codebook.server.ts'
import { listAuditEvents } from '#db/audit-events.ts'
import { insertCodebookVersion } from '#db/codebook-versions.ts'
import { findCodebook } from '#db/codebooks.ts'
import { listStops } from '#db/draft-ends.ts'
import { listDrafts, saveDrafts } from '#db/drafts.ts'
import { findEngagement, isArchived, listEngagements } from '#db/engagements.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { listLeads } from '#db/leads.ts'
import { findMailPlace } from '#db/mail-places.ts'
import { openDatabase } from '#db/open-database.ts'
import { findParticipationByToken, listParticipations, listWithdrawnPlaces } from '#db/participations.ts'
import { findRoundMail, saveRoundMail } from '#db/round-mail.ts'
import { findRound, listRounds, setRoundPublished } from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { countSubmissions, submitParticipation } from '#db/submissions.ts'
import { wordingProposer } from '#test/helpers/wording-proposer.ts'
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

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const step = () => ({ roundId: round.id, consultantId: 'ada', secret: SECRET, today: TODAY })
const stored = async () => (await findRound(db, { id: round.id, consultantId: 'ada' }))?.round as Round
const ANSWER = { state: 'cant-say' } as const
const LINES: Answer = {
  state: 'answered',
  value: { kind: 'lines', lines: [{ text: 'Win the north', picks: {} }] },
}

async function opened(): Promise<Lead[]> {
  const leads = await sampleLeads(db, engagement)
  await openRound(db, step())
  return leads
}

async function placeOf(name: string): Promise<string> {
  const places = await listParticipations(db, round.id)
  return places.find(({ lead }) => lead.name === name)?.participation.id ?? ''
}

async function begin(name: string) {
  const participationId = await placeOf(name)
  const changes = [{ itemId: 'tiebreak', answer: ANSWER, baseRevision: 0 }]
  return saveDrafts(db, { participationId, changes })
}

async function handIn(name: string) {
  const participationId = await placeOf(name)
  const answers = { priorities: LINES }
  const submission = { submissionId: `of ${name}`, level: 'senior' as const, answers }
  const linked = (await stored()).privacyMode !== 'unlinked'
  return submitParticipation(db, { ...submission, participationId, linked, unlinkedTexts: [] })
}

const withdraw = async (name: string) =>
  withdrawPlace(db, await stored(), {
    participationId: await placeOf(name),
    secret: SECRET,
    today: TODAY,
  })

describe('an archived engagement', () => {
  test('is kept as it was, and comes back', async () => {
    await sampleLeads(db, engagement)
    expect(await archiveEngagement(db, engagement, TODAY)).toEqual({ ok: true })
    const found = await findEngagement(db, { id: engagement.id, consultantId: 'ada' })
    expect(found).toEqual({ ...engagement, archivedOn: TODAY })
    expect((await listEngagements(db, 'ada')).map(({ archivedOn }) => archivedOn)).toEqual([TODAY])
    await unarchiveEngagement(db, engagement)
    expect(await findEngagement(db, { id: engagement.id, consultantId: 'ada' })).toEqual(engagement)
  })

  test('is recognised by its own id and by that of its rounds, and by nobody else', async () => {
    await archiveEngagement(db, engagement, TODAY)
    const asking = { engagementId: engagement.id, roundId: undefined, consultantId: 'ada' }
    expect(await isArchived(db, asking)).toBe(true)
    expect(await isArchived(db, { ...asking, engagementId: undefined, roundId: round.id })).toBe(true)
    expect(await isArchived(db, { ...asking, consultantId: 'mallory' })).toBe(false)
    expect(await isArchived(db, { ...asking, engagementId: 'another' })).toBe(false)
  })

  test('has no open round', async () => {
    await opened()
    expect(await archiveEngagement(db, engagement, TODAY)).toMatchObject({ ok: false })
    await closeRound(db, step())
    expect(await archiveEngagement(db, engagement, TODAY)).toEqual({ ok: true })
  })
})

describe('a duplicate', () => {
  const asked = { consultantId: 'ada', clientName: 'Southwind', withLeads: true, today: '2026-09-01' }

  test('has the lists, the leads still asked and the round as a draft, and nothing that anybody said', async () => {
    const [first] = await opened()
    await handIn('Ben Osei')
    await leaveLead(
      db,
      (await addLeads(db, engagement, [sampleLead('Finn Berg', 'senior')]))[0] as Lead,
      TODAY,
    )
    await saveRoundMail(db, round.id, {
      texts: {
        invitation: { subject: 'Ours', body: '{link}' },
        notStarted: { subject: 'a', body: '{link}' },
        midway: { subject: 'b', body: '{link}' },
      },
      reminders: null,
    })
    const result = await duplicateEngagement(db, engagement, asked)
    if (!result.ok) throw new Error('refused')
    const copy = result.engagement
    expect(copy).toMatchObject({ departments: engagement.departments, roles: engagement.roles })
    const leads = await listLeads(db, copy.id)
    expect(leads.map(({ name }) => name)).toEqual(['Ben Osei', 'Cara Lund', 'Dana Ruiz', 'Eli Novak'])
    expect(leads.some(({ id }) => id === first?.id)).toBe(false)
    const [draft] = await listRounds(db, copy.id)
    expect(draft).toMatchObject({
      ...SETTINGS,
      opensOn: '2026-09-01',
      closesOn: '2026-09-12',
      state: 'draft',
    })
    expect((await findRoundMail(db, draft?.id ?? ''))?.texts.invitation.subject).toBe('Ours')
    expect(await listParticipations(db, draft?.id ?? '')).toEqual([])
    expect(await countSubmissions(db, draft?.id ?? '')).toBe(0)
    expect(await countSubmissions(db, round.id)).toBe(1)
  })

  test('comes without the leads if so wanted, and never without a name', async () => {
    await sampleLeads(db, engagement)
    const result = await duplicateEngagement(db, engagement, { ...asked, withLeads: false })
    if (!result.ok) throw new Error('refused')
    expect(await listLeads(db, result.engagement.id)).toEqual([])
    const nameless = await duplicateEngagement(db, engagement, { ...asked, clientName: '' })
    expect(nameless).toEqual({ ok: false, errors: { clientName: 'Please name the client.' } })
  })
})

describe('a place that is withdrawn', () => {
  test('is not counted, its link and sessions are dead, and it takes no more answers', async () => {
    await opened()
    await begin('Ben Osei')
    const id = await placeOf('Ben Osei')
    await insertLeadSession(db, {
      tokenHash: 'cookie',
      participationId: id,
      confirmed: true,
      expiresAt: '2099',
    })
    expect(await withdraw('Ben Osei')).toEqual({ ok: true, name: 'Ben Osei' })
    expect(await listParticipations(db, round.id)).toHaveLength(3)
    expect((await listWithdrawnPlaces(db, round.id)).map(({ lead }) => lead.name)).toEqual(['Ben Osei'])
    for (const version of [1, 2]) {
      expect(await findParticipationByToken(db, hashToken(linkToken(SECRET, 'p', id, version)))).toBeNull()
    }
    expect(await db.selectFrom('lead_session').selectAll().execute()).toEqual([])
    const changes = [{ itemId: 'tiebreak', answer: ANSWER, baseRevision: 1 }]
    expect((await saveDrafts(db, { participationId: id, changes })).refused).toBe(true)
    expect(await findMailPlace(db, id)).toBeNull()
  })

  test('is given back with what was begun, and with a link that nobody has had', async () => {
    await opened()
    await begin('Ben Osei')
    const id = await placeOf('Ben Osei')
    await withdraw('Ben Osei')
    const restored = await restorePlace(db, await stored(), { participationId: id, secret: SECRET })
    expect(restored).toEqual({ ok: true, name: 'Ben Osei' })
    expect(await listDrafts(db, id)).toHaveLength(1)
    const links = await listLinks(db, await stored(), LINKS)
    expect(links.find(({ name }) => name === 'Ben Osei')).toMatchObject({ state: 'started' })
    expect((await findParticipationByToken(db, hashToken(linkToken(SECRET, 'p', id, 3))))?.lead.name).toBe(
      'Ben Osei',
    )
  })

  test('is never one that has been answered from', async () => {
    await opened()
    await handIn('Ben Osei')
    expect(await withdraw('Ben Osei')).toEqual({
      ok: false,
      error: 'Ben Osei has handed in, and answers that were given stay.',
    })
    expect(await countSubmissions(db, round.id)).toBe(1)
  })

  test('cannot be withdrawn or given back once the round is over, and its lead is not taken for a late one', async () => {
    await opened()
    const id = await placeOf('Ben Osei')
    await withdraw('Ben Osei')
    await inviteLateLeads(db, step())
    expect(await listParticipations(db, round.id)).toHaveLength(3)
    await closeRound(db, step())
    expect((await withdraw('Cara Lund')).ok).toBe(false)
    expect((await restorePlace(db, await stored(), { participationId: id, secret: SECRET })).ok).toBe(false)
  })
})

describe('a lead who is replaced', () => {
  const finn = {
    name: 'Finn Berg',
    email: 'finn@example.com',
    level: 'department',
    departmentId: '',
    jobTitle: 'COO',
  }
  const replace = (former: Lead, change = {}) =>
    replaceLead(db, engagement, former, {
      typed: finn,
      askedAsWell: false,
      secret: SECRET,
      today: TODAY,
      ...change,
    })

  test('gives up a place not answered from: the newcomer begins afresh, at the same level', async () => {
    const leads = await opened()
    await begin('Ben Osei')
    const result = await replace(leads.find(({ name }) => name === 'Ben Osei') as Lead)
    expect(result).toMatchObject({
      ok: true,
      newcomer: { name: 'Finn Berg', level: 'senior' },
      successions: [{ kind: 'taken-over', title: 'Spring round' }],
    })
    const places = await listParticipations(db, round.id)
    expect(places.map(({ lead }) => lead.name)).toEqual(['Cara Lund', 'Finn Berg', 'Dana Ruiz', 'Eli Novak'])
    expect(await listDrafts(db, await placeOf('Finn Berg'))).toEqual([])
    expect((await listLeads(db, engagement.id)).find(({ name }) => name === 'Ben Osei')?.leftOn).toBe(TODAY)
  })

  test('keeps what was handed in; the newcomer is asked as well only if that is said', async () => {
    const leads = await opened()
    await handIn('Ben Osei')
    await handIn('Cara Lund')
    const [ben, cara] = ['Ben Osei', 'Cara Lund'].map(
      (name) => leads.find((lead) => lead.name === name) as Lead,
    )
    expect(await replace(ben as Lead)).toMatchObject({
      successions: [{ kind: 'answers-stay', newcomerAsked: false }],
    })
    expect(await listParticipations(db, round.id)).toHaveLength(4)
    const gail = { ...finn, name: 'Gail Ito', email: 'gail@example.com' }
    await replace(cara as Lead, { typed: gail, askedAsWell: true })
    expect((await listParticipations(db, round.id)).map(({ lead }) => lead.name)).toContain('Gail Ito')
    expect(await countSubmissions(db, round.id)).toBe(2)
  })

  test('is refused an address that somebody has already', async () => {
    const [cara] = await opened()
    const typed = { ...finn, email: 'BEN.OSEI@example.com' }
    expect(await replace(cara as Lead, { typed })).toMatchObject({
      ok: false,
      errors: { email: expect.any(String) },
    })
    expect(await listLeads(db, engagement.id)).toHaveLength(4)
  })
})

test('a lead who has left is not asked by the next round, and can be taken back', async () => {
  const leads = await sampleLeads(db, engagement)
  await leaveLead(db, leads[0] as Lead, TODAY)
  await openRound(db, step())
  expect((await listParticipations(db, round.id)).map(({ lead }) => lead.name)).not.toContain('Cara Lund')
  const [cara] = (await listLeads(db, engagement.id)).filter(({ leftOn }) => leftOn)
  await askLeadAgain(db, cara as Lead)
  await inviteLateLeads(db, step())
  expect((await listParticipations(db, round.id)).map(({ lead }) => lead.name)).toContain('Cara Lund')
})

test('a lead who is being asked does not leave by the back door', async () => {
  const [cara] = await opened()
  expect(await leaveLead(db, cara as Lead, TODAY)).toMatchObject({ ok: false })
  await handIn('Cara Lund')
  expect(await leaveLead(db, cara as Lead, TODAY)).toEqual({ ok: true })
})

describe('the last day', () => {
  const later = { closesOn: '2026-03-20', timeZone: 'Europe/Berlin', closesItself: '1' }

  test('can be later and not earlier, and stands in mails from then on', async () => {
    await opened()
    const now = at('2026-03-10')
    expect(await changeLastDay(db, await stored(), later, now)).toEqual({ ok: true, closesOn: '2026-03-20' })
    expect(await stored()).toMatchObject({
      closesOn: '2026-03-20',
      timeZone: 'Europe/Berlin',
      closesItself: true,
    })
    expect(await findMailPlace(db, await placeOf('Ben Osei'))).toMatchObject({ closesOn: '2026-03-20' })
    const earlier = await changeLastDay(db, await stored(), { ...later, closesOn: '2026-03-19' }, now)
    expect(earlier).toMatchObject({
      ok: false,
      errors: { closesOn: expect.stringContaining('20 March 2026') },
    })
  })

  test.each([
    [{ closesOn: '2026-03-32' }, 'closesOn'],
    [{ closesOn: '2026-03-14', timeZone: 'Europe/Berlin' }, 'closesOn'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ closesOn: '2090-01-01' }, 'closesOn'],
  ])('%j is refused', async (change, field) => {
    await opened()
    const result = await changeLastDay(db, await stored(), { ...later, ...change }, at('2026-03-15'))
    expect(Object.keys(result.ok ? {} : result.errors)).toEqual([field])
  })

  test('ends the round where the client is, not where the server is, and only if that was wanted', async () => {
    await opened()
    expect(await closeDueRounds(db, at('2026-06-01'))).toEqual([])
    const tokyo = { closesOn: '2026-03-13', timeZone: 'Asia/Tokyo', closesItself: '1' }
    await changeLastDay(db, await stored(), tokyo, at('2026-03-10'))
    expect(await closeDueRounds(db, new Date('2026-03-13T14:59:59Z'))).toEqual([])
    expect(await closeDueRounds(db, new Date('2026-03-13T15:00:00Z'))).toEqual([round.id])
    expect(await closeDueRounds(db, new Date('2026-03-13T15:00:00Z'))).toEqual([])
    expect(await stored()).toMatchObject({ state: 'closed', closedOn: '2026-03-13' })
    expect(await begin('Ben Osei')).toMatchObject({ refused: true })
    const [event] = await listAuditEvents(db, { engagementId: engagement.id, most: 5 })
    expect(event?.consultantName).toBe('Plumbline')
  })
})

describe('a round that is opened again', () => {
  const again = (change = {}) =>
    reopenRound(db, {
      roundId: round.id,
      consultantId: 'ada',
      closesOn: '2026-03-20',
      now: at('2026-03-16'),
      ...change,
    })

  async function closed() {
    await opened()
    await begin('Cara Lund')
    await handIn('Ben Osei')
    await closeRound(db, { ...step(), today: '2026-03-13' })
    await proposeCodebook(db, round.id, wordingProposer)
  }

  test('takes answers until its new last day, has what was begun, and forgets how lines were sorted', async () => {
    await closed()
    expect(await findCodebook(db, round.id)).not.toBeNull()
    expect(await again()).toEqual({ ok: true })
    expect(await stored()).toMatchObject({ state: 'open', closesOn: '2026-03-20', closedOn: null })
    expect(await findCodebook(db, round.id)).toBeNull()
    expect(await listDrafts(db, await placeOf('Cara Lund'))).toHaveLength(1)
    expect(await handIn('Cara Lund')).toBe('submitted')
    await closeRound(db, { ...step(), today: '2026-03-20' })
    await proposeCodebook(db, round.id, wordingProposer)
    expect((await findCodebook(db, round.id))?.lines).toHaveLength(2)
  })

  test('is not one whose codebook was ever locked, or whose report is published', async () => {
    await closed()
    const version = { roundId: round.id, version: 1, reason: 'First', coder: 'Ada', openedOn: TODAY }
    await insertCodebookVersion(db, version)
    expect(await again()).toMatchObject({ ok: false, error: expect.stringContaining('codebook') })
    await setRoundPublished(db, { id: round.id })
    expect(await again()).toMatchObject({ ok: false, error: expect.stringContaining('published') })
    expect((await stored()).state).toBe('published')
  })

  test('is not one that closed too long ago, nor one whose new last day is over', async () => {
    await closed()
    expect(await again({ closesOn: '2026-03-15' })).toEqual({ ok: false, error: 'That day is over already.' })
    expect((await again({ now: at('2026-03-27'), closesOn: '2026-04-01' })).ok).toBe(true)
    await closeRound(db, { ...step(), today: '2026-03-13' })
    expect((await again({ now: at('2026-03-28'), closesOn: '2026-04-01' })).ok).toBe(false)
  })

  test('is never unlinked, and never somebody else’s', async () => {
    round = await sampleRound(db, engagement, { privacyMode: 'unlinked' })
    await closed()
    expect(await again()).toMatchObject({ ok: false, error: expect.stringContaining('nobody') })
    expect(await again({ consultantId: 'mallory' })).toMatchObject({ ok: false })
  })
})

describe('what was begun and not handed in', () => {
  test('is there for a fortnight after closing, then deleted; what was handed in stays', async () => {
    await opened()
    await begin('Cara Lund')
    const cara = await placeOf('Cara Lund')
    await handIn('Ben Osei')
    await closeRound(db, { ...step(), today: '2026-03-13' })
    expect(await deleteOldDrafts(db, at('2026-03-27'))).toBe(0)
    expect(await listDrafts(db, cara)).toHaveLength(1)
    expect(await deleteOldDrafts(db, at('2026-03-28'))).toBe(1)
    expect(await listDrafts(db, cara)).toEqual([])
    expect(await countSubmissions(db, round.id)).toBe(1)
  })

  test('is deleted when the report is published', async () => {
    await opened()
    await begin('Cara Lund')
    const cara = await placeOf('Cara Lund')
    await closeRound(db, step())
    await setRoundPublished(db, { id: round.id })
    expect(await listDrafts(db, cara)).toEqual([])
  })

  test('is deleted at once where answers belong to nobody', async () => {
    round = await sampleRound(db, engagement, { privacyMode: 'unlinked' })
    await opened()
    await begin('Cara Lund')
    const cara = await placeOf('Cara Lund')
    await closeRound(db, step())
    expect(await listDrafts(db, cara)).toEqual([])
  })

  test('tells how far people came without telling who', async () => {
    await opened()
    await begin('Cara Lund')
    await begin('Dana Ruiz')
    await begin('Ben Osei')
    await handIn('Ben Osei')
    expect(await listStops(db, round.id)).toEqual([
      { level: 'department', itemIds: ['tiebreak'] },
      { level: 'senior', itemIds: ['tiebreak'] },
    ])
    await withdraw('Dana Ruiz')
    expect(await listStops(db, round.id)).toHaveLength(1)
  })
})

test('the monitor tells what closing now would hide, and whether a closed round can be opened again', async () => {
  await opened()
  const monitor = async (day: string) =>
    loadMonitor(db, { round: await stored(), engagement }, { consultantName: 'Ada Moore', now: at(day) })
  expect((await monitor(TODAY)).risks.map(({ kind }) => kind)).toEqual(['hidden', 'hidden'])
  expect((await monitor('2026-03-12')).next).toMatchObject({ label: 'Extend the round' })
  await closeRound(db, { ...step(), today: '2026-03-13' })
  expect((await monitor('2026-03-14')).reopening).toEqual({ refusal: null, codingSteps: 0 })
})
