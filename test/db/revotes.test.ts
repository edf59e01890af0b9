import { expect, test } from 'vitest'
import { deleteRoundAnswers } from '#db/retention.ts'
import {
  closeRevote,
  deleteRevote,
  findOpenRevote,
  hasVoted,
  insertVote,
  listRevotes,
  listVoters,
  listVotes,
  openRevote,
} from '#db/revotes.ts'
import { setRoundClosed } from '#db/rounds.ts'
import { memoryDatabase, OPEN_ROUND, PLACE, seedRound } from './fixtures.ts'

const DAY = '2026-03-20'
const VOTE = { id: 'v-1', roundId: OPEN_ROUND.id, itemId: 'free', openedOn: DAY }
const POINT = { state: 'answered' as const, value: { kind: 'scale' as const, point: 4 } }
const CAST = { id: 'a-1', revoteId: 'v-1', participationId: PLACE, level: 'department' as const }

async function withVote() {
  const db = await memoryDatabase()
  await seedRound(db)
  await setRoundClosed(db, { id: OPEN_ROUND.id, closedOn: DAY })
  expect(await openRevote(db, VOTE)).toBe('opened')
  return db
}

test('one vote is open at a time, and an item is asked again once', async () => {
  const db = await withVote()
  expect(await openRevote(db, { ...VOTE, id: 'v-2', itemId: 'other' })).toBe('busy')
  expect(await closeRevote(db, { id: 'v-1', roundId: OPEN_ROUND.id, closedOn: DAY })).toBe(true)
  expect(await closeRevote(db, { id: 'v-1', roundId: OPEN_ROUND.id, closedOn: DAY })).toBe(false)
  expect(await openRevote(db, { ...VOTE, id: 'v-2' })).toBe('asked')
  expect(await openRevote(db, { ...VOTE, id: 'v-2', itemId: 'other' })).toBe('opened')
})

test('one vote a person, while it is open', async () => {
  const db = await withVote()
  expect(await insertVote(db, { ...CAST, answer: POINT })).toBe('taken')
  expect(await insertVote(db, { ...CAST, id: 'a-2', answer: POINT })).toBe('already')
  expect(await hasVoted(db, { revoteId: 'v-1', participationId: PLACE })).toBe(true)
  expect(await listVotes(db, 'v-1')).toEqual([{ id: 'a-1', level: 'department', answer: POINT }])
  await closeRevote(db, { id: 'v-1', roundId: OPEN_ROUND.id, closedOn: DAY })
  const late = { ...CAST, id: 'a-3', participationId: 'p-l-osten' }
  expect(await insertVote(db, { ...late, answer: POINT })).toBe('closed')
  expect(await findOpenRevote(db, OPEN_ROUND.id)).toBe(null)
})

test('nothing in the row of a vote leads to the person, and no row knows a time', async () => {
  const db = await withVote()
  await insertVote(db, { ...CAST, answer: POINT })
  const answers = await db.selectFrom('revote_answer').selectAll().execute()
  const voters = await db.selectFrom('revote_voter').selectAll().execute()
  expect(answers.map((row) => Object.keys(row))).toEqual([['id', 'revote_id', 'level', 'answer']])
  expect(voters).toEqual([{ revote_id: 'v-1', participation_id: PLACE }])
  expect(JSON.stringify(answers)).not.toContain(PLACE)
})

test('tells by place who voted and who had handed in', async () => {
  const db = await withVote()
  await insertVote(db, { ...CAST, answer: POINT })
  const voters = await listVoters(db, { revoteId: 'v-1', roundId: OPEN_ROUND.id })
  expect(voters.toSorted((one, other) => Number(other.voted) - Number(one.voted))).toEqual([
    { level: 'department', voted: true, answered: false },
    { level: expect.any(String), voted: false, answered: false },
    { level: expect.any(String), voted: false, answered: false },
  ])
})

test('votes go with the answers of their round, and with the vote that is thrown away', async () => {
  const db = await withVote()
  await insertVote(db, { ...CAST, answer: POINT })
  expect(await deleteRevote(db, { id: 'v-1', roundId: 'another round' })).toBe(false)
  expect(await deleteRevote(db, { id: 'v-1', roundId: OPEN_ROUND.id })).toBe(true)
  expect(await listVotes(db, 'v-1')).toEqual([])
  await openRevote(db, VOTE)
  await insertVote(db, { ...CAST, answer: POINT })
  expect(await deleteRoundAnswers(db, { roundId: OPEN_ROUND.id, today: DAY })).toBe(true)
  expect(await listRevotes(db, OPEN_ROUND.id)).toEqual([])
  for (const table of ['revote_answer', 'revote_voter'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
})
