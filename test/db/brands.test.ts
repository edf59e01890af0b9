import { expect, test } from 'vitest'
import type { Brand } from '#app/report/brand/brand.ts'
import { findBrand, findBrandOfLink, findCurrentBrand, replaceBrand } from '#db/brands.ts'
import { findLeadSession, insertLeadSession } from '#db/lead-sessions.ts'
import { ANNA, BORIS, LATER, memoryDatabase, NOW, PLACE, seedRound } from './fixtures.ts'

const FIRST: Brand = Object.freeze({
  id: 'first',
  name: 'Berg & Co',
  askedColour: '#ffcc00',
  colour: '#806600',
  darkColour: '#ffcc00',
  standsForSenior: true,
  footer: 'Oslo',
  logo: { png: new Uint8Array([1, 2]), width: 8, height: 4 },
  smallLogo: { png: new Uint8Array([3]), width: 2, height: 1 },
})
const PLAIN: Brand = { ...FIRST, id: 'plain', logo: null, smallLogo: null }

test('a brand is followed by the next one and stays for what was published with it', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  expect(await findCurrentBrand(db, ANNA.id)).toBeNull()
  await replaceBrand(db, { consultantId: ANNA.id, brand: FIRST })
  expect(await findCurrentBrand(db, ANNA.id)).toEqual(FIRST)
  await replaceBrand(db, { consultantId: ANNA.id, brand: PLAIN })
  expect(await findCurrentBrand(db, ANNA.id)).toEqual(PLAIN)
  expect(await findBrand(db, 'first')).toEqual(FIRST)
  await replaceBrand(db, { consultantId: ANNA.id, brand: null })
  expect(await findCurrentBrand(db, ANNA.id)).toBeNull()
})

test('one consultant’s brand is never another’s', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  await replaceBrand(db, { consultantId: ANNA.id, brand: FIRST })
  await replaceBrand(db, { consultantId: BORIS.id, brand: PLAIN })
  expect((await findCurrentBrand(db, ANNA.id))?.id).toBe('first')
  expect((await findCurrentBrand(db, BORIS.id))?.id).toBe('plain')
})

test('a lead’s link and session carry the brand of their consultant, without its pictures', async () => {
  const db = await memoryDatabase()
  await seedRound(db)
  const session = { tokenHash: 'session', participationId: PLACE, confirmed: true, expiresAt: LATER }
  await insertLeadSession(db, session)
  expect((await findLeadSession(db, 'session', NOW))?.brand).toBeUndefined()
  await replaceBrand(db, { consultantId: BORIS.id, brand: PLAIN })
  expect(await findBrandOfLink(db, 'token of l-zoe')).toBeNull()
  await replaceBrand(db, { consultantId: ANNA.id, brand: FIRST })
  const shown = { id: 'first', name: 'Berg & Co', footer: 'Oslo', logo: { width: 2, height: 1 } }
  expect(await findBrandOfLink(db, 'token of l-zoe')).toEqual(shown)
  expect((await findLeadSession(db, 'session', NOW))?.brand).toEqual(shown)
  expect(await findBrandOfLink(db, 'unknown')).toBeNull()
})
