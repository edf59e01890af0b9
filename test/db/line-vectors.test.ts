import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findLineVectors, insertLineVectors } from '#db/line-vectors.ts'
import { memoryDatabase } from './fixtures.ts'

const KIND = Object.freeze({ encoder: 'minilm', normaliser: 'reading-1' })

test('a vector comes back bit by bit, for its encoder and normaliser only', async () => {
  const db = await memoryDatabase()
  const vector = Float32Array.from([0.1, -1e-30, 3.4e38, 0])
  await insertLineVectors(db, KIND, new Map([['Repair the roofs', vector]]))
  expect(await findLineVectors(db, KIND, ['Repair the roofs', 'Night trains'])).toEqual(
    new Map([['Repair the roofs', vector]]),
  )
  for (const other of [
    { ...KIND, encoder: 'other' },
    { ...KIND, normaliser: 'reading-2' },
  ])
    expect(await findLineVectors(db, other, ['Repair the roofs'])).toEqual(new Map())
})

test('keeping what is there already changes nothing', async () => {
  const db = await memoryDatabase()
  await insertLineVectors(db, KIND, new Map([['roofs', Float32Array.from([1])]]))
  await insertLineVectors(db, KIND, new Map([['roofs', Float32Array.from([2])]]))
  expect((await findLineVectors(db, KIND, ['roofs'])).get('roofs')).toEqual(Float32Array.from([1]))
})

test('thousands of texts are found and kept in pieces', async () => {
  const db = await memoryDatabase()
  const many = new Map(Array.from({ length: 2500 }, (_, at) => [`line ${at}`, Float32Array.from([at])]))
  await insertLineVectors(db, KIND, many)
  expect(await findLineVectors(db, KIND, [...many.keys()])).toEqual(many)
})

test('the table holds no text and no order of arrival', async () => {
  const db = await memoryDatabase()
  await insertLineVectors(db, KIND, new Map([['Repair the roofs', Float32Array.from([1])]]))
  const { rows } = await sql<Record<string, unknown>>`select * from line_vector`.execute(db)
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('roofs')
  expect(rows[0]?.text_hash).toMatch(/^[0-9a-f]{64}$/)
  await expect(sql`select rowid from line_vector`.execute(db)).rejects.toThrow('no such column: rowid')
})
