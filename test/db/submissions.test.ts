import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { Answers } from '#app/answers/answer.ts'
import { listDrafts, saveDrafts } from '#db/drafts.ts'
import { findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import { insertLeads } from '#db/leads.ts'
import { openDatabase } from '#db/open-database.ts'
import { insertParticipations, listParticipations } from '#db/participations.ts'
import { setRoundClosed } from '#db/rounds.ts'
import {
  countSubmissions,
  listSubmissions,
  listUnlinkedTexts,
  type NewSubmission,
  submitParticipation,
} from '#db/submissions.ts'
import {
  DRAFT_ROUND,
  databasePath,
  LATER,
  lead,
  memoryDatabase,
  NOW,
  OPEN_ROUND,
  PLACE,
  seedRound,
  textAnswer,
} from './fixtures.ts'

const UNLINKED_ROUND = Object.freeze({ ...OPEN_ROUND, privacyMode: 'unlinked' as const })

const ANSWERS: Answers = Object.freeze({ free: textAnswer('first'), other: { state: 'cant-say' } })

const LINKED: NewSubmission = Object.freeze({
  participationId: PLACE,
  submissionId: 's-zoe',
  level: 'department',
  answers: ANSWERS,
  linked: true,
  unlinkedTexts: [],
})

const UNLINKED: NewSubmission = Object.freeze<NewSubmission>({
  ...LINKED,
  linked: false,
  answers: { other: { state: 'cant-say' } },
  unlinkedTexts: [{ id: 't-1', itemId: 'free', answer: textAnswer('apart') }],
})

async function seeded(round = OPEN_ROUND) {
  const db = await memoryDatabase()
  await seedRound(db, round)
  return db
}

test('a linked submission knows its lead and department', async () => {
  const db = await seeded()
  expect(await submitParticipation(db, LINKED)).toBe('submitted')
  expect(await listSubmissions(db, OPEN_ROUND.id)).toEqual([
    {
      id: 's-zoe',
      roundId: OPEN_ROUND.id,
      level: 'department',
      leadId: 'l-zoe',
      departmentId: 'd-1',
      answers: ANSWERS,
    },
  ])
})

test('handing in again replaces the answers of the one submission', async () => {
  const db = await seeded()
  await submitParticipation(db, LINKED)
  const answers = { free: textAnswer('second') }
  expect(await submitParticipation(db, { ...LINKED, submissionId: 'another', answers })).toBe('submitted')
  const submissions = await listSubmissions(db, OPEN_ROUND.id)
  expect(submissions.map((submission) => [submission.id, submission.answers])).toEqual([['s-zoe', answers]])
})

test('fifty presses of the button at once make one submission', async () => {
  const db = await seeded()
  const presses = Array.from({ length: 50 }, () => submitParticipation(db, LINKED))
  expect(new Set(await Promise.all(presses))).toEqual(new Set(['submitted']))
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(1)
})

test('nothing is handed in before the round opens or after it has closed', async () => {
  const early = await seeded(DRAFT_ROUND)
  expect(await submitParticipation(early, LINKED)).toBe('closed')
  const late = await seeded()
  await setRoundClosed(late, { id: OPEN_ROUND.id, closedOn: '2026-03-15' })
  expect(await submitParticipation(late, LINKED)).toBe('closed')
  expect(await submitParticipation(late, { ...LINKED, participationId: 'unknown' })).toBe('closed')
  expect(await countSubmissions(late, OPEN_ROUND.id)).toBe(0)
})

test('a submission is linked exactly where the round promised so', async () => {
  await expect(submitParticipation(await seeded(), UNLINKED)).rejects.toThrow('must be linked')
  const db = await seeded(UNLINKED_ROUND)
  await expect(submitParticipation(db, LINKED)).rejects.toThrow('must not be linked')
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(0)
})

test('an unlinked submission keeps no link to its lead, no draft and no session', async () => {
  const db = await seeded(UNLINKED_ROUND)
  const answer = textAnswer('being written')
  for (const participationId of [PLACE, 'p-l-max']) {
    await saveDrafts(db, { participationId, changes: [{ itemId: 'free', answer, baseRevision: 0 }] })
    const session = { tokenHash: participationId, participationId, confirmed: true, expiresAt: LATER }
    await insertLeadSession(db, session)
  }
  expect(await submitParticipation(db, UNLINKED)).toBe('submitted')
  expect(await listSubmissions(db, OPEN_ROUND.id)).toEqual([
    {
      id: 's-zoe',
      roundId: OPEN_ROUND.id,
      level: 'department',
      leadId: null,
      departmentId: null,
      answers: UNLINKED.answers,
    },
  ])
  expect(await listUnlinkedTexts(db, OPEN_ROUND.id)).toEqual(UNLINKED.unlinkedTexts)
  expect(await listDrafts(db, PLACE)).toEqual([])
  expect(await findLeadSession(db, PLACE, NOW)).toBeNull()
  expect(await listDrafts(db, 'p-l-max')).toHaveLength(1)
  expect(await findLeadSession(db, 'p-l-max', NOW)).not.toBeNull()
  const states = (await listParticipations(db, OPEN_ROUND.id)).map(({ participation }) => participation.state)
  expect(states.sort()).toEqual(['done', 'not-started', 'started'])
})

test('an unlinked lead hands in once', async () => {
  const db = await seeded(UNLINKED_ROUND)
  const again = { ...UNLINKED, submissionId: 's-2', unlinkedTexts: [] }
  expect(await submitParticipation(db, UNLINKED)).toBe('submitted')
  expect(await submitParticipation(db, again)).toBe('already')
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(1)
})

test('an unlinked submission that fails half-way leaves the draft and nothing else', async () => {
  const db = await seeded(UNLINKED_ROUND)
  const change = { itemId: 'free', answer: textAnswer('being written'), baseRevision: 0 }
  await saveDrafts(db, { participationId: PLACE, changes: [change] })
  const text = { id: 't-1', itemId: 'free', answer: textAnswer('apart') }
  const clash = { ...UNLINKED, unlinkedTexts: [text, text] }
  await expect(submitParticipation(db, clash)).rejects.toThrow('UNIQUE')
  expect(await listDrafts(db, PLACE)).toHaveLength(1)
  expect(await countSubmissions(db, OPEN_ROUND.id)).toBe(0)
  expect(await listUnlinkedTexts(db, OPEN_ROUND.id)).toEqual([])
})

test('the order of submissions is that of their random ids, not that in which they came', async () => {
  const db = await seeded(UNLINKED_ROUND)
  const came = ['p-l-zoe', 'p-l-osten', 'p-l-max']
  const ids = ['s-m', 's-z', 's-a']
  for (const [index, participationId] of came.entries()) {
    const submissionId = ids[index] ?? ''
    await submitParticipation(db, { ...UNLINKED, participationId, submissionId, unlinkedTexts: [] })
  }
  expect((await listSubmissions(db, OPEN_ROUND.id)).map(({ id }) => id)).toEqual(['s-a', 's-m', 's-z'])
  const stored = await db.selectFrom('submission').select('id').execute()
  expect(stored.map(({ id }) => id)).toEqual(['s-a', 's-m', 's-z'])
})

test('after unlinked submissions no byte of a draft is left in the database or the write-ahead file', async () => {
  const path = databasePath()
  const db = await openDatabase(path)
  onTestFinished(() => db.destroy())
  await seedRound(db, UNLINKED_ROUND)
  const leads = Array.from({ length: 20 }, (_, index) => lead(`l-${index}`, `Lead ${index}`, 'department'))
  await insertLeads(db, leads)
  await insertParticipations(
    db,
    leads.map(({ id }) => ({
      id: `p-${id}`,
      roundId: OPEN_ROUND.id,
      leadId: id,
      tokenHash: `t-${id}`,
      linkVersion: 1,
    })),
  )
  const bytes = () => [path, `${path}-wal`].map((file) => readFileSync(file, 'latin1')).join('')
  for (const { id } of leads) {
    for (const revision of [0, 1, 2]) {
      const text = `MARKER ${id} ${'as it was being written '.repeat(4 * (revision + 1))}`
      const changes = ['a', 'b'].map((itemId) => ({
        itemId,
        answer: textAnswer(text),
        baseRevision: revision,
      }))
      await saveDrafts(db, { participationId: `p-${id}`, changes })
    }
  }
  expect(bytes()).toContain('MARKER')
  for (const { id } of leads) {
    const handedIn = {
      ...UNLINKED,
      participationId: `p-${id}`,
      submissionId: `s-${id.length}-${Math.sin(Number(id.slice(2)))}`,
      unlinkedTexts: [{ id: `t-${Math.cos(Number(id.slice(2)))}`, itemId: 'a', answer: textAnswer('FINAL') }],
    }
    expect(await submitParticipation(db, handedIn)).toBe('submitted')
  }
  expect(bytes()).not.toContain('MARKER')
  expect(bytes()).toContain('FINAL')
})
