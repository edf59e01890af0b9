import { expect, test } from 'vitest'
import { recallBlocks } from '#app/report/recall-blocks.ts'
import { simulatedReport } from '#test/helpers/simulated-round.ts'

const team = { profile: 'aligned' as const, seniors: 9, departments: 14 }
const OFFICIAL = [
  {
    priority: 'Hold on to our customers',
    themes: ['Keep customers', 'Enter Portugal', 'Launch the loan desk'],
  },
  { priority: 'Conquer the moon', themes: [] },
]

test('the levels page says how many leads of each level name each official priority', () => {
  const { scores, report } = simulatedReport({ ...team, official: OFFICIAL })
  expect(scores.recall?.map(({ priority }) => priority)).toEqual(OFFICIAL.map(({ priority }) => priority))
  expect(scores.recall?.[1]).toMatchObject({
    senior: { kind: 'at-most-one', of: 9 },
    department: { kind: 'at-most-one', of: 14 },
  })
  const page = JSON.stringify(report.pages.find(({ id }) => id === 'levels'))
  expect(page).toContain('Of the two official priorities, most senior leaders name')
  expect(page).toContain('at most one of 14')
})

test('whoever names two of the themes that say the same is counted once', () => {
  const all = {
    priority: 'Anything',
    themes: [
      'Keep customers',
      'Enter Portugal',
      'Fewer faults',
      'Pay debts down',
      'Hire drivers',
      'Launch the loan desk',
      'Rebuild billing',
      'New depot',
      'Safer yards',
      'One price list',
      'Train managers',
      'Greener fleet',
    ],
  }
  const { scores } = simulatedReport({ ...team, official: [all] })
  expect(scores.recall?.[0]?.senior).toEqual({ kind: 'all-but-at-most-one', of: 9 })
})

test('where nothing was sealed, nothing is said and nothing is different', () => {
  const { scores, report } = simulatedReport(team)
  expect('recall' in scores).toBe(false)
  expect(recallBlocks(scores)).toEqual([])
  expect(JSON.stringify(report)).not.toContain('official prior')
})

test('a level that may not be shown is not shown here either', () => {
  const { scores } = simulatedReport({ ...team, departments: 4, official: OFFICIAL })
  expect(scores.recall?.[0]?.department).toBeNull()
  expect(JSON.stringify(recallBlocks(scores))).toContain('cannot say')
})
