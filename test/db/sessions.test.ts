import { expect, test } from 'vitest'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { insertReportSession, insertShare } from '#db/report-shares.ts'
import { insertReportVersion } from '#db/report-versions.ts'
import { deleteExpiredSessions, deleteSession, findSessionConsultant, insertSession } from '#db/sessions.ts'
import { ANNA, EARLIER, LATER, memoryDatabase, NOW, OPEN_ROUND, PLACE, seedRound } from './fixtures.ts'

const session = (tokenHash: string, expiresAt: string) => ({
  tokenHash,
  consultantId: ANNA.id,
  expiresAt,
  startedOn: '2026-03-02',
  browser: 'Firefox on Linux',
  awaitsCode: false,
  lastUsedAt: EARLIER,
})

test('a session leads to its consultant until it expires', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertSession(db, session('fresh', LATER))
  await insertSession(db, session('stale', NOW))
  expect(await findSessionConsultant(db, 'fresh', NOW)).toEqual(ANNA)
  expect(await findSessionConsultant(db, 'stale', NOW)).toBeNull()
  expect(await findSessionConsultant(db, 'unknown', NOW)).toBeNull()
})

test('a session that was signed out is gone, the others stay', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertSession(db, session('one', LATER))
  await insertSession(db, session('two', LATER))
  await deleteSession(db, 'one')
  expect(await findSessionConsultant(db, 'one', NOW)).toBeNull()
  expect(await findSessionConsultant(db, 'two', NOW)).toEqual(ANNA)
})

test('clearing removes what has expired in all three session tables and nothing else', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const report = { id: 'v-1', roundId: OPEN_ROUND.id, document: '{}', publishedOn: '2026-03-20' }
  await insertReportVersion(db, report)
  await insertShare(db, { id: 's-1', reportVersionId: 'v-1', tokenHash: 'share', expiresAt: LATER })
  for (const expiresAt of [EARLIER, LATER]) {
    await insertSession(db, session(expiresAt, expiresAt))
    await insertLeadSession(db, { tokenHash: expiresAt, participationId: PLACE, confirmed: false, expiresAt })
    await insertReportSession(db, { tokenHash: expiresAt, shareId: 's-1', expiresAt })
  }
  await deleteExpiredSessions(db, NOW)
  for (const table of ['session', 'lead_session', 'report_session'] as const) {
    expect(await db.selectFrom(table).select('token_hash').execute()).toEqual([{ token_hash: LATER }])
  }
})
