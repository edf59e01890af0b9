import { existsSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { log } from '#app/http/log.server.ts'
import { forgetDueAnswers } from '#app/rounds/keeping/forget-answers.server.ts'
import { takeKeepingStep } from '#app/rounds/keeping/keeping-page.server.ts'
import { startRetention } from '#app/rounds/keeping/retention.server.ts'
import { listAuditEvents } from '#db/audit-events.ts'
import { openDatabase } from '#db/open-database.ts'
import { findRound, setRoundClosed } from '#db/rounds.ts'
import { countSubmissions, submitParticipation } from '#db/submissions.ts'
import {
  ANNA,
  databasePath,
  ENGAGEMENT,
  OPEN_ROUND,
  PLACE,
  seedRound,
  textAnswer,
} from '#test/db/fixtures.ts'

const DUE = new Date('2027-03-14T00:00:00Z')
const DAY_BEFORE = new Date('2027-03-13T23:59:59Z')

async function closedRound() {
  log.level = 'silent'
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  await seedRound(db, { ...OPEN_ROUND, keepUntil: '2027-03-14' })
  await submitParticipation(db, {
    participationId: PLACE,
    submissionId: 's-1',
    level: 'department',
    answers: { free: textAnswer('Said') },
    linked: true,
    unlinkedTexts: [],
  })
  await setRoundClosed(db, { id: OPEN_ROUND.id, closedOn: '2026-03-14' })
  const round = async () => (await findRound(db, { id: OPEN_ROUND.id, consultantId: ANNA.id }))?.round
  return { path, db, round }
}

test('answers go on the day that was promised and not before, and the log says so', async () => {
  const { db, round } = await closedRound()
  expect(await forgetDueAnswers(db, DAY_BEFORE)).toEqual([])
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(1)
  expect(await forgetDueAnswers(db, DUE)).toEqual(['Spring'])
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(0)
  expect((await round())?.answersDeletedOn).toBe('2027-03-14')
  const [event] = await listAuditEvents(db, { engagementId: ENGAGEMENT.id, most: 5 })
  expect(event).toMatchObject({ consultantName: 'Plumbline', words: expect.stringContaining('“Spring”') })
  expect(await forgetDueAnswers(db, DUE)).toEqual([])
})

test('a server that is started after the day has passed deletes at once', async () => {
  const { db, path } = await closedRound()
  await startRetention(db, path, () => new Date('2028-01-01T00:00:00Z')).stop()
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(0)
})

test('a server that runs on deletes when the day comes', async () => {
  const { db, path } = await closedRound()
  let now = DAY_BEFORE
  const retention = startRetention(db, path, () => now, 5)
  await setTimeout(50)
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(1)
  now = DUE
  await expect.poll(() => countSubmissions(db, OPEN_ROUND.id)).toBe(0)
  await retention.stop()
})

test('copies that an upgrade has left go after a month, and nothing else does', async () => {
  const { db, path } = await closedRound()
  const files = [`${path}.before-9.bak`, `${path}.before-10.bak`, `${path}.bak`]
  for (const file of files) writeFileSync(file, 'copy')
  for (const file of [files[0], files[2]])
    utimesSync(file ?? '', new Date('2026-01-01'), new Date('2026-01-01'))
  utimesSync(files[1] ?? '', DUE, DUE)
  await startRetention(db, path, () => DUE).stop()
  expect(files.map((file) => existsSync(file))).toEqual([false, true, true])
})

test('a consultant can bring the day nearer, or delete the answers of a round that is over at once', async () => {
  const { db, round } = await closedRound()
  const today = '2026-04-01'
  const take = async (intent: string, keepUntil: string) => {
    const found = await round()
    if (!found) throw new Error('no round')
    return takeKeepingStep(db, found, { intent, keepUntil }, today)
  }
  expect(await take('save', '2027-03-15')).toMatchObject({
    ok: false,
    error: expect.stringContaining('never later'),
  })
  expect(await take('save', '2026-12-31')).toMatchObject({ ok: true })
  expect(await take('save', '2027-01-01')).toMatchObject({ ok: false })
  expect(await take('delete', '')).toEqual({ ok: true, words: 'deleted the answers of “Spring”' })
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(0)
  expect(await take('delete', '')).toMatchObject({ ok: false })
})
