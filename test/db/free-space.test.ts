import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { isNearlyFull, LEAST_FREE_BYTES } from '#db/free-space.ts'
import { databasePath } from './fixtures.ts'

test('a disk is nearly full below 200 MiB, and a database in memory never is', () => {
  expect(LEAST_FREE_BYTES).toBe(209_715_200)
  const path = databasePath()
  mkdirSync(dirname(path))
  expect(isNearlyFull(path, 0)).toBe(false)
  expect(isNearlyFull(path, Number.MAX_SAFE_INTEGER)).toBe(true)
  expect(isNearlyFull(':memory:', Number.MAX_SAFE_INTEGER)).toBe(false)
})
