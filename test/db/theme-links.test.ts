import { expect, test } from 'vitest'
import { decideThemeLink, deleteProposedLinks, insertThemeLinks, listThemeLinks } from '#db/theme-links.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const roundId = OPEN_ROUND.id
const link = (b: string) => ({
  themeIds: ['a', b] as [string, string],
  kind: 'conflict' as const,
  why: 'alike',
})

test('what a person has decided outlives new proposals', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertThemeLinks(db, roundId, [link('x'), link('y')])
  const decision = { ...link('x'), roundId, coder: 'Ada', decidedOn: '2026-03-12' }
  expect(await decideThemeLink(db, { ...decision, state: 'rejected' })).toBe(true)
  expect(await decideThemeLink(db, { ...decision, kind: 'dependency', state: 'confirmed' })).toBe(false)
  await deleteProposedLinks(db, roundId)
  await insertThemeLinks(db, roundId, [link('x'), link('z')])
  expect((await listThemeLinks(db, roundId)).map(({ themeIds, state }) => [themeIds[1], state])).toEqual([
    ['x', 'rejected'],
    ['z', 'proposed'],
  ])
})
