import { expect, test } from 'vitest'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { toldPlaces } from '#app/rounds/told-places.server.ts'
import { insertLeads } from '#db/leads.ts'
import { insertParticipations } from '#db/participations.ts'
import { submitParticipation } from '#db/submissions.ts'
import { lead, memoryDatabase, OPEN_ROUND, seedRound } from '#test/db/fixtures.ts'

async function openRound(privacyMode: PrivacyMode) {
  const db = await memoryDatabase()
  const round = { ...OPEN_ROUND, privacyMode }
  await seedRound(db, round)
  await insertLeads(db, [lead('x-dana', 'Dana', 'senior')])
  const place = { id: 'dana', roundId: round.id, leadId: 'x-dana', tokenHash: 'dana', linkVersion: 1 }
  await insertParticipations(db, [place])
  const handIn = () =>
    submitParticipation(db, {
      participationId: 'dana',
      submissionId: 's-dana',
      level: 'senior',
      answers: {},
      linked: privacyMode !== 'unlinked',
      unlinkedTexts: [],
    })
  const stateAt = async (time: string, told: typeof round = round) => {
    const places = await toldPlaces(db, told, new Date(`2026-03-02T${time}Z`))
    return places.find(({ lead }) => lead.name === 'Dana')?.participation.state
  }
  return { round, handIn, stateAt }
}

test('in an unlinked round who hands in counts as begun until the next quarter hour', async () => {
  const { handIn, stateAt } = await openRound('unlinked')
  expect(await stateAt('14:01:00')).toBe('not-started')
  await handIn()
  expect(await stateAt('14:02:00')).toBe('started')
  expect(await stateAt('14:14:59')).toBe('started')
  expect(await stateAt('14:15:00')).toBe('done')
  expect(await stateAt('14:16:00')).toBe('done')
})

test('once an unlinked round is over everybody is told of who handed in', async () => {
  const { round, handIn, stateAt } = await openRound('unlinked')
  expect(await stateAt('14:01:00')).toBe('not-started')
  await handIn()
  expect(await stateAt('14:02:00', { ...round, state: 'closed' })).toBe('done')
})

test('in a confidential round the consultant, who reads the answers, is told at once', async () => {
  const { handIn, stateAt } = await openRound('confidential')
  expect(await stateAt('14:01:00')).toBe('not-started')
  await handIn()
  expect(await stateAt('14:02:00')).toBe('done')
})
