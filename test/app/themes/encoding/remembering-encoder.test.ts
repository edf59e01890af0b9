import { expect, test } from 'vitest'
import { memoryStore, rememberingEncoder } from '#app/themes/encoding/remembering-encoder.ts'
import { storedVectors } from '#app/themes/encoding/stored-vectors.server.ts'
import { memoryDatabase } from '../../../db/fixtures.ts'

/** Says how long each text is, and keeps a list of what it was asked. */
function counting(id = 'counting') {
  const asked: string[][] = []
  const embed = async (texts: readonly string[]) => {
    asked.push([...texts])
    return texts.map((text) => Float32Array.from([text.length, 0.5]))
  }
  return { asked, encoder: { id, dimensions: 2, embed } }
}

test('a text is encoded once, however often it comes', async () => {
  const { asked, encoder } = counting()
  const remembering = rememberingEncoder(encoder, memoryStore())
  const first = await remembering.embed(['roof', 'depot', 'roof'])
  expect(first.map(([length]) => length)).toEqual([4, 5, 4])
  expect((await remembering.embed(['depot', 'insurance'])).map(([length]) => length)).toEqual([5, 9])
  expect(asked).toEqual([['roof', 'depot'], ['insurance']])
})

test('vectors kept in the database come back as they were, to the last digit', async () => {
  const db = await memoryDatabase()
  const kind = { encoder: 'counting', normaliser: 'reading-1' }
  const { asked, encoder } = counting()
  await rememberingEncoder(encoder, storedVectors(db, kind)).embed(['roof'])
  expect(await rememberingEncoder(encoder, storedVectors(db, kind)).embed(['roof'])).toEqual([
    Float32Array.from([4, 0.5]),
  ])
  expect(asked).toEqual([['roof']])
  const other = rememberingEncoder(encoder, storedVectors(db, { ...kind, normaliser: 'reading-2' }))
  await other.embed(['roof'])
  expect(asked).toEqual([['roof'], ['roof']])
})

test('what was encoded before a failure is not lost', async () => {
  const { asked, encoder } = counting()
  const store = memoryStore()
  const texts = Array.from({ length: 100 }, (_, at) => `line ${at}`)
  const failing = {
    ...encoder,
    embed: async (some: readonly string[]) => {
      if (asked.length > 0) throw new Error('out of memory')
      return encoder.embed(some)
    },
  }
  await expect(rememberingEncoder(failing, store).embed(texts)).rejects.toThrow('out of memory')
  await rememberingEncoder(encoder, store).embed(texts)
  expect(asked.flat()).toEqual(texts)
})
