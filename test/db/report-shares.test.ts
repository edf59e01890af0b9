import { expect, test } from 'vitest'
import {
  findReportSession,
  findShareByToken,
  findShareGuess,
  insertReportSession,
  insertShare,
  listShares,
  markOpened,
  revokeShare,
  saveShareGuess,
} from '#db/report-shares.ts'
import { insertReportVersion } from '#db/report-versions.ts'
import { LATER, memoryDatabase, NOW, OPEN_ROUND, seedRound } from './fixtures.ts'

const ROUND = OPEN_ROUND.id
const FOUND = { shareId: 's-1', reportVersionId: 'v-1' }

async function sharedReport() {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertReportVersion(db, { id: 'v-1', roundId: ROUND, document: '{}', publishedOn: '2026-03-01' })
  await insertShare(db, { id: 's-1', reportVersionId: 'v-1', tokenHash: 'token 1', expiresAt: LATER })
  await insertShare(db, { id: 's-2', reportVersionId: 'v-1', tokenHash: 'token 2', expiresAt: NOW })
  await insertReportSession(db, { tokenHash: 'reader 1', shareId: 's-1', expiresAt: LATER })
  return db
}

test('a link opens its report until it expires', async () => {
  const db = await sharedReport()
  expect(await findShareByToken(db, 'token 1', NOW)).toEqual({
    ...FOUND,
    expiresAt: LATER,
    passphraseHash: null,
  })
  expect(await findShareByToken(db, 'token 2', NOW)).toBeNull()
  expect(await findShareByToken(db, 'unknown', NOW)).toBeNull()
})

test("a reader's session ends with its own time and with its link's", async () => {
  const db = await sharedReport()
  await insertReportSession(db, { tokenHash: 'reader 2', shareId: 's-2', expiresAt: LATER })
  expect(await findReportSession(db, 'reader 1', NOW)).toEqual(FOUND)
  expect(await findReportSession(db, 'reader 1', LATER)).toBeNull()
  expect(await findReportSession(db, 'reader 2', NOW)).toBeNull()
})

test('revoking ends the link and its sessions at once, in its own round only', async () => {
  const db = await sharedReport()
  expect(await revokeShare(db, { id: 's-1', roundId: 'another round' })).toBe(false)
  expect(await findReportSession(db, 'reader 1', NOW)).toEqual(FOUND)
  expect(await revokeShare(db, { id: 's-1', roundId: ROUND })).toBe(true)
  expect(await findShareByToken(db, 'token 1', NOW)).toBeNull()
  expect(await findReportSession(db, 'reader 1', NOW)).toBeNull()
  expect(await db.selectFrom('report_session').selectAll().execute()).toEqual([])
})

test('the list shows every link of the round, with the day it was last opened', async () => {
  const db = await sharedReport()
  await markOpened(db, { shareId: 's-1', day: '2026-03-05' })
  await revokeShare(db, { id: 's-2', roundId: ROUND })
  const share = {
    reportVersionId: 'v-1',
    version: 1,
    hasPassphrase: false,
    guessFirst: false,
    guessed: false,
  }
  expect(await listShares(db, ROUND)).toEqual([
    { ...share, id: 's-1', expiresAt: LATER, revoked: false, lastOpenedOn: '2026-03-05' },
    { ...share, id: 's-2', expiresAt: NOW, revoked: true, lastOpenedOn: null },
  ])
  expect(await listShares(db, 'another round')).toEqual([])
})

test('a link asks for one guess, and the first that is made stands', async () => {
  const db = await sharedReport()
  const link = { reportVersionId: 'v-1', expiresAt: LATER, tokenHash: 'token 3' }
  await insertShare(db, { ...link, id: 's-3', guessFirst: true, passphraseHash: 'hash' })
  expect(await findShareGuess(db, 's-3')).toEqual({ guessFirst: true, guess: null })
  expect(await saveShareGuess(db, { shareId: 's-3', guess: '{"Focus":40}' })).toBe(true)
  expect(await saveShareGuess(db, { shareId: 's-3', guess: '{"Focus":90}' })).toBe(false)
  expect(await saveShareGuess(db, { shareId: 's-1', guess: '{}' })).toBe(false)
  expect(await findShareGuess(db, 's-3')).toEqual({ guessFirst: true, guess: '{"Focus":40}' })
  expect(await findShareGuess(db, 'unknown')).toBeNull()
  const [, , third] = (await listShares(db, ROUND)).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(third).toMatchObject({ id: 's-3', hasPassphrase: true, guessFirst: true, guessed: true })
})
