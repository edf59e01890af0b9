import { expect, test } from 'vitest'
import { findSecondCoding, insertSecondCoding, saveSecondCodes } from '#db/second-codings.ts'
import { memoryDatabase, OPEN_ROUND, seedRound } from './fixtures.ts'

const roundId = OPEN_ROUND.id

test('a second coding holds one theme a line, and another second coder begins from nothing', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  expect(await findSecondCoding(db, roundId)).toBeNull()
  await insertSecondCoding(db, { roundId, coder: 'Bo', startedOn: '2026-03-12' })
  await saveSecondCodes(db, { roundId, lineIds: ['a', 'b'], theme: 'Costs' })
  await saveSecondCodes(db, { roundId, lineIds: ['b'], theme: 'Prices' })
  expect(await findSecondCoding(db, roundId)).toEqual({
    coder: 'Bo',
    startedOn: '2026-03-12',
    themes: new Map([
      ['a', 'Costs'],
      ['b', 'Prices'],
    ]),
  })
  await insertSecondCoding(db, { roundId, coder: 'Cy', startedOn: '2026-03-13' })
  expect((await findSecondCoding(db, roundId))?.themes.size).toBe(0)
})
