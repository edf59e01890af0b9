import { expect, test } from 'vitest'
import { countConsultants, findConsultantByEmail, insertConsultant } from '#db/consultants.ts'
import { ANNA, memoryDatabase, seedEngagement } from './fixtures.ts'

test('a consultant is found by e-mail, in upper or lower case, with the hash of the password', async () => {
  const db = await memoryDatabase()
  await seedEngagement(db)
  const found = { consultant: ANNA, passwordHash: 'hash of c-anna' }
  expect(await findConsultantByEmail(db, 'anna@example.org')).toEqual(found)
  expect(await findConsultantByEmail(db, 'Anna@Example.ORG')).toEqual(found)
  expect(await findConsultantByEmail(db, 'nobody@example.org')).toBeNull()
})

test('an e-mail address belongs to one consultant', async () => {
  const db = await memoryDatabase()
  expect(await countConsultants(db)).toBe(0)
  const anna = { ...ANNA, passwordHash: 'hash', createdOn: '2026-01-01' }
  await insertConsultant(db, anna)
  await expect(insertConsultant(db, { ...anna, id: 'c-2', email: 'ANNA@example.org' })).rejects.toThrow(
    'UNIQUE',
  )
  expect(await countConsultants(db)).toBe(1)
})
