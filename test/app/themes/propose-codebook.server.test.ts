import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockCodebook } from '#app/themes/codebook/lock-codebook.server.ts'
import { editCodebook, redoStep, undoStep } from '#app/themes/edit-codebook.server.ts'
import { findItemCoding } from '#app/themes/find-coding.server.ts'
import type { ProposalQuestion, ThemeProposer } from '#app/themes/proposal.ts'
import { improveProposals, proposeAgain } from '#app/themes/propose-codebook.server.ts'
import { findStepToUndo } from '#db/coding-steps.ts'
import { saveGlossaryEntry } from '#db/glossaries.ts'
import { type RunningApplication, runApplication } from '#test/helpers/running-application.ts'
import { type SeededClient, seedClient } from '#test/helpers/seeded-client.ts'
import { group, proposal } from './coding/fixtures.ts'

let app: RunningApplication
let client: SeededClient
let bench: { roundId: string; itemId: string; coder: string; today: string }
const asked: ProposalQuestion[] = []

/** Puts all lines together, and remembers what it was asked. */
const joiner: ThemeProposer = {
  id: 'joiner/1',
  async propose(question) {
    asked.push(question)
    return proposal([group(question.lines.map(({ id }) => id))], { proposerId: 'joiner/1' })
  },
}

beforeEach(async () => {
  asked.length = 0
  app = await runApplication()
  client = await seedClient(app, { name: 'ada' })
  bench = { roundId: client.rounds.closed, itemId: 'stops', coder: 'Ada', today: '2026-03-14' }
})
afterEach(() => app.close())

const coding = () => findItemCoding(app.db, bench.roundId, bench.itemId)
const again = () => proposeAgain(app.db, { ...bench, itemIds: [bench.itemId] }, joiner)

test('asking again regroups what is not confirmed, as a step that can be undone and done again', async () => {
  const start = await coding()
  expect(await again()).toEqual({ ok: true })
  const end = await coding()
  expect([start.themes.length > 1, end.themes.length, end.proposal?.proposerId]).toEqual([
    true,
    1,
    'joiner/1',
  ])
  const step = await findStepToUndo(app.db, bench)
  expect(await undoStep(app.db, bench, step?.number ?? 0)).toEqual({ ok: true })
  expect(await coding()).toEqual(start)
  expect(await redoStep(app.db, bench, step?.number ?? 0)).toEqual({ ok: true })
  expect(await coding()).toEqual(end)
})

test('a proposer is given the decisions and the words of the client, and persons only as keys', async () => {
  const theme = (await coding()).themes[0]?.id ?? ''
  await editCodebook(app.db, bench, { kind: 'accept', themeIds: [theme], wordings: [] })
  const entry = { term: 'DC', meaning: 'depot', coder: 'Ada', addedOn: '2026-03-14' }
  await saveGlossaryEntry(app.db, { ...entry, engagementId: client.engagementId })
  await again()
  const [question] = asked
  expect(question?.keep.together).toHaveLength(1)
  expect(question?.glossary).toEqual([['DC', 'depot']])
  expect(question?.question).toMatch(/stop or wait/)
  expect(JSON.stringify(question)).not.toMatch(/Lead \d|@ada/)
  expect((await coding()).themes.map(({ id }) => id)).toContain(theme)
})

test('what was confirmed in an earlier round of the client is known to the next', async () => {
  await app.db
    .updateTable('theme')
    .set({ state: 'confirmed' })
    .where('round_id', '=', bench.roundId)
    .execute()
  await app.db.updateTable('round').set({ closed_on: '2026-01-01' }).where('id', '=', bench.roundId).execute()
  await app.db.deleteFrom('codebook_version').where('round_id', '=', client.rounds.published).execute()
  await proposeAgain(app.db, { ...bench, roundId: client.rounds.published, itemIds: ['stops'] }, joiner)
  expect(asked[0]?.known.find(({ name }) => name === 'Win the north')?.lineTexts).toHaveLength(11)
})

test('better proposals that come late are laid over untouched items only, and are no step', async () => {
  const touched = await coding()
  const themeIds = [touched.themes[0]?.id ?? '']
  await editCodebook(app.db, bench, { kind: 'accept', themeIds, wordings: [] })
  await improveProposals(app.db, bench.roundId, joiner)
  expect((await coding()).themes).toHaveLength(touched.themes.length)
  const untouched = { ...bench, itemId: 'priorities' }
  expect((await findItemCoding(app.db, bench.roundId, 'priorities')).themes).toHaveLength(1)
  expect(await findStepToUndo(app.db, untouched)).toBeNull()
})

test('a locked codebook takes no proposal, no step, no undo', async () => {
  await again()
  await lockCodebook(app.db, { ...bench, asItStands: true })
  const before = await coding()
  const step = await findStepToUndo(app.db, bench)
  const results = [
    await again(),
    await editCodebook(app.db, bench, { kind: 'rename', wordings: [] }),
    await undoStep(app.db, bench, step?.number ?? 0),
  ]
  expect(results.map(({ ok }) => ok)).toEqual([false, false, false])
  await improveProposals(app.db, bench.roundId, joiner)
  expect(await coding()).toEqual(before)
})
