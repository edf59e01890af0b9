import { expect, test } from 'vitest'
import { findLatestReportVersion, findReportVersion, insertReportVersion } from '#db/report-versions.ts'
import { insertRound } from '#db/rounds.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const ROUND = OPEN_ROUND.id

test('versions of a report count from one, for each round', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await insertRound(db, { ...OPEN_ROUND, id: 'round-2' })
  const insert = (id: string, roundId: string) =>
    insertReportVersion(db, { id, roundId, document: `{"of":"${id}"}`, publishedOn: '2026-03-20' })
  expect(await insert('v-1', ROUND)).toBe(1)
  expect(await insert('v-2', ROUND)).toBe(2)
  expect(await insert('v-3', 'round-2')).toBe(1)
  const second = { id: 'v-2', version: 2, document: '{"of":"v-2"}', publishedOn: '2026-03-20' }
  expect(await findLatestReportVersion(db, ROUND)).toEqual(second)
  expect((await findReportVersion(db, 'v-1'))?.version).toBe(1)
})

test('a report that was never published is not found', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  expect(await findLatestReportVersion(db, ROUND)).toBeNull()
  expect(await findReportVersion(db, 'unknown')).toBeNull()
})

test('reports published at the same moment get numbers of their own', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const ids = Array.from({ length: 10 }, (_, index) => `v-${index}`)
  const versions = await Promise.all(
    ids.map((id) =>
      insertReportVersion(db, { id, roundId: ROUND, document: '{}', publishedOn: '2026-03-20' }),
    ),
  )
  expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
