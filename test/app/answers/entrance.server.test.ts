import { expect, test } from 'vitest'
import { confirmLead } from '#app/answers/confirm-lead.server.ts'
import { findInvitation } from '#app/answers/find-invitation.server.ts'
import { loadEntrance } from '#app/answers/load-entrance.server.ts'
import { autosaveSection } from '#app/answers/post-section.server.ts'
import { startAnswering } from '#app/answers/start-answering.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { hashToken } from '#app/http/tokens.server.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { listParticipations } from '#db/participations.ts'
import { answeringRound, LINK, NOW, sessionOf, signedIn } from './answering-round.ts'
import { formWith, full } from './asked-items.ts'

async function arrived(...args: Parameters<typeof answeringRound>) {
  const round = await answeringRound(...args)
  const token = await startAnswering(round.db, LINK, NOW)
  const sessionHash = hashToken(token ?? '')
  const session = async () => ({ ...(await sessionOf(round, sessionHash)), sessionHash })
  return { ...round, sessionHash, session }
}

test('a personal link tells who asks, why and how long, and nothing of the person', async () => {
  const { db } = await answeringRound()
  const invitation = await findInvitation(db, LINK)
  expect(invitation).toMatchObject({
    kind: 'open',
    clientName: 'Northwind',
    consultantName: 'Ada Moore',
    minutes: '8 to 10',
    sectionCount: 7,
  })
  expect(JSON.stringify(invitation)).not.toMatch(/Dana|Meyer|Finance/)
})

test('a link that nobody was given leads nowhere, and opens no session', async () => {
  const { db } = await answeringRound()
  expect(await findInvitation(db, 'pNOBODY')).toBeNull()
  expect(await startAnswering(db, 'pNOBODY', NOW)).toBeNull()
})

test('following a link and pressing Start leaves the lead not started', async () => {
  const { db } = await answeringRound()
  await findInvitation(db, LINK)
  await startAnswering(db, LINK, NOW)
  const [place] = await listParticipations(db, 'r1')
  expect(place?.participation.state).toBe('not-started')
})

test('the link of a closed round says when it closed and opens no session', async () => {
  const { db } = await answeringRound({ state: 'closed' })
  expect(await findInvitation(db, LINK)).toEqual({
    kind: 'closed',
    clientName: 'Northwind',
    closedOn: '2026-03-20',
    language: 'en-GB',
  })
  expect(await startAnswering(db, LINK, NOW)).toBeNull()
})

test('before the yes a new browser sees a short name and no earlier answer', async () => {
  const { db, session } = await arrived()
  const other = await signedIn({ db })
  const answer = formWith(['initiatives', '83'], ['initiatives.revision', '0'])
  await autosaveSection(db, await other.session(), 'focus', answer)
  const entrance = await loadEntrance(db, await session())
  expect(entrance).toMatchObject({
    kind: 'unconfirmed',
    page: { identity: 'Dana M., Finance', asksConsent: false },
  })
  expect(JSON.stringify(entrance)).not.toMatch(/83|Meyer|sections/)
})

test('after the yes the overview shows what is done', async () => {
  const { db, session } = await arrived()
  expect(await confirmLead(db, await session(), formWith(['who', 'me']))).toEqual({ kind: 'confirmed' })
  await autosaveSection(
    db,
    await session(),
    'focus',
    formWith(['initiatives', '5'], ['initiatives.revision', '0']),
  )
  const entrance = await loadEntrance(db, await session())
  expect(entrance).toMatchObject({ kind: 'ready', page: { submitted: false, changes: 0 } })
  const focus = entrance.kind === 'ready' ? entrance.page.sections.find(({ id }) => id === 'focus') : null
  expect(focus).toMatchObject({ state: 'started', answered: 1, of: 6 })
})

test('"Not me" ends the session', async () => {
  const { db, session, sessionHash } = await arrived()
  expect(await confirmLead(db, await session(), formWith(['who', 'not-me']))).toEqual({ kind: 'not-me' })
  expect(await findLeadSession(db, sessionHash, NOW.toISOString())).toBeNull()
})

test('an open round asks for the yes to being named, and goes no further without it', async () => {
  const { db, session } = await arrived({ privacyMode: 'open' })
  expect(await confirmLead(db, await session(), formWith(['who', 'me']))).toMatchObject({
    kind: 'consent-needed',
  })
  expect(await loadEntrance(db, await session())).toMatchObject({
    kind: 'unconfirmed',
    page: { asksConsent: true },
  })
  await confirmLead(db, await session(), formWith(['who', 'me'], ['consent', 'yes']))
  expect(await session()).toMatchObject({ confirmed: true, consented: true })
  expect((await loadEntrance(db, await session())).kind).toBe('ready')
})

test('who handed in to an unlinked round finds nothing to read back behind the same link', async () => {
  const { db } = await answeringRound({ privacyMode: 'unlinked' })
  const { session } = await signedIn({ db })
  await autosaveSection(
    db,
    await session(),
    'focus',
    formWith(['initiatives', '83'], ['initiatives.revision', '0']),
  )
  await submitAnswers(db, await session(), full)
  const later = await signedIn({ db })
  const entrance = await loadEntrance(db, await later.session())
  expect(entrance).toEqual({
    kind: 'handed-in',
    page: { clientName: 'Northwind', consultantName: 'Ada Moore' },
  })
})
