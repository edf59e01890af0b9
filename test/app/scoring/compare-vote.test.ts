import { describe, expect, test } from 'vitest'
import type { Vote } from '#app/answers/revote/revote.ts'
import { findItem } from '#app/questionnaire/items.ts'
import type { PrivacyMode } from '#app/rounds/round.ts'
import { compareVote, type Voter } from '#app/scoring/compare-vote.ts'
import { cantSay, choose, instrument, owner, type Person, point, roundOf, times } from './round-builder.ts'

const APART = [1, 5, 1, 5, 1, 5, 1, 5]

function compare(
  first: readonly number[],
  votes: readonly number[],
  {
    mode = 'confidential',
    left = 0,
    joined = 0,
  }: { mode?: PrivacyMode; left?: number; joined?: number } = {},
) {
  const item = findItem(instrument, 'tiebreak')
  if (!item) throw new Error('no such item')
  const round = roundOf(
    { senior: first.map((at): Person => ({ tiebreak: point(at) })), department: [] },
    { mode, redraws: 200 },
  )
  const people = (count: number, answered: boolean, voted: boolean): Voter[] =>
    times(count, { level: 'senior' as const, answered, voted })
  const voters = [
    ...people(first.length - left, true, true),
    ...people(left, true, false),
    ...people(joined, false, true),
  ]
  const [senior] = compareVote(round, { item, votes: votes.map(voteFor), voters })
  if (!senior) throw new Error('the senior team is asked this')
  return senior
}

const voteFor = (at: number, place: number): Vote => ({
  id: `v${place}`,
  level: 'senior',
  answer: { state: 'answered', value: { kind: 'scale', point: at } },
})

describe('an item that is asked again in the room', () => {
  test('has moved where two camps come together, told in whole points for the same eight people', () => {
    // first: D = 16 of 28 pairs x 1 = 4/7, S = 1 - (4/7) / .4 = -.43; second: S = 1
    expect(compare(APART, times(8, 4))).toMatchObject({
      coarse: false,
      change: { kind: 'moved', people: 'independent', first: -0.43, second: 1, n: [8, 8] },
      now: { kind: 'measured', n: 8 },
    })
  })

  test('says nothing about a change where everybody says the same again', () => {
    expect(compare(APART, APART).change).toMatchObject({ kind: 'inside-noise', change: 0 })
  })

  test('is told in steps where one of eight did not vote: agreement of 5 in 100, the mean of half a point', () => {
    const { coarse, change, now } = compare(APART, [4, 4, 4, 4, 4, 4, 3], { left: 1 })
    expect(coarse).toBe(true)
    if (change.kind !== 'moved' || now.kind !== 'measured' || now.agreement?.kind !== 'measured')
      throw new Error('seven of five are enough')
    // (6 x 4 + 3) / 7 = 3.86, to half a point 4.0; S = 1 - (6 of 21 pairs x 1/4) / .4 = .82, to steps .80
    expect(now.detail).toMatchObject({ kind: 'scale', mean: '4.0' })
    expect([change.first, change.second, now.agreement.s]).toEqual([-0.45, 0.8, 0.8])
  })

  test.each([
    ['nobody came or went', 0, 0, false],
    ['two did not vote', 2, 0, true],
    ['one votes who had not answered', 0, 1, true],
    ['three did not vote', 3, 0, false],
  ])('is coarse only where a few people differ: %s', (_, left, joined, coarse) => {
    expect(compare(APART, times(8 - left + joined, 4), { left, joined }).coarse).toBe(coarse)
  })

  test('is coarse where somebody could not say, for then nobody knows who', () => {
    const item = findItem(instrument, 'tiebreak')
    if (!item) throw new Error('no such item')
    const round = roundOf({
      senior: [...APART.slice(1).map((at): Person => ({ tiebreak: point(at) })), { tiebreak: cantSay }],
      department: [],
    })
    const voters = times(8, { level: 'senior' as const, answered: true, voted: true })
    const [senior] = compareVote(round, { item, votes: times(8, 4).map(voteFor), voters })
    expect(senior?.coarse).toBe(true)
  })

  test('shows nothing of four votes where five are the smallest group, and not even how many there were', () => {
    const { now, change } = compare(APART, [4, 4, 4, 4], { left: 4 })
    expect(now).toEqual({ kind: 'too-few', n: null, needed: 5 })
    expect(change.kind).toBe('too-few')
  })

  test('hides points and names after a round in open mode, too', () => {
    const { now } = compare(APART, times(8, 4), { mode: 'open' })
    expect(now).toMatchObject({ detail: { kind: 'scale', points: null } })
  })

  test('counts a choice as the report does where the same people took part', () => {
    const item = findItem(instrument, 'decision-lag')
    if (!item) throw new Error('no such item')
    const people = times(6, { 'decision-lag': choose('never') })
    const round = roundOf({ senior: people, department: [] })
    const votes = ['week', 'week', 'week', 'week', 'never', 'never'].map(
      (option, place): Vote => ({
        id: `v${place}`,
        level: 'senior',
        answer: { state: 'answered', value: { kind: 'choice', option, text: '' } },
      }),
    )
    const voters = times(6, { level: 'senior' as const, answered: true, voted: true })
    const [senior] = compareVote(round, { item, votes, voters })
    expect(senior).toMatchObject({ coarse: false, now: { n: 6, detail: { kind: 'choice' } } })
  })

  test('is the same to the last digit whichever role one person alone named', () => {
    const item = findItem(instrument, 'owns-outcome')
    if (!item) throw new Error('no such item')
    const told = (alone: string) => {
      const said = ['coo', 'coo', 'coo', 'nobody', 'nobody', alone].map(owner)
      const round = roundOf({ senior: said.map((one): Person => ({ 'owns-outcome': one })), department: [] })
      const votes = ['coo', 'nobody', 'nobody', 'cto', 'someone-else', 'coo'].map(
        (id, place): Vote => ({
          id: `v${place}`,
          level: 'senior',
          answer: { state: 'answered', ...owner(id) } as Vote['answer'],
        }),
      )
      const voters = times(6, { level: 'senior' as const, answered: true, voted: true })
      return compareVote(round, { item, votes, voters })[0]?.change
    }
    expect(told('cpo')).toMatchObject({ kind: expect.stringMatching(/moved|inside-noise/) })
    expect(told('cpo')).toEqual(told('cto'))
  })
})
