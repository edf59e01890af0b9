import { expect, test } from 'vitest'
import { findFarewell, forgetFarewell, rememberFarewell } from '#app/http/handed-in.server.ts'

const NOON = new Date('2026-03-02T12:00:00Z')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

test('a session that ended by handing in is known for ten minutes', () => {
  rememberFarewell('one', '/answer/leave?handed-in', NOON)
  expect(findFarewell('one', later(9))).toBe('/answer/leave?handed-in')
  expect(findFarewell('one', later(10))).toBeNull()
  expect(findFarewell('another', NOON)).toBeNull()
})

test('it is forgotten where nothing was handed in after all', () => {
  rememberFarewell('two', '/answer/leave?handed-in', NOON)
  forgetFarewell('two')
  expect(findFarewell('two', NOON)).toBeNull()
})
