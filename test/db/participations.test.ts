import { expect, test } from 'vitest'
import { saveDrafts } from '#db/drafts.ts'
import { findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import {
  findParticipationByToken,
  insertParticipations,
  listParticipations,
  setConsent,
  setLinkVersion,
} from '#db/participations.ts'
import { submitParticipation } from '#db/submissions.ts'
import {
  ANNA,
  ENGAGEMENT,
  LATER,
  LEADS,
  memoryDatabase,
  NOW,
  OPEN_ROUND,
  PLACE,
  seedRound,
  textAnswer,
} from './fixtures.ts'

async function openRound() {
  const db = await memoryDatabase()
  await seedRound(db)
  return db
}

test('participations are listed by level and name, with how far each lead is', async () => {
  const db = await openRound()
  const answer = textAnswer('x')
  await saveDrafts(db, { participationId: PLACE, changes: [{ itemId: 'free', answer, baseRevision: 0 }] })
  const submission = { submissionId: 's-1', level: 'senior' as const, answers: {}, unlinkedTexts: [] }
  await submitParticipation(db, { ...submission, participationId: 'p-l-max', linked: true })
  const rows = await listParticipations(db, OPEN_ROUND.id)
  expect(rows.map(({ lead, participation }) => [lead.name, participation.state])).toEqual([
    ['Max', 'done'],
    ['Östen', 'not-started'],
    ['Zoe', 'started'],
  ])
  expect(rows[2]).toEqual({
    participation: { id: PLACE, roundId: OPEN_ROUND.id, leadId: 'l-zoe', linkVersion: 1, state: 'started' },
    lead: LEADS[0],
  })
})

test('a link leads to the lead, the round and who asks', async () => {
  const db = await openRound()
  expect(await findParticipationByToken(db, 'token of l-zoe')).toEqual({
    participation: {
      id: PLACE,
      roundId: OPEN_ROUND.id,
      leadId: 'l-zoe',
      linkVersion: 1,
      state: 'not-started',
    },
    round: OPEN_ROUND,
    lead: LEADS[0],
    clientName: ENGAGEMENT.clientName,
    consultantName: ANNA.name,
    language: null,
  })
  expect(await findParticipationByToken(db, 'token of nobody')).toBeNull()
})

test('a new link kills the old one and the sessions it opened, and nobody else’s', async () => {
  const db = await openRound()
  const session = { confirmed: true, expiresAt: LATER }
  await insertLeadSession(db, { ...session, tokenHash: 'zoe', participationId: PLACE })
  await insertLeadSession(db, { ...session, tokenHash: 'max', participationId: 'p-l-max' })
  await setLinkVersion(db, { participationId: PLACE, tokenHash: 'second token', linkVersion: 2 })
  expect(await findParticipationByToken(db, 'token of l-zoe')).toBeNull()
  expect((await findParticipationByToken(db, 'second token'))?.participation.linkVersion).toBe(2)
  expect(await findLeadSession(db, 'zoe', NOW)).toBeNull()
  expect((await findLeadSession(db, 'max', NOW))?.lead.id).toBe('l-max')
})

test('consent is kept for the one who gave it', async () => {
  const db = await openRound()
  for (const participationId of [PLACE, 'p-l-max']) {
    await insertLeadSession(db, {
      tokenHash: participationId,
      participationId,
      confirmed: true,
      expiresAt: LATER,
    })
  }
  await setConsent(db, PLACE)
  expect((await findLeadSession(db, PLACE, NOW))?.consented).toBe(true)
  expect((await findLeadSession(db, 'p-l-max', NOW))?.consented).toBe(false)
})

test('a lead has one place in a round, and a token opens one place', async () => {
  const db = await openRound()
  const place = { id: 'p-2', roundId: OPEN_ROUND.id, leadId: 'l-zoe', tokenHash: 'other', linkVersion: 1 }
  await expect(insertParticipations(db, [place])).rejects.toThrow('UNIQUE')
  await expect(insertParticipations(db, [{ ...place, tokenHash: 'token of l-max' }])).rejects.toThrow(
    'UNIQUE',
  )
})
