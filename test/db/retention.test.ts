import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { insertCodebookVersion, lockCodebookVersion } from '#db/codebook-versions.ts'
import { insertCodebook } from '#db/codebooks.ts'
import { saveDrafts } from '#db/drafts.ts'
import { insertLeadSession } from '#db/lead-sessions.ts'
import { insertLineVectors } from '#db/line-vectors.ts'
import { queueMails } from '#db/mails.ts'
import { openDatabase } from '#db/open-database.ts'
import { listParticipations } from '#db/participations.ts'
import { saveReportEdits } from '#db/report-edits.ts'
import { putQuote } from '#db/report-quotes.ts'
import { findLatestReportVersion, insertReportVersion } from '#db/report-versions.ts'
import { deleteRoundAnswers, listRoundsToForget, setKeepUntil } from '#db/retention.ts'
import type { RoundMail } from '#db/round-mail.ts'
import { saveRoundMail } from '#db/round-mail.ts'
import {
  findRound,
  insertRound,
  setRoundClosed,
  setRoundDays,
  setRoundOpen,
  setRoundReopened,
} from '#db/rounds.ts'
import type { Database } from '#db/schema.ts'
import { insertSecondCoding, saveSecondCodes } from '#db/second-codings.ts'
import { submitParticipation } from '#db/submissions.ts'
import {
  ANNA,
  DRAFT_ROUND,
  databasePath,
  INSTRUMENT,
  memoryDatabase,
  NOW,
  OPEN_ROUND,
  PLACE,
  seedEngagement,
  seedRound,
  textAnswer,
} from './fixtures.ts'

const MARK = 'Zwölfender-Marker'
const FROZEN = 'Frozen-and-Published'
const ROUND = OPEN_ROUND.id
const DAY = '2026-03-20'

/** A round that says the marker wherever a lead's words can come to stand. */
async function seedMarkers(db: Kysely<Database>): Promise<void> {
  await seedRound(db)
  await saveDrafts(db, {
    participationId: PLACE,
    changes: [{ itemId: 'free', answer: textAnswer(`${MARK} draft`), baseRevision: 0 }],
  })
  await submitParticipation(db, {
    participationId: PLACE,
    submissionId: 's-1',
    level: 'department',
    answers: { free: textAnswer(`${MARK} answer`) },
    linked: true,
    unlinkedTexts: [],
  })
  await db
    .insertInto('unlinked_text')
    .values({ id: 'u-1', round_id: ROUND, item_id: 'free', answer: JSON.stringify(textAnswer(MARK)) })
    .execute()
  const theme = { id: 't-1', itemId: 'free', name: `${MARK} theme` }
  const line = { id: 'li-1', submissionId: 's-1', itemId: 'free', position: 0, text: MARK, themeId: 't-1' }
  await insertCodebook(db, ROUND, { themes: [theme], lines: [line, { ...line, id: 'li-2' }] })
  await db
    .insertInto('apart_pair')
    .values({ round_id: ROUND, item_id: 'free', line_a: 'li-1', line_b: 'li-2' })
    .execute()
  await db
    .insertInto('proposal')
    .values({ round_id: ROUND, item_id: 'free', proposal: JSON.stringify({ read: MARK }) })
    .execute()
  await db
    .insertInto('coding_step')
    .values({
      round_id: ROUND,
      item_id: 'free',
      number: 1,
      words: MARK,
      coder: 'Anna',
      taken_on: DAY,
      change: '{}',
    })
    .execute()
  await insertCodebookVersion(db, {
    roundId: ROUND,
    version: 1,
    reason: 'First',
    coder: 'Anna',
    openedOn: DAY,
  })
  await lockCodebookVersion(db, {
    roundId: ROUND,
    version: 1,
    coder: 'Anna',
    lockedOn: DAY,
    codebook: {
      themes: [
        { ...theme, definition: '', state: 'confirmed', coder: 'Anna', decidedOn: DAY, knownId: null },
      ],
      lines: [line],
    },
  })
  await insertSecondCoding(db, { roundId: ROUND, coder: 'Ben', startedOn: DAY })
  await saveSecondCodes(db, { roundId: ROUND, lineIds: ['li-1'], theme: MARK })
  await putQuote(db, { roundId: ROUND, id: 'q-1', ruleId: 'two-camps', extract: MARK })
  await saveReportEdits(db, {
    roundId: ROUND,
    by: 'Anna',
    at: NOW,
    changes: [
      {
        target: 'x',
        kind: 'text',
        act: 'changed',
        before: MARK,
        after: MARK,
        edit: { target: 'x', kind: 'text', base: MARK, value: MARK },
      },
    ],
  })
  const text = { subject: MARK, body: `${MARK} {link}` }
  await queueMails(db, [
    {
      id: 'm-1',
      roundId: ROUND,
      participationId: PLACE,
      kind: 'invitation',
      ordinal: 1,
      text,
      midwayText: null,
      dueAt: NOW,
    },
  ])
  const texts: RoundMail['texts'] = { invitation: text, notStarted: text, midway: text }
  await saveRoundMail(db, ROUND, { texts, reminders: null })
  await insertLeadSession(db, { tokenHash: 'hash', participationId: PLACE, confirmed: true, expiresAt: NOW })
  await insertLineVectors(db, { encoder: 'e', normaliser: MARK }, new Map([['x', new Float32Array([1])]]))
  await insertReportVersion(db, {
    id: 'v-1',
    roundId: ROUND,
    document: JSON.stringify({ say: FROZEN }),
    publishedOn: DAY,
  })
}

function bytesBeside(path: string): string {
  const folder = dirname(path)
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n')
}

function latin(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

test('once the day has come nothing that a lead said is left in any file, and the published report stays', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  await seedMarkers(db)
  await db.updateTable('round').set({ keep_until: DAY }).where('id', '=', ROUND).execute()
  expect(bytesBeside(path)).toContain(latin(MARK))
  expect(existsSync(`${path}-wal`)).toBe(true)

  expect(await listRoundsToForget(db, '2026-03-19')).toEqual([])
  const [due] = await listRoundsToForget(db, DAY)
  expect(due?.id).toBe(ROUND)
  expect(await deleteRoundAnswers(db, { roundId: ROUND, today: DAY })).toBe(true)

  const bytes = bytesBeside(path)
  expect(bytes.split(latin(MARK)).length - 1).toBe(0)
  expect(bytes).toContain(FROZEN)
  expect((await findLatestReportVersion(db, ROUND))?.version).toBe(1)
})

test('who was asked and who answered stays; the round is closed and says since when its answers are gone', async () => {
  const db = await memoryDatabase()
  await seedMarkers(db)
  await deleteRoundAnswers(db, { roundId: ROUND, today: DAY })
  const found = await findRound(db, { id: ROUND, consultantId: ANNA.id })
  expect(found?.round).toMatchObject({ state: 'closed', closedOn: DAY, answersDeletedOn: DAY })
  const places = await listParticipations(db, ROUND)
  expect(places.map(({ participation }) => participation.state).sort()).toEqual([
    'done',
    'not-started',
    'not-started',
  ])
  expect(await listRoundsToForget(db, '2030-01-01')).toEqual([])
  expect(await deleteRoundAnswers(db, { roundId: ROUND, today: '2026-03-21' })).toBe(false)
})

test('answers of another round stay', async () => {
  const db = await memoryDatabase()
  await seedMarkers(db)
  await insertRound(db, { ...OPEN_ROUND, id: 'round-2' })
  await deleteRoundAnswers(db, { roundId: 'round-2', today: DAY })
  expect(await db.selectFrom('submission').select('id').execute()).toHaveLength(1)
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
})

test('a draft is never forgotten, and a day that leads were promised cannot move away', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  await insertRound(db, { ...DRAFT_ROUND, keepUntil: '2026-03-15' })
  expect(await listRoundsToForget(db, '2030-01-01')).toEqual([])
  expect(await deleteRoundAnswers(db, { roundId: ROUND, today: DAY })).toBe(false)
  expect(await setKeepUntil(db, { id: ROUND, keepUntil: '2026-09-01' })).toBe(true)
  await setRoundOpen(db, {
    id: ROUND,
    instrument: INSTRUMENT,
    openedOn: '2026-03-01',
    keepUntil: '2026-09-01',
  })
  expect(await setKeepUntil(db, { id: ROUND, keepUntil: '2026-09-02' })).toBe(false)
  expect(await setKeepUntil(db, { id: ROUND, keepUntil: '2026-08-01' })).toBe(true)
})

test('a round is never open beyond the day on which its answers are deleted, nor after it', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  await insertRound(db, DRAFT_ROUND)
  await setRoundOpen(db, {
    id: ROUND,
    instrument: INSTRUMENT,
    openedOn: '2026-03-01',
    keepUntil: '2026-09-01',
  })
  const days = { id: ROUND, timeZone: 'UTC', closesItself: false }
  expect(await setRoundDays(db, { ...days, closesOn: '2026-09-01' })).toBe(false)
  expect(await setRoundDays(db, { ...days, closesOn: '2026-08-31' })).toBe(true)
  await setRoundClosed(db, { id: ROUND, closedOn: '2026-04-01' })
  await deleteRoundAnswers(db, { roundId: ROUND, today: DAY })
  expect(await setRoundReopened(db, { id: ROUND, closesOn: '2026-05-01' })).toBe(false)
})
