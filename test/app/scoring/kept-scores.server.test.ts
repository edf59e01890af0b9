import { expect, test } from 'vitest'
import { keptScores } from '#app/scoring/kept-scores.server.ts'
import { scoreRound } from '#app/scoring/score-round.ts'
import { type Person, priorities, roundOf } from './round-builder.ts'

const round = (...names: string[]) => {
  const senior: Person[] = names.map((name) => ({ stops: priorities(name) }))
  return roundOf({ senior, department: [] }, { redraws: 20 })
}

test('the same answers give the same scores, reckoned once', () => {
  const first = keptScores(round('Travel', 'Travel', 'Audits', 'Audits', 'Audits'))
  const again = keptScores(round('Travel', 'Travel', 'Audits', 'Audits', 'Audits'))
  expect(again).toBe(first)
  expect(again).toEqual(scoreRound(round('Travel', 'Travel', 'Audits', 'Audits', 'Audits')))
})

test('one changed line, or another privacy mode, is reckoned anew', () => {
  const input = round('Travel', 'Travel', 'Audits', 'Audits', 'Audits')
  const changed = round('Travel', 'Travel', 'Audits', 'Audits', 'Travel')
  expect(keptScores(changed)).not.toBe(keptScores(input))
  const open = { ...input, round: { ...input.round, privacyMode: 'open' as const } }
  expect(keptScores(open)).not.toBe(keptScores(input))
})

test('only the rounds in use are kept', () => {
  const first = keptScores(round('Travel', 'Travel', 'Audits', 'Audits', 'Audits'))
  for (let number = 0; number < 8; number++)
    keptScores(round(`Work ${number}`, 'Travel', 'Audits', 'Audits', 'Audits'))
  expect(keptScores(round('Travel', 'Travel', 'Audits', 'Audits', 'Audits'))).not.toBe(first)
})
