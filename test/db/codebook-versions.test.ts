import { expect, test } from 'vitest'
import { proposedTheme } from '#app/themes/theme.ts'
import {
  findLatestCodebookVersion,
  findLockedCodebook,
  insertCodebookVersion,
  listCodebookVersions,
  lockCodebookVersion,
} from '#db/codebook-versions.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const roundId = OPEN_ROUND.id
const CODEBOOK = { themes: [proposedTheme({ id: 't', itemId: 'stops', name: 'Hiring' })], lines: [] }

test('a version is in the making until it is locked, and then kept as it was', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  expect(await findLatestCodebookVersion(db, roundId)).toBeNull()
  const first = { roundId, version: 1, reason: 'First', coder: 'Ada', openedOn: '2026-03-12' }
  await insertCodebookVersion(db, first)
  expect((await findLatestCodebookVersion(db, roundId))?.lockedOn).toBeNull()
  const lock = { roundId, version: 1, coder: 'Bo', lockedOn: '2026-03-13', codebook: CODEBOOK }
  expect(await lockCodebookVersion(db, lock)).toBe(true)
  expect(await lockCodebookVersion(db, { ...lock, lockedOn: '2026-03-14' })).toBe(false)
  await insertCodebookVersion(db, { ...first, version: 2, reason: 'Second' })
  expect(await listCodebookVersions(db, roundId)).toEqual([
    { version: 2, reason: 'Second', coder: 'Ada', openedOn: '2026-03-12', lockedOn: null },
    { version: 1, reason: 'First', coder: 'Bo', openedOn: '2026-03-12', lockedOn: '2026-03-13' },
  ])
  expect(await findLockedCodebook(db, { roundId, version: 1 })).toEqual(CODEBOOK)
  expect(await findLockedCodebook(db, { roundId, version: 2 })).toBeNull()
})
