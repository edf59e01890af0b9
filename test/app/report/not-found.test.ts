import { expect, test } from 'vitest'
import { notFoundBlocks } from '#app/report/pages/not-found.ts'

const rule = (ruleId: string, name: string, reason: string) => ({ ruleId, name, reason })
const CRITICAL = rule('two-camps', 'Two camps in the senior team', 'none of 22; not at least half')
const SERIOUS = rule('tiebreak-unknown', 'No known tie-break', 'two of nine; not more than half')
const STRENGTH = rule('clear-owner', 'The outcome has an owner', 'two of nine; not at least two thirds')
const MISSING = rule('status-deck-addiction', 'Status-deck addiction', 'not judged: this was not asked')

test('a critical problem that was not found is told with its reason, the rest by number and name', () => {
  const blocks = notFoundBlocks([CRITICAL, SERIOUS, STRENGTH, MISSING])
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.kind === 'table' && table.rows).toEqual([
    [CRITICAL.name, 'None of 22; not at least half'],
    ['One further problem', 'No known tie-break'],
    ['One strength', 'The outcome has an owner'],
    ['One not judged, as a figure is missing', 'Status-deck addiction'],
  ])
})

test('where nothing could be judged, no rule is listed', () => {
  expect(notFoundBlocks([MISSING, MISSING])).toEqual([
    { kind: 'note', text: 'None of the two rules could be judged: too few people answered.' },
  ])
})
