import { expect, test } from 'vitest'
import type { Change } from '#app/themes/coding/change.ts'
import { inverse } from '#app/themes/coding/change.ts'
import { type Codebook, type CodedTheme, proposedTheme } from '#app/themes/theme.ts'
import {
  applyChange,
  findCodebook,
  insertCodebook,
  listApartPairs,
  listKnownThemes,
  listProposals,
} from '#db/codebooks.ts'
import { insertRound, setRoundClosed } from '#db/rounds.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const ROUND = OPEN_ROUND.id
const OTHER = 'round-2'

const theme = (id: string, itemId: string, name: string) => proposedTheme({ id, itemId, name })

const CODEBOOK: Codebook<CodedTheme> = Object.freeze({
  themes: [
    theme('t-1', 'stops', 'Price war'),
    {
      ...theme('t-2', 'stops', 'Hiring'),
      state: 'confirmed' as const,
      coder: 'Ada',
      decidedOn: '2026-03-12',
    },
    theme('t-3', 'goals', 'Growth'),
  ],
  lines: [
    { id: 'l-1', submissionId: 's-1', itemId: 'stops', position: 0, text: 'Discounts', themeId: 't-1' },
    { id: 'l-2', submissionId: 's-2', itemId: 'stops', position: 1, text: 'No people', themeId: 't-2' },
    { id: 'l-3', submissionId: 's-1', itemId: 'goals', position: 0, text: 'Grow', themeId: 't-3' },
  ],
})

const PROPOSAL = {
  proposerId: 'test/1',
  groups: [],
  suggestions: [],
  nearest: [],
  readings: [],
  unknownTerms: [],
  careful: [['l-1']],
  free: [['l-1', 'l-2']],
}

/** The first line joins the second; its theme goes, and a new one comes. */
const CHANGE: Change = Object.freeze({
  themes: [
    { before: theme('t-1', 'stops', 'Price war'), after: null },
    { before: null, after: { ...theme('t-4', 'stops', 'Money'), definition: 'What it costs' } },
  ],
  lines: [
    { lineId: 'l-1', before: 't-1', after: 't-4' },
    { lineId: 'l-2', before: 't-2', after: 't-4' },
  ],
  apart: { added: [['l-1', 'l-2'] as const], removed: [] },
  proposal: { before: null, after: PROPOSAL },
})

/** Two rounds with the same ids in their codebooks. */
async function twoCodebooks() {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertRound(db, { ...OPEN_ROUND, id: OTHER })
  for (const roundId of [ROUND, OTHER]) await insertCodebook(db, roundId, CODEBOOK)
  return db
}

test('a codebook comes back as it was put in; a round without one has none', async () => {
  const db = await twoCodebooks()
  expect(await findCodebook(db, ROUND)).toEqual(CODEBOOK)
  expect(await findCodebook(db, 'unknown')).toBeNull()
})

test('a theme of which only the name is known counts as proposed', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const themes = CODEBOOK.themes.map(({ id, itemId, name }) => ({ id, itemId, name }))
  await insertCodebook(db, ROUND, { ...CODEBOOK, themes })
  expect((await findCodebook(db, ROUND))?.themes[1]).toEqual(theme('t-2', 'stops', 'Hiring'))
})

test('a change is written in its own round only, and its inverse takes it back', async () => {
  const db = await twoCodebooks()
  await applyChange(db, { roundId: ROUND, itemId: 'stops', change: CHANGE })
  const codebook = await findCodebook(db, ROUND)
  expect(codebook?.themes.map(({ id, definition }) => [id, definition])).toEqual([
    ['t-2', ''],
    ['t-3', ''],
    ['t-4', 'What it costs'],
  ])
  expect(codebook?.lines.map(({ id, themeId }) => `${id}:${themeId}`)).toEqual([
    'l-1:t-4',
    'l-2:t-4',
    'l-3:t-3',
  ])
  expect(await listApartPairs(db, ROUND)).toEqual([{ itemId: 'stops', pair: ['l-1', 'l-2'] }])
  expect(await listProposals(db, ROUND)).toEqual(new Map([['stops', PROPOSAL]]))
  expect(await findCodebook(db, OTHER)).toEqual(CODEBOOK)

  await applyChange(db, { roundId: ROUND, itemId: 'stops', change: inverse(CHANGE) })
  expect(await findCodebook(db, ROUND)).toEqual(CODEBOOK)
  expect(await listApartPairs(db, ROUND)).toEqual([])
  expect((await listProposals(db, ROUND)).size).toBe(0)
})

test('a theme that still has lines cannot be lost', async () => {
  const db = await twoCodebooks()
  await expect(db.deleteFrom('theme').where('id', '=', 't-1').execute()).rejects.toThrow('FOREIGN KEY')
})

test('the lines of a large round are inserted and moved, however many there are', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const ids = Array.from({ length: 40_000 }, (_, index) => `l-${index}`)
  const line = { submissionId: 's', itemId: 'stops', position: 0, text: 'x', themeId: 't-1' }
  await insertCodebook(db, ROUND, { themes: CODEBOOK.themes, lines: ids.map((id) => ({ ...line, id })) })
  const lines = ids.map((lineId) => ({ lineId, before: 't-1', after: 't-2' }))
  const change: Change = { themes: [], lines, apart: { added: [], removed: [] }, proposal: null }
  await applyChange(db, { roundId: ROUND, itemId: 'stops', change })
  const codebook = await findCodebook(db, ROUND)
  expect(codebook?.lines.every(({ themeId }) => themeId === 't-2')).toBe(true)
})

test('what was confirmed in a round that closed before is known, under its first id', async () => {
  const db = await twoCodebooks()
  await setRoundClosed(db, { id: OTHER, closedOn: '2026-01-31' })
  await setRoundClosed(db, { id: ROUND, closedOn: '2026-03-31' })
  const known = await listKnownThemes(db, { engagementId: OPEN_ROUND.engagementId, beforeRoundId: ROUND })
  expect(known).toEqual([{ id: 't-2', itemId: 'stops', name: 'Hiring', lineTexts: ['No people'] }])
  const later = { ...CODEBOOK.themes[1], knownId: 'first' } as CodedTheme
  const change = { ...CHANGE, themes: [{ before: null, after: later }], lines: [], proposal: null }
  await applyChange(db, { roundId: OTHER, itemId: 'stops', change })
  const again = await listKnownThemes(db, { engagementId: OPEN_ROUND.engagementId, beforeRoundId: ROUND })
  expect(again.map(({ id }) => id)).toEqual(['first'])
  expect(await listKnownThemes(db, { engagementId: OPEN_ROUND.engagementId, beforeRoundId: OTHER })).toEqual(
    [],
  )
})
