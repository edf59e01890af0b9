import { expect, onTestFinished, test } from 'vitest'
import { openNative } from '#db/native.ts'
import { StatementCache } from '#db/statement-cache.ts'

async function emptyCache() {
  const native = await openNative(':memory:')
  onTestFinished(() => native.close())
  return new StatementCache(native)
}

test('the same text is prepared once', async () => {
  const cache = await emptyCache()
  expect(cache.prepare('select 1')).toBe(cache.prepare('select 1'))
})

test('the statements used longest ago make room for new ones', async () => {
  const cache = await emptyCache()
  const [first, second] = [cache.prepare('select 1'), cache.prepare('select 2')]
  for (let number = 3; number <= 200; number += 1) cache.prepare(`select ${number}`)
  cache.prepare('select 1')
  cache.prepare('select 201')
  expect(cache.size).toBe(200)
  expect(cache.prepare('select 1')).toBe(first)
  expect(cache.prepare('select 2')).not.toBe(second)
})

test('a change of the schema empties the cache and is not kept itself', async () => {
  const cache = await emptyCache()
  cache.prepare('select 1')
  cache.prepare('create table thing (id integer)')
  expect(cache.size).toBe(0)
})
