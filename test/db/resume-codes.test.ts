import { expect, test } from 'vitest'
import { deleteLeadSession, findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import { findResumeCode, saveResumeCode, takeResumeCode } from '#db/resume-codes.ts'
import { answeringRound } from '../app/answers/answering-round.ts'

const NOON = '2026-03-02T12:00:00.000Z'
const SOON = '2026-03-02T12:09:59.000Z'
const LATE = '2026-03-02T12:10:00.000Z'
const RIGHT = Object.freeze({
  sessionHash: 'laptop',
  codeHash: 'a'.repeat(64),
  expiresAt: LATE,
  triesLeft: 5,
  delivery: 'sent' as const,
})
const wrong = (now = NOON) => ({ sessionHash: 'laptop', codeHash: 'b'.repeat(64), now })
const right = (now = NOON) => ({ ...RIGHT, now })

async function waiting() {
  const { db } = await answeringRound()
  for (const tokenHash of ['laptop', 'phone'])
    await insertLeadSession(db, {
      tokenHash,
      participationId: 'p1',
      confirmed: true,
      expiresAt: '2026-03-03T00:00:00.000Z',
    })
  await saveResumeCode(db, RIGHT)
  const readsAll = async (session: string) => (await findLeadSession(db, session, NOON))?.readsAll
  return { db, readsAll }
}

test('the right code lets its own session read everything, and no other', async () => {
  const { db, readsAll } = await waiting()
  expect(await readsAll('laptop')).toBe(false)
  expect(await takeResumeCode(db, { ...right(), sessionHash: 'phone' })).toBe(0)
  expect(await takeResumeCode(db, right(SOON))).toBe('right')
  expect([await readsAll('laptop'), await readsAll('phone')]).toEqual([true, false])
})

test('a code works once', async () => {
  const { db } = await waiting()
  await takeResumeCode(db, right())
  expect(await takeResumeCode(db, right())).toBe(0)
})

test('after five wrong tries the right code is too late', async () => {
  const { db, readsAll } = await waiting()
  const left = []
  for (let tries = 0; tries < 6; tries++) left.push(await takeResumeCode(db, wrong()))
  expect(left).toEqual([4, 3, 2, 1, 0, 0])
  expect(await takeResumeCode(db, right())).toBe(0)
  expect(await readsAll('laptop')).toBe(false)
})

test('many tries at once get no more than five', async () => {
  const { db } = await waiting()
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeResumeCode(db, wrong())))
  expect(taken.toSorted()).toEqual([...Array(16).fill(0), 1, 2, 3, 4])
})

test('after ten minutes a code is worth nothing', async () => {
  const { db } = await waiting()
  expect(await findResumeCode(db, 'laptop', SOON)).toMatchObject({ triesLeft: 5 })
  expect(await findResumeCode(db, 'laptop', LATE)).toBeNull()
  expect(await takeResumeCode(db, right(LATE))).toBe(0)
})

test('a new code takes the place of the one before', async () => {
  const { db } = await waiting()
  await saveResumeCode(db, { ...RIGHT, codeHash: 'c'.repeat(64) })
  expect(await takeResumeCode(db, right())).toBe(4)
})

test('a code goes with its session', async () => {
  const { db } = await waiting()
  await deleteLeadSession(db, 'laptop')
  expect(await db.selectFrom('resume_code').selectAll().execute()).toEqual([])
})
