import { expect, test } from 'vitest'
import {
  findRound,
  findRoundInstrument,
  insertRound,
  listRounds,
  setRoundClosed,
  setRoundOpen,
  setRoundPublished,
  updateDraftRound,
} from '#db/rounds.ts'
import {
  ANNA,
  BORIS,
  DRAFT_ROUND,
  ENGAGEMENT,
  INSTRUMENT,
  memoryDatabase,
  OPEN_ROUND,
  seedEngagement,
} from './fixtures.ts'

const { id } = DRAFT_ROUND

async function draftRound() {
  const db = await memoryDatabase()
  await seedEngagement(db)
  await insertRound(db, DRAFT_ROUND)
  return db
}

test('a round is found with its engagement, by its own consultant only', async () => {
  const db = await draftRound()
  expect(await findRound(db, { id, consultantId: ANNA.id })).toEqual({
    round: DRAFT_ROUND,
    engagement: ENGAGEMENT,
  })
  expect(await findRound(db, { id, consultantId: BORIS.id })).toBeNull()
})

test('a round walks from draft to open to closed to published and never back', async () => {
  const db = await draftRound()
  const find = async () => (await findRound(db, { id, consultantId: ANNA.id }))?.round
  const open = { id, instrument: INSTRUMENT, openedOn: '2026-03-01' }
  expect(await setRoundClosed(db, { id, closedOn: '2026-03-15' })).toBe(false)
  expect(await setRoundPublished(db, { id })).toBe(false)
  expect(await setRoundOpen(db, open)).toBe(true)
  expect(await find()).toEqual(OPEN_ROUND)

  expect(await setRoundOpen(db, { ...open, openedOn: '2026-03-09' })).toBe(false)
  expect(await setRoundPublished(db, { id })).toBe(false)
  expect(await setRoundClosed(db, { id, closedOn: '2026-03-15' })).toBe(true)

  expect(await setRoundOpen(db, open)).toBe(false)
  expect(await setRoundClosed(db, { id, closedOn: '2026-04-01' })).toBe(false)
  expect(await setRoundPublished(db, { id })).toBe(true)
  expect(await setRoundPublished(db, { id })).toBe(true)
  expect(await find()).toEqual({ ...OPEN_ROUND, state: 'published', closedOn: '2026-03-15' })
})

test('settings can be changed while the round is a draft, not after', async () => {
  const db = await draftRound()
  const changed = { ...DRAFT_ROUND, title: 'Autumn', privacyMode: 'unlinked' as const, smallestGroup: 6 }
  expect(await updateDraftRound(db, changed)).toBe(true)
  await setRoundOpen(db, { id, instrument: INSTRUMENT, openedOn: '2026-03-01' })
  expect(await updateDraftRound(db, { ...changed, privacyMode: 'open' })).toBe(false)
  expect(await listRounds(db, ENGAGEMENT.id)).toEqual([
    { ...changed, state: 'open', instrument: INSTRUMENT, openedOn: '2026-03-01' },
  ])
})

test('the instrument can be read alone; a draft has none', async () => {
  const db = await draftRound()
  expect(await findRoundInstrument(db, id)).toBeNull()
  await setRoundOpen(db, { id, instrument: INSTRUMENT, openedOn: '2026-03-01' })
  expect(await findRoundInstrument(db, id)).toEqual(INSTRUMENT)
  expect(await findRoundInstrument(db, 'unknown')).toBeNull()
})

test('rounds are listed with the newest first', async () => {
  const db = await draftRound()
  await insertRound(db, { ...DRAFT_ROUND, id: 'round-2', opensOn: '2026-06-01' })
  expect((await listRounds(db, ENGAGEMENT.id)).map((round) => round.id)).toEqual(['round-2', 'round-1'])
})

test.each([
  ['an unknown state', { state: 'archived' }],
  ['an unknown privacy mode', { privacyMode: 'public' }],
  ['a smallest group under the floor of four', { smallestGroup: 3 }],
  ['an open round without its instrument', { state: 'open', openedOn: '2026-03-01' }],
  ['a closed round without its day', { ...OPEN_ROUND, state: 'closed' }],
])('the database refuses %s', async (_name, fault) => {
  const db = await draftRound()
  const round = { ...DRAFT_ROUND, ...fault, id: 'faulty' } as typeof DRAFT_ROUND
  await expect(insertRound(db, round)).rejects.toThrow('CHECK')
})
