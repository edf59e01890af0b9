import { expect, test } from 'vitest'
import { loadSource } from '#app/answers/load-source.server.ts'
import { autosaveSection, postSection } from '#app/answers/post-section.server.ts'
import { instrumentOfRound } from '#app/answers/round-instrument.server.ts'
import { itemsOf } from '#app/questionnaire/items.ts'
import { listDrafts } from '#db/drafts.ts'
import { setRoundClosed } from '#db/rounds.ts'
import { answeringRound, sectionOf, signedIn } from './answering-round.ts'
import { formWith, full } from './asked-items.ts'

/** What a browser sends for a page on which only the given fields were filled in. */
function pageOf(sectionId: string, ...fields: [name: string, value: string][]): FormData {
  const form = formWith(...fields)
  for (const { id } of sectionOf(sectionId).items) {
    if (!form.has(`${id}.revision`)) form.append(`${id}.revision`, '0')
  }
  return form
}

async function setUp(...args: Parameters<typeof answeringRound>) {
  const round = await answeringRound(...args)
  const { session } = await signedIn(round)
  const draftOf = async (itemId: string) =>
    (await listDrafts(round.db, 'p1')).find((draft) => draft.itemId === itemId)
  return { ...round, session, draftOf }
}

test('a section is saved and leads on to the next one; items left alone get no draft', async () => {
  const { db, session } = await setUp()
  const form = pageOf('focus', ['added-midquarter', '4'], ['all-green', 'cant-say'], ['go', 'next'])
  expect(await postSection(db, await session(), 'focus', form)).toEqual({
    kind: 'go',
    to: '/answer/ownership',
  })
  expect(await listDrafts(db, 'p1')).toEqual([
    {
      itemId: 'added-midquarter',
      answer: { state: 'answered', value: { kind: 'scale', point: 4 } },
      revision: 1,
    },
    { itemId: 'all-green', answer: { state: 'cant-say' }, revision: 1 },
  ])
})

test('Back saves as well, and the last section leads to the review', async () => {
  const { db, session, draftOf } = await setUp()
  const back = pageOf('focus', ['added-midquarter', '2'], ['go', 'back'])
  expect(await postSection(db, await session(), 'focus', back)).toEqual({
    kind: 'go',
    to: '/answer/this-quarter',
  })
  expect((await draftOf('added-midquarter'))?.revision).toBe(1)
  const last = pageOf('readiness', ['go', 'next'])
  expect(await postSection(db, await session(), 'readiness', last)).toEqual({
    kind: 'go',
    to: '/answer/review',
  })
  const first = pageOf('this-quarter', ['go', 'back'])
  expect(await postSection(db, await session(), 'this-quarter', first)).toEqual({ kind: 'go', to: '/answer' })
})

test('sending the same answer again gives it no new revision', async () => {
  const { db, session, draftOf } = await setUp()
  const form = () => pageOf('focus', ['added-midquarter', '4'], ['go', 'next'])
  await postSection(db, await session(), 'focus', form())
  await postSection(db, await session(), 'focus', form())
  expect((await draftOf('added-midquarter'))?.revision).toBe(1)
})

test('an item with an error is not saved, the others are, and everything typed comes back', async () => {
  const { db, session, draftOf } = await setUp()
  const form = pageOf('focus', ['added-midquarter', '4'], ['initiatives', 'a dozen'], ['go', 'next'])
  const posting = await postSection(db, await session(), 'focus', form)
  expect(posting).toMatchObject({
    kind: 'stay',
    status: 422,
    outcome: {
      errors: { initiatives: 'Please give a whole number from 0 to 99' },
      values: { initiatives: ['a dozen'], 'added-midquarter': ['4'] },
      revisions: { 'added-midquarter': 1, initiatives: 0 },
    },
  })
  expect(await draftOf('added-midquarter')).toBeDefined()
  expect(await draftOf('initiatives')).toBeUndefined()
})

test('while something is wrong nothing is asked about: one matter at a time', async () => {
  const { db, session } = await setUp()
  const form = pageOf('this-quarter', ['estimate-first', 'many'], ['go', 'next'])
  const posting = await postSection(db, await session(), 'this-quarter', form)
  expect(posting).toMatchObject({ kind: 'stay', status: 422, outcome: { empty: [] } })
})

test('an empty item is asked about once, then the person may go on', async () => {
  const { db, session } = await setUp()
  const posting = await postSection(
    db,
    await session(),
    'this-quarter',
    pageOf('this-quarter', ['go', 'next']),
  )
  expect(posting).toMatchObject({
    kind: 'stay',
    status: 200,
    outcome: { errors: {}, empty: ['priorities', 'stops', 'dependencies'] },
  })
  const again = pageOf('this-quarter', ['asked', '1'], ['go', 'next'])
  expect(await postSection(db, await session(), 'this-quarter', again)).toEqual({
    kind: 'go',
    to: '/answer/focus',
  })
})

test('an answer that was saved elsewhere meanwhile is not overwritten: both are shown', async () => {
  const { db, session, draftOf } = await setUp()
  const theirs = pageOf('this-quarter', ['priorities.1', 'Pricing'], ['asked', '1'], ['go', 'next'])
  await postSection(db, await session(), 'this-quarter', theirs)
  const mine = pageOf('this-quarter', ['priorities.1', 'Hiring'], ['asked', '1'], ['go', 'next'])
  const posting = await postSection(db, await session(), 'this-quarter', mine)
  expect(posting).toMatchObject({
    kind: 'stay',
    status: 409,
    outcome: {
      conflicts: { priorities: { stored: '1. Pricing', typed: '1. Hiring', revision: 1 } },
      revisions: { priorities: 0 },
    },
  })
  expect((await draftOf('priorities'))?.answer).toMatchObject({ value: { lines: [{ text: 'Pricing' }] } })
})

test('of two versions the chosen one stands, and without a choice the page asks again', async () => {
  const { db, session, draftOf } = await setUp()
  const post = async (...fields: [string, string][]) =>
    postSection(db, await session(), 'focus', pageOf('focus', ...fields, ['go', 'next']))
  await post(['added-midquarter', '1'])
  expect((await post(['added-midquarter', '5'])).kind).toBe('stay')
  expect((await post(['added-midquarter', '5'])).kind).toBe('stay')
  expect((await post(['added-midquarter', '5'], ['added-midquarter.keep', 'stored'])).kind).toBe('go')
  expect((await draftOf('added-midquarter'))?.answer).toEqual({
    state: 'answered',
    value: { kind: 'scale', point: 1 },
  })
  expect((await post(['added-midquarter', '5'], ['added-midquarter.keep', 'typed:1'])).kind).toBe('go')
  expect((await draftOf('added-midquarter'))?.answer).toEqual({
    state: 'answered',
    value: { kind: 'scale', point: 5 },
  })
})

test('choosing to keep what was typed does not overwrite a third version that nobody has shown', async () => {
  const { db, session } = await setUp()
  const post = async (...fields: [string, string][]) =>
    postSection(db, await session(), 'focus', pageOf('focus', ...fields, ['go', 'next']))
  await post(['added-midquarter', '1'])
  await post(['added-midquarter', '2'], ['added-midquarter.revision', '1'])
  const late = await post(['added-midquarter', '5'], ['added-midquarter.keep', 'typed:1'])
  expect(late).toMatchObject({
    kind: 'stay',
    status: 409,
    outcome: { conflicts: { 'added-midquarter': { revision: 2 } } },
  })
})

test('an item that stood empty in an old window does not wipe an answer given in another', async () => {
  const { db, session, draftOf } = await setUp()
  await postSection(db, await session(), 'focus', pageOf('focus', ['added-midquarter', '4'], ['go', 'next']))
  const old = pageOf('focus', ['all-green', '2'], ['go', 'next'])
  expect((await postSection(db, await session(), 'focus', old)).kind).toBe('go')
  expect((await draftOf('added-midquarter'))?.answer).toMatchObject({ value: { point: 4 } })
})

test('an autosave takes the items it brings and no others', async () => {
  const { db, session } = await setUp()
  const form = formWith(['hard-to-say-no', '3'], ['hard-to-say-no.revision', '0'])
  const saved = await autosaveSection(db, await session(), 'focus', form)
  expect(saved).toMatchObject({
    refused: false,
    saved: [{ itemId: 'hard-to-say-no', revision: 1 }],
    errors: {},
    conflicts: [],
  })
  expect((await listDrafts(db, 'p1')).map(({ itemId }) => itemId)).toEqual(['hard-to-say-no'])
})

test('an autosave that is repeated because its reply was lost is not a conflict', async () => {
  const { db, session } = await setUp()
  const send = async () =>
    autosaveSection(db, await session(), 'focus', formWith(['all-green', '3'], ['all-green.revision', '0']))
  await send()
  expect(await send()).toMatchObject({ saved: [{ itemId: 'all-green', revision: 1 }], conflicts: [] })
})

test('a cleared answer is saved as skipped', async () => {
  const { db, session, draftOf } = await setUp()
  await autosaveSection(
    db,
    await session(),
    'focus',
    formWith(['initiatives', '7'], ['initiatives.revision', '0']),
  )
  await autosaveSection(
    db,
    await session(),
    'focus',
    formWith(['initiatives', ''], ['initiatives.revision', '1']),
  )
  expect(await draftOf('initiatives')).toEqual({
    itemId: 'initiatives',
    answer: { state: 'skipped' },
    revision: 2,
  })
})

test('fields of other sections and unknown fields are ignored', async () => {
  const { db, session } = await setUp()
  const form = pageOf(
    'focus',
    ['owns-outcome', 'nobody'],
    ['owns-outcome.revision', '0'],
    ['__proto__', 'x'],
    ['go', 'next'],
  )
  await postSection(db, await session(), 'focus', form)
  expect(await listDrafts(db, 'p1')).toEqual([])
})

test('a line moves up without JavaScript, with its departments, and is saved there', async () => {
  const { db, session, draftOf } = await setUp()
  const form = pageOf(
    'this-quarter',
    ['priorities.1', 'Pricing'],
    ['priorities.2', 'Hiring'],
    ['move', 'priorities:2:up'],
  )
  expect(await postSection(db, await session(), 'this-quarter', form)).toEqual({
    kind: 'go',
    to: '/answer/this-quarter#priorities',
  })
  expect((await draftOf('priorities'))?.answer).toMatchObject({
    value: { lines: [{ text: 'Hiring' }, { text: 'Pricing' }] },
  })
})

test('once the round has closed nothing is saved', async () => {
  const { db, session } = await setUp()
  const before = await session()
  await setRoundClosed(db, { id: 'r1', closedOn: '2026-03-03' })
  const form = pageOf('focus', ['added-midquarter', '4'], ['go', 'next'])
  expect(await postSection(db, before, 'focus', form)).toEqual({ kind: 'go', to: '/answer' })
  const one = formWith(['added-midquarter', '4'], ['added-midquarter.revision', '0'])
  expect(await autosaveSection(db, before, 'focus', one)).toMatchObject({ refused: true, saved: [] })
  expect(await listDrafts(db, 'p1')).toEqual([])
})

test('a section that does not exist is not found', async () => {
  const { db, session } = await setUp()
  expect(await postSection(db, await session(), 'nowhere', new FormData())).toEqual({ kind: 'not-found' })
  expect(await autosaveSection(db, await session(), 'nowhere', new FormData())).toBeNull()
})

test('with the one of the guard, a page takes 2 statements, a whole section 5, an autosave 4', async () => {
  const { db, statements, session } = await setUp()
  await instrumentOfRound(db, 'r1')
  const counted = async (work: () => Promise<unknown>) => {
    statements.length = 0
    await work()
    return statements.length
  }
  const guard = await counted(session)
  expect(guard).toBe(1)
  const held = await session()
  expect(await counted(() => loadSource(db, held))).toBe(1)
  const whole = pageOf('focus', ...sectionOf('focus').items.map(({ id }): [string, string] => [id, '3']), [
    'go',
    'next',
  ])
  expect(await counted(() => postSection(db, held, 'focus', whole))).toBe(4)
  const one = formWith(['own-result', '3'], ['own-result.revision', '0'])
  expect(await counted(() => autosaveSection(db, held, 'ownership', one))).toBe(3)
})

test('the sections of a level hold that level’s items only', async () => {
  const [first] = full.sections
  if (!first) throw new Error('no sections')
  const seniorOnly = {
    ...first,
    items: first.items.map((item) => ({ ...item, levels: ['senior' as const] })),
  }
  const instrument = { ...full, sections: [seniorOnly, ...full.sections.slice(1)] }
  const { db, session } = await setUp({ instrument })
  const source = await loadSource(db, await session())
  expect(source.sections.map(({ id }) => id)).toEqual(full.sections.slice(1).map(({ id }) => id))
  expect(itemsOf(instrument).length).toBeGreaterThan(source.sections.flatMap(({ items }) => items).length)
})
