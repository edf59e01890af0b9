import { expect, test } from 'vitest'
import { loadReview } from '#app/answers/load-review.server.ts'
import { autosaveSection } from '#app/answers/post-section.server.ts'
import { submitAnswers } from '#app/answers/submit-answers.server.ts'
import { listDrafts } from '#db/drafts.ts'
import { findLeadSession } from '#db/lead-sessions.ts'
import { setRoundClosed } from '#db/rounds.ts'
import { listSubmissions, listUnlinkedTexts } from '#db/submissions.ts'
import { answeringRound, NOW, signedIn } from './answering-round.ts'
import { formWith, full } from './asked-items.ts'

async function setUp(...args: Parameters<typeof answeringRound>) {
  const round = await answeringRound(...args)
  const { session, sessionHash } = await signedIn(round)
  const save = async (sectionId: string, ...fields: [string, string][]) =>
    autosaveSection(round.db, await session(), sectionId, formWith(...fields))
  return { ...round, session, sessionHash, save }
}

const POINT_4: [string, string][] = [
  ['added-midquarter', '4'],
  ['added-midquarter.revision', '0'],
]

test('what was saved is handed in under the lead’s name; items never answered count as skipped', async () => {
  const { db, session, save } = await setUp()
  await save('focus', ...POINT_4)
  expect(await submitAnswers(db, await session(), full)).toBe('submitted')
  const [submission, ...others] = await listSubmissions(db, 'r1')
  expect(others).toEqual([])
  expect(submission).toMatchObject({ leadId: 'l1', departmentId: 'finance', level: 'department' })
  expect(submission?.answers['added-midquarter']).toEqual({
    state: 'answered',
    value: { kind: 'scale', point: 4 },
  })
  expect(submission?.answers.priorities).toEqual({ state: 'skipped' })
  expect((await session()).submitted).toBe(true)
})

test('with nothing answered there is nothing to hand in', async () => {
  const { db, session, save } = await setUp()
  await save('focus', ['initiatives', '3'], ['initiatives.revision', '0'])
  await save('focus', ['initiatives', ''], ['initiatives.revision', '1'])
  expect(await submitAnswers(db, await session(), full)).toBe('empty')
  expect(await listSubmissions(db, 'r1')).toEqual([])
})

test('a later change is a draft until it is handed in again, and then replaces the first', async () => {
  const { db, session, save } = await setUp()
  await save('focus', ...POINT_4)
  await submitAnswers(db, await session(), full)
  expect(await loadReview(db, await session())).toMatchObject({ submitted: true, changes: 0 })
  await save('focus', ['added-midquarter', '1'], ['added-midquarter.revision', '1'])
  await save('focus', ['all-green', '2'], ['all-green.revision', '0'])
  expect(await loadReview(db, await session())).toMatchObject({ submitted: true, changes: 2 })
  const pointOf = async () =>
    (await listSubmissions(db, 'r1')).map(({ answers }) => answers['added-midquarter'])
  expect(await pointOf()).toEqual([{ state: 'answered', value: { kind: 'scale', point: 4 } }])
  expect(await submitAnswers(db, await session(), full)).toBe('submitted')
  expect(await pointOf()).toEqual([{ state: 'answered', value: { kind: 'scale', point: 1 } }])
  expect(await loadReview(db, await session())).toMatchObject({ changes: 0 })
})

test('pressing the button many times hands in once', async () => {
  const { db, session, save } = await setUp()
  await save('focus', ...POINT_4)
  const held = await session()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitAnswers(db, held, full)))
  expect(new Set(outcomes)).toEqual(new Set(['submitted']))
  expect(await listSubmissions(db, 'r1')).toHaveLength(1)
})

test('in an unlinked round as well, though the first press leaves no draft behind', async () => {
  const { db, session, save } = await setUp({ privacyMode: 'unlinked' })
  await save('focus', ...POINT_4)
  const held = await session()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitAnswers(db, held, full)))
  expect(outcomes.sort()).toEqual([...Array.from({ length: 19 }, () => 'already'), 'submitted'])
  expect(await listSubmissions(db, 'r1')).toHaveLength(1)
})

test('after the round has closed nothing can be handed in', async () => {
  const { db, session, save } = await setUp()
  await save('focus', ...POINT_4)
  const held = await session()
  await setRoundClosed(db, { id: 'r1', closedOn: '2026-03-03' })
  expect(await submitAnswers(db, held, full)).toBe('closed')
})

test('an unlinked round keeps the answers, and nothing that leads from the person to them', async () => {
  const { db, session, sessionHash, save } = await setUp({ privacyMode: 'unlinked' })
  await save('focus', ...POINT_4)
  await save('readiness', ['one-fix', 'Fewer meetings'], ['one-fix.revision', '0'])
  const held = await session()
  expect(await submitAnswers(db, held, full)).toBe('submitted')
  const [submission] = await listSubmissions(db, 'r1')
  expect(submission).toMatchObject({ leadId: null, departmentId: null, level: 'department' })
  expect(submission?.answers['added-midquarter']).toEqual({
    state: 'answered',
    value: { kind: 'scale', point: 4 },
  })
  expect(JSON.stringify(submission)).not.toContain('Fewer meetings')
  const texts = await listUnlinkedTexts(db, 'r1')
  expect(texts).toMatchObject([{ itemId: 'one-fix', answer: { value: { text: 'Fewer meetings' } } }])
  expect(texts.map(({ id }) => id)).not.toContain(submission?.id)
  expect(await listDrafts(db, 'p1')).toEqual([])
  expect(await findLeadSession(db, sessionHash, NOW.toISOString())).toBeNull()
  expect(await submitAnswers(db, held, full)).toBe('already')
  expect(await listSubmissions(db, 'r1')).toHaveLength(1)
})

test('a review page takes two statements, and one more once something is handed in', async () => {
  const { db, session, statements, save } = await setUp()
  await save('focus', ...POINT_4)
  const counted = async () => {
    statements.length = 0
    await loadReview(db, await session())
    return statements.length
  }
  expect(await counted()).toBe(2)
  await submitAnswers(db, await session(), full)
  expect(await counted()).toBe(3)
})

test('of a save and a hand-in at the same moment nothing is lost: it is in the answers, or it was refused', async () => {
  for (let headStart = 0; headStart < 40; headStart++) {
    const { db, session, save } = await setUp({ privacyMode: 'unlinked' })
    await save('focus', ...POINT_4)
    const held = await session()
    const form = formWith(['all-green', '2'], ['all-green.revision', '0'])
    const handingIn = submitAnswers(db, held, full)
    for (let turn = 0; turn < headStart; turn++) await null
    const saved = await autosaveSection(db, held, 'focus', form)
    await handingIn
    const [submission] = await listSubmissions(db, 'r1')
    expect(submission?.answers['all-green']?.state).toBe(saved?.refused ? 'skipped' : 'answered')
    expect(await listDrafts(db, 'p1')).toEqual([])
    await db.destroy()
  }
})
