import { expect, test } from 'vitest'
import { levelVoteWords, votedWords } from '#app/report/debrief/revote/vote-words.ts'
import type { LevelVote } from '#app/scoring/compare-vote.ts'
import { agreement, people } from '#test/helpers/scores.ts'

test.each([
  [0, 9, 'Fewer than five have voted.'],
  [4, 9, 'Fewer than five have voted.'],
  [5, 9, 'Five or more have voted.'],
  [8, 9, 'Five or more have voted.'],
  [9, 9, 'All nine have voted.'],
  [11, 23, 'Ten or more have voted.'],
  [4, 4, 'Fewer than five have voted.'],
])('%i of %i votes are told in steps of the smallest group', (voted, asked, words) => {
  expect(votedWords({ voted, asked }, 5)).toBe(words)
})

const now: LevelVote['now'] = {
  kind: 'measured',
  n: 7,
  of: 7,
  cantSay: people(0, 7),
  skipped: people(0, 7),
  agreement: agreement(0.6, 7, [0.4, 0.8], 'aligned'),
  strength: null,
  detail: {
    kind: 'owner',
    options: [{ id: 'ceo', label: 'Chief executive', people: people(5, 7) }],
    pooled: 2,
    state: 'agreed',
    fragile: false,
    pairMatch: 0.5,
    modalRole: { label: 'Chief executive', people: people(5, 7) },
    noRealOwner: people(0, 7),
  },
}
const change: LevelVote['change'] = {
  kind: 'moved',
  people: 'independent',
  n: [8, 7],
  items: 1,
  first: 0.1,
  second: 0.6,
  change: 0.5,
  range90: [0.2, 0.8],
  range95: [0.1, 0.9],
  noise: 0.3,
  p: null,
  everybody: null,
}

test('a change beyond noise is told with both figures and the noise', () => {
  const words = levelVoteWords({ level: 'senior', now, change, coarse: false }, now)
  expect(words.change).toBe(
    'The answers moved closer together: agreement from 10 to 60 of 100, more than noise (differences up to 30 are noise here).',
  )
  expect(words.inRoom).toContain('Chief executive: 5 of 7')
})

test('who was named how often is not told where a few people differ', () => {
  const { inRoom } = levelVoteWords({ level: 'senior', now, change, coarse: true }, null)
  expect(inRoom).toContain('Agreement 60 of 100')
  expect(inRoom).not.toMatch(/Chief executive|agreed|5 of 7/)
})

test('a change inside the noise is called none, and too few votes are not shown', () => {
  const still = { ...change, kind: 'inside-noise' as const, second: 0.2, change: 0.1 }
  expect(levelVoteWords({ level: 'senior', now, change: still, coarse: false }, null).change).toContain(
    'inside the noise',
  )
  const wide = levelVoteWords(
    { level: 'senior', now, change: { ...still, noise: 1.21 }, coarse: false },
    null,
  )
  expect(wide.change).toContain('of so few people any difference may be noise')
  const few = { kind: 'too-few' as const, n: null, needed: 5 }
  const words = levelVoteWords({ level: 'department', now: few, change: few, coarse: true }, few)
  expect(words).toMatchObject({ inRound: null, inRoom: 'Fewer than five have voted: not shown.' })
})
