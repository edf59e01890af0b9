import { expect, test } from 'vitest'
import { standingOf } from '#app/answers/standing.ts'

const session = Object.freeze({
  confirmed: true,
  consented: false,
  submitted: false,
  round: { state: 'open' as const, privacyMode: 'confidential' as const },
})

test('who has confirmed may answer while the round is open', () => {
  expect(standingOf(session)).toBe('ready')
  expect(standingOf({ ...session, submitted: true })).toBe('ready')
  expect(standingOf({ ...session, confirmed: false })).toBe('unconfirmed')
})

test.each(['draft', 'closed', 'published'] as const)('nobody answers in a round that is %s', (state) => {
  expect(standingOf({ ...session, round: { ...session.round, state } })).toBe('closed')
})

test('in an open-names round the yes to being named comes first', () => {
  const open = { ...session, round: { state: 'open' as const, privacyMode: 'open' as const } }
  expect(standingOf(open)).toBe('unconfirmed')
  expect(standingOf({ ...open, consented: true })).toBe('ready')
})

test('handed in to an unlinked round is handed in for good', () => {
  const unlinked = { ...session, round: { state: 'open' as const, privacyMode: 'unlinked' as const } }
  expect(standingOf(unlinked)).toBe('ready')
  expect(standingOf({ ...unlinked, submitted: true, confirmed: false })).toBe('handed-in')
})
