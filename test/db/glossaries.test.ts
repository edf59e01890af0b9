import { expect, test } from 'vitest'
import { deleteGlossaryEntry, listGlossary, saveGlossaryEntry } from '#db/glossaries.ts'
import { ENGAGEMENT, memoryDatabase, seedEngagement } from './fixtures.ts'

test('a term has one meaning in an engagement; the last one that was given', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const entry = { engagementId: ENGAGEMENT.id, coder: 'Ada', addedOn: '2026-03-12' }
  await saveGlossaryEntry(db, { ...entry, term: 'NRR', meaning: 'net retention' })
  await saveGlossaryEntry(db, { ...entry, term: 'DC', meaning: 'depot' })
  await saveGlossaryEntry(db, { ...entry, term: 'NRR', meaning: 'net revenue retention' })
  expect(await listGlossary(db, ENGAGEMENT.id)).toEqual([
    { term: 'DC', meaning: 'depot' },
    { term: 'NRR', meaning: 'net revenue retention' },
  ])
  expect(await listGlossary(db, 'other')).toEqual([])
  await deleteGlossaryEntry(db, { engagementId: 'other', term: 'DC' })
  await deleteGlossaryEntry(db, { engagementId: ENGAGEMENT.id, term: 'NRR' })
  expect((await listGlossary(db, ENGAGEMENT.id)).map(({ term }) => term)).toEqual(['DC'])
})
