import { expect, test } from 'vitest'
import { draftPriorities } from '#app/redesign/priorities/draft-priorities.ts'
import { detailOf, emptyScores, people, scoresWith } from '#test/helpers/scores.ts'

test('the themes that the senior team named most are offered, with the counts of both levels', () => {
  expect(draftPriorities(scoresWith())[0]).toEqual({
    name: 'First of priorities',
    official: false,
    namedBy: 'five of nine senior leaders and five of 14 department leads',
    putFirst: 'three of nine',
    stoppedBy: null,
  })
})

test('a priority that others would stop says so', () => {
  const scores = scoresWith((draft) => {
    draft.collisions = [
      {
        name: 'First of priorities',
        priority: { senior: people(5, 9), department: null },
        stop: { senior: null, department: people(4, 14) },
        namedBy: null,
      },
    ]
  })
  expect(draftPriorities(scores)[0]?.stoppedBy).toBe('four of 14 department leads')
})

test('what was sealed comes first, once the key is open, and stands there once', () => {
  const scores = scoresWith((draft) => {
    const recalled = { senior: people(2, 9), department: people(0, 14) }
    draft.recall = [
      { priority: 'Enter Portugal', ...recalled },
      { priority: 'first of priorities', senior: null, department: null },
    ]
  })
  const drafts = draftPriorities(scores)
  expect(drafts.map(({ name, official }) => [name, official])).toEqual([
    ['Enter Portugal', true],
    ['first of priorities', true],
    ['Second of priorities', false],
  ])
  expect(drafts[0]?.namedBy).toBe('two of nine senior leaders')
})

test('no more than six themes are offered, whatever their number', () => {
  const scores = scoresWith((draft) => {
    const detail = detailOf(draft, 'priorities', 'senior', 'lines')
    const [theme] = detail.themes
    if (theme) detail.themes = Array.from({ length: 9 }, (_, at) => ({ ...theme, name: `Theme ${at}` }))
  })
  expect(draftPriorities(scores)).toHaveLength(6)
})

test('nothing is drafted from answers that may not be shown', () => {
  expect(draftPriorities(emptyScores())).toEqual([])
})
