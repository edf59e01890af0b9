import { expect, test } from 'vitest'
import type { Codebook } from '#app/themes/theme.ts'
import {
  deleteEmptyThemes,
  findCodebook,
  insertCodebook,
  insertTheme,
  moveLines,
  renameTheme,
} from '#db/codebooks.ts'
import { insertRound } from '#db/rounds.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const ROUND = OPEN_ROUND.id
const OTHER = 'round-2'

const CODEBOOK: Codebook = Object.freeze({
  themes: [
    { id: 't-1', itemId: 'stops', name: 'Price war' },
    { id: 't-2', itemId: 'stops', name: 'Hiring' },
    { id: 't-3', itemId: 'goals', name: 'Growth' },
  ],
  lines: [
    { id: 'l-1', submissionId: 's-1', itemId: 'stops', position: 0, text: 'Discounts', themeId: 't-1' },
    { id: 'l-2', submissionId: 's-2', itemId: 'stops', position: 1, text: 'No people', themeId: 't-2' },
    { id: 'l-3', submissionId: 's-1', itemId: 'goals', position: 0, text: 'Grow', themeId: 't-3' },
  ],
})

/** Two rounds with the same ids in their codebooks. */
async function twoCodebooks() {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertRound(db, { ...OPEN_ROUND, id: OTHER })
  for (const roundId of [ROUND, OTHER]) await insertCodebook(db, roundId, CODEBOOK)
  return db
}

async function themeOfLines(db: Awaited<ReturnType<typeof twoCodebooks>>, roundId: string) {
  const codebook = await findCodebook(db, roundId)
  return codebook?.lines.map((line) => `${line.id}:${line.themeId}`)
}

test('a codebook comes back as it was put in; a round without one has none', async () => {
  const db = await twoCodebooks()
  expect(await findCodebook(db, ROUND)).toEqual(CODEBOOK)
  expect(await findCodebook(db, 'unknown')).toBeNull()
})

test('a theme is renamed in its own round only', async () => {
  const db = await twoCodebooks()
  expect(await renameTheme(db, { roundId: ROUND, themeId: 't-1', name: 'Pricing' })).toBe(true)
  expect(await renameTheme(db, { roundId: ROUND, themeId: 'unknown', name: 'x' })).toBe(false)
  expect((await findCodebook(db, ROUND))?.themes[0]?.name).toBe('Pricing')
  expect(await findCodebook(db, OTHER)).toEqual(CODEBOOK)
})

test('lines move between the themes of their item, in their own round only', async () => {
  const db = await twoCodebooks()
  await insertTheme(db, ROUND, { id: 't-4', itemId: 'stops', name: 'Money' })
  expect(await moveLines(db, { roundId: ROUND, lineIds: ['l-1', 'l-2', 'l-3'], themeId: 't-4' })).toBe(2)
  expect(await themeOfLines(db, ROUND)).toEqual(['l-1:t-4', 'l-2:t-4', 'l-3:t-3'])
  expect(await themeOfLines(db, OTHER)).toEqual(['l-1:t-1', 'l-2:t-2', 'l-3:t-3'])
})

test('lines cannot be moved to a theme that is not there', async () => {
  const db = await twoCodebooks()
  expect(await moveLines(db, { roundId: ROUND, lineIds: ['l-1'], themeId: 'unknown' })).toBe(0)
  expect(await themeOfLines(db, ROUND)).toEqual(['l-1:t-1', 'l-2:t-2', 'l-3:t-3'])
})

test('themes without lines are deleted, in their own round only', async () => {
  const db = await twoCodebooks()
  await moveLines(db, { roundId: ROUND, lineIds: ['l-1'], themeId: 't-2' })
  await deleteEmptyThemes(db, ROUND)
  expect((await findCodebook(db, ROUND))?.themes.map(({ id }) => id)).toEqual(['t-2', 't-3'])
  expect(await findCodebook(db, OTHER)).toEqual(CODEBOOK)
})

test('a theme that still has lines cannot be lost', async () => {
  const db = await twoCodebooks()
  await expect(db.deleteFrom('theme').where('id', '=', 't-1').execute()).rejects.toThrow('FOREIGN KEY')
})

test('the lines of a large round are inserted and moved, however many there are', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const ids = Array.from({ length: 40_000 }, (_, index) => `l-${index}`)
  const lines = ids.map((id) => ({
    id,
    submissionId: 's',
    itemId: 'stops',
    position: 0,
    text: id,
    themeId: 't-1',
  }))
  await insertCodebook(db, ROUND, { themes: CODEBOOK.themes, lines })
  expect(await moveLines(db, { roundId: ROUND, lineIds: ids, themeId: 't-2' })).toBe(40_000)
})
