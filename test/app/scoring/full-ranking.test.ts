import { expect, test } from 'vitest'
import { scoreRound } from '#app/scoring/score-round.ts'
import { priorities, roundOf } from './round-builder.ts'

// Tarakci et al. 2014: nine managers rank seven strategic priorities, 7 the most important.
const RANKS = Object.freeze({
  Safety: [1, 2, 3, 2, 5, 6, 4, 7, 5],
  Certification: [4, 1, 4, 3, 6, 5, 5, 2, 7],
  'Expert staff': [7, 6, 7, 7, 7, 4, 7, 3, 6],
  Regulation: [6, 7, 5, 6, 1, 2, 3, 1, 2],
  Network: [5, 3, 6, 5, 3, 7, 6, 6, 3],
  Structure: [3, 5, 2, 4, 4, 3, 1, 4, 4],
  Innovativeness: [2, 4, 1, 1, 2, 1, 2, 5, 1],
})

/** A manager's priorities in order, the most important first. */
function listOf(manager: number): string[] {
  return Object.entries(RANKS)
    .sort(([, a], [, b]) => (b[manager] ?? 0) - (a[manager] ?? 0))
    .map(([name]) => name)
}

const managers = Array.from({ length: 9 }, (_, manager) => listOf(manager))

function priorityDetail(lists: readonly string[][]) {
  const people = lists.map((list) => ({ priorities: priorities(...list) }))
  const scores = scoreRound(roundOf({ senior: people, department: [] }))
  const score = scores.items.find(({ itemId }) => itemId === 'priorities')?.byLevel.senior
  return score?.kind === 'measured' && score.detail.kind === 'lines' ? score.detail : null
}

test("the published nine managers, as lists: Kendall's W .319 and a mean rank correlation of .234", () => {
  expect(managers[0]?.slice(0, 2)).toEqual(['Expert staff', 'Regulation'])
  const detail = priorityDetail(managers)
  expect(detail?.fullRanking).toEqual({ w: expect.closeTo(0.319, 3), meanSpearman: expect.closeTo(0.234, 3) })
  expect(detail).toMatchObject({ distinct: 7, effectiveThemes: 7, meanDice: 1 })
})

test('lists of which one leaves a priority out are no full ranking', () => {
  expect(priorityDetail(managers.with(0, managers[0]?.slice(1) ?? []))?.fullRanking).toBeNull()
})
